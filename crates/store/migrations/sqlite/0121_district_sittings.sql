-- A sitting of the theory that a school opens to the other schools of its district when it plans it: `places` are those for
-- their candidates, none where it is for the own school alone.
ALTER TABLE sittings ADD COLUMN places INTEGER NOT NULL DEFAULT 0;
-- Candidates of other schools who have taken a place: `school_id` is the school that holds the sitting, `home_id` the one in
-- whose course they are.
CREATE TABLE sitting_guests (
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school_id, sitting_id, person_id),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX sitting_guests_home ON sitting_guests (home_id, person_id);
-- Who needs more time, who writes a paper and who appeals may be of another school now. SQLite changes no reference of a
-- table that stands, so these are made anew; what refers to papers looks for them again at the end.
CREATE TABLE sitting_extensions_with_homes (
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, sitting_id, person_id),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO sitting_extensions_with_homes (school_id, sitting_id, person_id, minutes, home_id)
    SELECT school_id, sitting_id, person_id, minutes, school_id FROM sitting_extensions;
DROP TABLE sitting_extensions;
ALTER TABLE sitting_extensions_with_homes RENAME TO sitting_extensions;

PRAGMA defer_foreign_keys = ON;
CREATE TABLE attempts_before AS SELECT * FROM attempts;
DROP TABLE attempts;
CREATE TABLE attempts (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'en')),
    variant TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    extension INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'handed_in', 'time_up')),
    state_at INTEGER CHECK ((state_at IS NULL) = (state = 'open')),
    result TEXT,
    version INTEGER NOT NULL DEFAULT 0,
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, sitting_id, person_id),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO attempts (id, school_id, sitting_id, person_id, number, language, variant, minutes, extension, opened_at, state, state_at, result, version, home_id)
    SELECT id, school_id, sitting_id, person_id, number, language, variant, minutes, extension, opened_at, state, state_at, result, version, school_id FROM attempts_before;
DROP TABLE attempts_before;
CREATE INDEX attempts_home ON attempts (home_id, person_id);

CREATE TABLE appeals_with_homes (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    attempt_id TEXT,
    hearing_id TEXT CHECK ((hearing_id IS NULL) <> (attempt_id IS NULL)),
    filed_on TEXT NOT NULL,
    ground TEXT NOT NULL CHECK (ground IN ('procedure', 'question', 'marking', 'other')),
    words TEXT NOT NULL,
    word TEXT NOT NULL CHECK (word IN ('filed', 'upheld', 'dismissed', 'taken_back')),
    state TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, attempt_id) REFERENCES attempts (school_id, id),
    FOREIGN KEY (school_id, hearing_id) REFERENCES hearings (school_id, id)
) STRICT;
INSERT INTO appeals_with_homes (id, school_id, person_id, attempt_id, hearing_id, filed_on, ground, words, word, state, version, home_id)
    SELECT id, school_id, person_id, attempt_id, hearing_id, filed_on, ground, words, word, state, version, school_id FROM appeals;
DROP TABLE appeals;
ALTER TABLE appeals_with_homes RENAME TO appeals;
CREATE UNIQUE INDEX appeals_one_of_paper ON appeals (school_id, attempt_id) WHERE word <> 'taken_back';
CREATE UNIQUE INDEX appeals_one_of_hearing ON appeals (school_id, hearing_id) WHERE word <> 'taken_back';
CREATE INDEX appeals_home ON appeals (home_id, person_id);
