-- Confidential requests for a change of mentor. No table refers to them and no query about pairs joins them.
CREATE TABLE handovers (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    asked_by TEXT NOT NULL CHECK (asked_by IN ('newcomer', 'mentor')),
    note TEXT,
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'taken_back', 'stayed', 'carried_out')),
    state_at INTEGER,
    new_pair_id TEXT,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((state = 'asked') = (state_at IS NULL)),
    CHECK ((state = 'carried_out') = (new_pair_id IS NOT NULL)),
    -- What was taken back leaves no words.
    CHECK (state <> 'taken_back' OR note IS NULL),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id),
    FOREIGN KEY (school_id, new_pair_id) REFERENCES pairs (school_id, id)
) STRICT;
CREATE UNIQUE INDEX handovers_one_open ON handovers (school_id, pair_id, asked_by) WHERE state = 'asked';
