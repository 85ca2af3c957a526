-- Concerns about children. Who the child is stands in the raiser's words; the leader ties it to the list of pupils.
CREATE TABLE concerns (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    child TEXT NOT NULL,
    seen TEXT NOT NULL,
    seen_on TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    raised_at INTEGER NOT NULL,
    raised_on TEXT NOT NULL,
    pupil_id TEXT,
    harmer_id TEXT,
    about_id TEXT,
    state TEXT NOT NULL CHECK (state IN ('raised', 'led', 'closed')),
    leader_id TEXT,
    closed_at INTEGER,
    outcome TEXT CHECK (outcome IN ('settled', 'passed', 'explained')),
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((state = 'raised') = (leader_id IS NULL)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK ((closed_at IS NULL) = (outcome IS NULL)),
    FOREIGN KEY (school_id, raised_by) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, about_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, leader_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, harmer_id) REFERENCES pupils (school_id, id)
) STRICT;

-- The log of a case: notes and steps are added and never changed, and go with the case alone.
CREATE TABLE concern_entries (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    concern_id TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('lead', 'hand', 'name', 'note', 'step', 'close')),
    other_id TEXT,
    words TEXT,
    step TEXT,
    needed INTEGER,
    on_day TEXT,
    at_time TEXT,
    number TEXT,
    by_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school_id, id),
    CHECK ((what = 'hand') = (other_id IS NOT NULL)),
    CHECK ((what = 'step') = (step IS NOT NULL)),
    FOREIGN KEY (school_id, concern_id) REFERENCES concerns (school_id, id),
    FOREIGN KEY (school_id, other_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX concern_entries_of_concern ON concern_entries (school_id, concern_id, id);

-- Who opened a concern, once a day.
CREATE TABLE concern_reads (
    school_id TEXT NOT NULL,
    concern_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (school_id, concern_id, day, person_id),
    FOREIGN KEY (school_id, concern_id) REFERENCES concerns (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;

CREATE TRIGGER concern_entries_are_not_changed BEFORE UPDATE ON concern_entries BEGIN
    SELECT RAISE(ABORT, 'what stands in a case is not changed');
END;
