-- Whom of an audience a message went to, too: those whose pair had not met for so many weeks. The form that comes twice is the one
-- to the same, as before.
ALTER TABLE broadcasts ADD COLUMN unmet_weeks BIGINT CHECK (unmet_weeks IN (2, 3, 4, 6));
DROP INDEX broadcasts_once;
CREATE UNIQUE INDEX broadcasts_once ON broadcasts (school_id, message_id, edition, audience, (COALESCE(subject, '')), (COALESCE(only_id, '')), (COALESCE(unmet_weeks, 0)), sent_on);
