-- The body of the certificate of a mentor may be edited, too.
-- SQLite changes no CHECK of a table that stands, so the table is made anew.
CREATE TABLE form_editions_of_certificates (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('order', 'work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'peers', 'closing', 'certificate')),
    number INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    chain TEXT NOT NULL,
    body TEXT,
    at INTEGER NOT NULL,
    by_id TEXT NOT NULL,
    CHECK ((district_id IS NULL) <> (school_id IS NULL)),
    UNIQUE (school_id, kind, number),
    UNIQUE (district_id, kind, number),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (district_id) REFERENCES districts (id),
    FOREIGN KEY (by_id) REFERENCES people (id)
) STRICT;
INSERT INTO form_editions_of_certificates (id, district_id, school_id, kind, number, from_day, chain, body, at, by_id)
    SELECT id, district_id, school_id, kind, number, from_day, chain, body, at, by_id FROM form_editions;
DROP TRIGGER form_editions_are_not_changed;
DROP TRIGGER form_editions_are_not_deleted;
DROP TABLE form_editions;
ALTER TABLE form_editions_of_certificates RENAME TO form_editions;
CREATE TRIGGER form_editions_are_not_changed BEFORE UPDATE ON form_editions BEGIN
    SELECT RAISE(ABORT, 'an edition of a form is not changed');
END;
CREATE TRIGGER form_editions_are_not_deleted BEFORE DELETE ON form_editions BEGIN
    SELECT RAISE(ABORT, 'an edition of a form is not changed');
END;
