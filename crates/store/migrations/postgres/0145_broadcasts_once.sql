-- A form that comes twice finds the first – the one to the same: in one audience, those of another subject or another person are
-- others, and are written to on the same day.
ALTER TABLE broadcasts DROP CONSTRAINT broadcasts_school_id_message_id_edition_audience_sent_on_key;
CREATE UNIQUE INDEX broadcasts_once ON broadcasts (school_id, message_id, edition, audience, (COALESCE(subject, '')), (COALESCE(only_id, '')), sent_on);
