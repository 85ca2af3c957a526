-- Planned ends of pairs: a last day that both know. The reason is for coordinators alone.
CREATE TABLE endings (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('planned', 'goal_reached', 'moves_away', 'workload', 'other')),
    state TEXT NOT NULL CHECK (state IN ('planned', 'taken_back', 'closed')),
    changed_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, programme_id, number),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id)
) STRICT;
CREATE UNIQUE INDEX endings_one_of_pair ON endings (school_id, pair_id) WHERE state <> 'taken_back';

-- What each of the two writes at the end. The evaluation is read by coordinators alone, the rest by the other one once
-- both have written or the last day has come.
CREATE TABLE ending_reviews (
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('newcomer', 'mentor')),
    worked TEXT,
    gave TEXT,
    thanks TEXT,
    evaluation TEXT,
    in_letter INTEGER NOT NULL CHECK (in_letter IN (0, 1)),
    written_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, pair_id, side),
    CHECK (in_letter = 0 OR thanks IS NOT NULL),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id)
) STRICT;
