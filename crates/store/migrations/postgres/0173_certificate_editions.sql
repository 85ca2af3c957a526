-- The body of the certificate of a mentor may be edited, too.
ALTER TABLE form_editions DROP CONSTRAINT form_editions_kind_check;
ALTER TABLE form_editions ADD CONSTRAINT form_editions_kind_check
    CHECK (kind IN ('order', 'work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'peers', 'closing', 'certificate'));
