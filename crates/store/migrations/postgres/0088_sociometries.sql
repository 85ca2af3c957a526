-- Whom the pupils of a class choose, for the specialist alone. What is chosen stands in the members' rows, sealed by a key
-- that the database does not have, and is deleted on the day after the school year.
CREATE TABLE sociometries (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    class_key TEXT NOT NULL,
    work BIGINT NOT NULL CHECK (work IN (0, 1)),
    leisure BIGINT NOT NULL CHECK (leisure IN (0, 1)),
    own TEXT,
    negative_order TEXT,
    class_size BIGINT NOT NULL CHECK (class_size > 0),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    opened_on TEXT NOT NULL,
    forget_on TEXT NOT NULL,
    forgotten_on TEXT,
    forgotten_answers BIGINT,
    opened_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK (work = 1 OR leisure = 1 OR own IS NOT NULL),
    CHECK ((forgotten_on IS NULL) = (forgotten_answers IS NULL)),
    CHECK (forgotten_on IS NULL OR state = 'closed'),
    FOREIGN KEY (school_id, opened_by) REFERENCES people (school_id, id)
);
CREATE UNIQUE INDEX sociometries_open ON sociometries (school_id, class_key) WHERE state = 'open';

-- The pupils who are asked and can be chosen; choices are kept by places in this list.
CREATE TABLE sociometry_members (
    school_id TEXT NOT NULL,
    sociometry_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    place BIGINT NOT NULL CHECK (place >= 0),
    turn TEXT NOT NULL CHECK (turn IN ('waiting', 'answered', 'absent', 'declined', 'removed')),
    sealed TEXT,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, sociometry_id, pupil_id),
    UNIQUE (school_id, sociometry_id, place),
    CHECK (sealed IS NULL OR turn = 'answered'),
    FOREIGN KEY (school_id, sociometry_id) REFERENCES sociometries (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id)
);
CREATE INDEX sociometry_members_of_pupil ON sociometry_members (school_id, pupil_id);

-- Counts that stay when the choices are deleted.
CREATE TABLE sociometry_counts (
    school_id TEXT NOT NULL,
    sociometry_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    question TEXT NOT NULL CHECK (question IN ('work', 'leisure', 'own', 'negative')),
    voted BIGINT NOT NULL CHECK (voted IN (0, 1)),
    received BIGINT NOT NULL CHECK (received >= 0),
    could BIGINT NOT NULL CHECK (could >= received),
    given BIGINT NOT NULL CHECK (given >= 0),
    mutual BIGINT NOT NULL CHECK (mutual >= 0),
    few BIGINT NOT NULL CHECK (few IN (0, 1)),
    PRIMARY KEY (school_id, sociometry_id, pupil_id, question),
    FOREIGN KEY (school_id, sociometry_id) REFERENCES sociometries (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id)
);
