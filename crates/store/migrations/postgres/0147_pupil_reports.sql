-- The annual report of the pupil programme is a report of its own kind, with a form of its own (doc:B15).
ALTER TABLE reports DROP CONSTRAINT reports_kind_check;
ALTER TABLE reports ADD CONSTRAINT reports_kind_check CHECK (kind IN ('mentor', 'newcomer', 'note', 'peers'));
ALTER TABLE reports DROP CONSTRAINT reports_check;
ALTER TABLE reports ADD CONSTRAINT reports_check CHECK ((kind IN ('note', 'peers')) = (pair_id IS NULL));
ALTER TABLE report_uses DROP CONSTRAINT report_uses_kind_check;
ALTER TABLE report_uses ADD CONSTRAINT report_uses_kind_check CHECK (kind IN ('mentor', 'newcomer', 'note', 'peers'));
ALTER TABLE form_fields DROP CONSTRAINT form_fields_kind_check;
ALTER TABLE form_fields ADD CONSTRAINT form_fields_kind_check
    CHECK (kind IN ('work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'peers', 'closing', 'log'));
ALTER TABLE form_editions DROP CONSTRAINT form_editions_kind_check;
ALTER TABLE form_editions ADD CONSTRAINT form_editions_kind_check
    CHECK (kind IN ('order', 'work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'peers', 'closing'));
