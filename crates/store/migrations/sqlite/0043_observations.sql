-- Observations of lessons: the observed teacher owns the sheet of a developmental one and decides who else reads it.
CREATE TABLE observations (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('by_mentor', 'by_outsider', 'by_newcomer', 'control')),
    observed_id TEXT NOT NULL,
    observer_id TEXT NOT NULL,
    class TEXT,
    room TEXT,
    day TEXT NOT NULL,
    at_time TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 480),
    number INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'planned', 'declined', 'withdrawn', 'cancelled', 'finished', 'void')),
    by_party TEXT CHECK (by_party IN ('observed', 'observer')),
    reason TEXT,
    shared_mentor INTEGER NOT NULL DEFAULT 0 CHECK (shared_mentor IN (0, 1)),
    shared_coordinator INTEGER NOT NULL DEFAULT 0 CHECK (shared_coordinator IN (0, 1)),
    shared_head INTEGER NOT NULL DEFAULT 0 CHECK (shared_head IN (0, 1)),
    changed_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, programme_id, number),
    CHECK (observed_id <> observer_id),
    CHECK ((state IN ('proposed', 'cancelled')) = (by_party IS NOT NULL)),
    CHECK ((state = 'void') = (reason IS NOT NULL)),
    CHECK ((kind <> 'control' AND state = 'finished') OR shared_mentor + shared_coordinator + shared_head = 0),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, observed_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, observer_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX observations_newcomer ON observations (school_id, newcomer_id);
CREATE INDEX observations_observed ON observations (school_id, observed_id);
CREATE INDEX observations_observer ON observations (school_id, observer_id);
