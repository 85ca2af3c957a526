-- Commissions of the practice of the exam, one for a day; the rubric is frozen with them.
CREATE TABLE commissions (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    day TEXT NOT NULL,
    from_time TEXT NOT NULL,
    place TEXT NOT NULL,
    rubric TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id) REFERENCES schools (id)
) STRICT;
CREATE TABLE commission_members (
    school_id TEXT NOT NULL,
    commission_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (school_id, commission_id, person_id),
    FOREIGN KEY (school_id, commission_id) REFERENCES commissions (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
-- Candidates before them, each with the situation that was drawn and the seed that drew it. `number` is that of the protocol.
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
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, commission_id, person_id),
    UNIQUE (school_id, number),
    FOREIGN KEY (school_id, commission_id) REFERENCES commissions (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, course_id) REFERENCES courses (school_id, id)
) STRICT;
CREATE INDEX hearings_person ON hearings (school_id, person_id);
-- What each examiner gave, alone; nobody changes what is sealed.
CREATE TABLE hearing_sheets (
    school_id TEXT NOT NULL,
    hearing_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    marks TEXT NOT NULL,
    saved_at INTEGER,
    sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
    PRIMARY KEY (school_id, hearing_id, person_id),
    FOREIGN KEY (school_id, hearing_id) REFERENCES hearings (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX hearing_sheets_person ON hearing_sheets (school_id, person_id);
-- Why two examiners leave a gap as it is.
CREATE TABLE hearing_reasons (
    school_id TEXT NOT NULL,
    hearing_id TEXT NOT NULL,
    criterion INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school_id, hearing_id, criterion, person_id),
    FOREIGN KEY (school_id, hearing_id) REFERENCES hearings (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
