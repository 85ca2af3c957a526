-- A commission of the practice that a school opens to the other schools of its district when it names it: `places` are those
-- for their candidates, none where it is for the own school alone.
ALTER TABLE commissions ADD COLUMN places INTEGER NOT NULL DEFAULT 0;
-- Who sits in a commission, who is before it and who marks may be of another school now: `home_id` is theirs. SQLite changes
-- no reference of a table that stands, so these are made anew; what refers to candidates looks for them again at the end.
CREATE TABLE commission_members_with_homes (
    school_id TEXT NOT NULL,
    commission_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, commission_id, person_id),
    FOREIGN KEY (school_id, commission_id) REFERENCES commissions (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO commission_members_with_homes (school_id, commission_id, person_id, home_id)
    SELECT school_id, commission_id, person_id, school_id FROM commission_members;
DROP TABLE commission_members;
ALTER TABLE commission_members_with_homes RENAME TO commission_members;

PRAGMA defer_foreign_keys = ON;
CREATE TABLE hearings_before AS SELECT * FROM hearings;
DROP TABLE hearings;
CREATE TABLE hearings (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    commission_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    course_id TEXT NOT NULL,
    seed TEXT NOT NULL,
    situation TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'begun', 'told')),
    state_at INTEGER CHECK ((state_at IS NULL) = (state = 'waiting')),
    number INTEGER CHECK ((number IS NULL) = (state <> 'told')),
    practice TEXT CHECK ((practice IS NULL) = (state <> 'told')),
    version INTEGER NOT NULL DEFAULT 0,
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, commission_id, person_id),
    UNIQUE (school_id, number),
    FOREIGN KEY (school_id, commission_id) REFERENCES commissions (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id),
    FOREIGN KEY (home_id, course_id) REFERENCES courses (school_id, id)
) STRICT;
INSERT INTO hearings (id, school_id, commission_id, person_id, course_id, seed, situation, state, state_at, number, practice, version, home_id)
    SELECT id, school_id, commission_id, person_id, course_id, seed, situation, state, state_at, number, practice, version, school_id FROM hearings_before;
DROP TABLE hearings_before;
CREATE INDEX hearings_home ON hearings (home_id, person_id);

CREATE TABLE hearing_sheets_with_homes (
    school_id TEXT NOT NULL,
    hearing_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    marks TEXT NOT NULL,
    saved_at INTEGER,
    sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, hearing_id, person_id),
    FOREIGN KEY (school_id, hearing_id) REFERENCES hearings (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO hearing_sheets_with_homes (school_id, hearing_id, person_id, marks, saved_at, sealed, home_id)
    SELECT school_id, hearing_id, person_id, marks, saved_at, sealed, school_id FROM hearing_sheets;
DROP TABLE hearing_sheets;
ALTER TABLE hearing_sheets_with_homes RENAME TO hearing_sheets;
CREATE INDEX hearing_sheets_home ON hearing_sheets (home_id, person_id);

CREATE TABLE hearing_reasons_with_homes (
    school_id TEXT NOT NULL,
    hearing_id TEXT NOT NULL,
    criterion INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, hearing_id, criterion, person_id),
    FOREIGN KEY (school_id, hearing_id) REFERENCES hearings (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO hearing_reasons_with_homes (school_id, hearing_id, criterion, person_id, reason, at, home_id)
    SELECT school_id, hearing_id, criterion, person_id, reason, at, school_id FROM hearing_reasons;
DROP TABLE hearing_reasons;
ALTER TABLE hearing_reasons_with_homes RENAME TO hearing_reasons;

CREATE TABLE hearing_grades_with_homes (
    school_id TEXT NOT NULL,
    hearing_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    grade INTEGER NOT NULL CHECK (grade IN (1, 2, 3)),
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, hearing_id, person_id),
    FOREIGN KEY (school_id, hearing_id) REFERENCES hearings (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO hearing_grades_with_homes (school_id, hearing_id, person_id, grade, home_id)
    SELECT school_id, hearing_id, person_id, grade, school_id FROM hearing_grades;
DROP TABLE hearing_grades;
ALTER TABLE hearing_grades_with_homes RENAME TO hearing_grades;
