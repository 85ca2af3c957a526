-- A remark on a class's week is saved before the week is signed, and stays when a signature is taken back.
CREATE TABLE journal_remarks (
    school_id TEXT NOT NULL REFERENCES schools (id),
    class_key TEXT NOT NULL,
    week TEXT NOT NULL,
    remark TEXT NOT NULL,
    PRIMARY KEY (school_id, class_key, week)
);
INSERT INTO journal_remarks (school_id, class_key, week, remark)
SELECT school_id, class_key, week, remark FROM journal_signatures WHERE remark IS NOT NULL;
ALTER TABLE journal_signatures DROP COLUMN remark;
