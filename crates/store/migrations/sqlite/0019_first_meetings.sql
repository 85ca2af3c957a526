-- The planned first meeting of a pair: the latest plan counts.
CREATE TABLE first_meetings (
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    at_time TEXT NOT NULL,
    place TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, pair_id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id),
    FOREIGN KEY (school_id, set_by) REFERENCES people (school_id, id)
) STRICT;
