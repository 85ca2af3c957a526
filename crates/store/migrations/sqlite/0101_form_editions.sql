-- Questions are added to the log of a talk, too, and the body of every paper of the set may be edited: of plans, of the letter
-- that is made of closing words, of orders.
-- SQLite changes no CHECK of a table that stands, so both tables are made anew.
CREATE TABLE form_fields_with_logs (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'closing', 'log')),
    number INTEGER NOT NULL,
    field TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_id TEXT NOT NULL,
    CHECK ((district_id IS NULL) <> (school_id IS NULL)),
    UNIQUE (school_id, kind, number),
    UNIQUE (district_id, kind, number),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (district_id) REFERENCES districts (id),
    FOREIGN KEY (by_id) REFERENCES people (id)
) STRICT;
INSERT INTO form_fields_with_logs (id, district_id, school_id, kind, number, field, at, by_id)
    SELECT id, district_id, school_id, kind, number, field, at, by_id FROM form_fields;
DROP TABLE form_fields;
ALTER TABLE form_fields_with_logs RENAME TO form_fields;

CREATE TABLE form_editions_of_all (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('order', 'work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'closing')),
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
INSERT INTO form_editions_of_all (id, district_id, school_id, kind, number, from_day, chain, body, at, by_id)
    SELECT id, district_id, school_id, kind, number, from_day, chain, body, at, by_id FROM form_editions;
DROP TRIGGER form_editions_are_not_changed;
DROP TRIGGER form_editions_are_not_deleted;
DROP TABLE form_editions;
ALTER TABLE form_editions_of_all RENAME TO form_editions;
CREATE TRIGGER form_editions_are_not_changed BEFORE UPDATE ON form_editions BEGIN
    SELECT RAISE(ABORT, 'an edition of a form is not changed');
END;
CREATE TRIGGER form_editions_are_not_deleted BEFORE DELETE ON form_editions BEGIN
    SELECT RAISE(ABORT, 'an edition of a form is not changed');
END;

-- What a talk that was written down keeps of them: the questions as they were then, and the answers.
ALTER TABLE meetings ADD COLUMN form TEXT;
ALTER TABLE meetings ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
