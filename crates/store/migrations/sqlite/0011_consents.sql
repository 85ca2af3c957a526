-- Consents of both sides of a published pair.
CREATE TABLE consents (
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('newcomer', 'mentor')),
    given_at INTEGER NOT NULL,
    withdrawn_at INTEGER,
    PRIMARY KEY (school_id, pair_id, side),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id)
) STRICT;
