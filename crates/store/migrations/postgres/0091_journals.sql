-- What became of the meeting of a pair in a week; the week is its Monday.
CREATE TABLE peer_sessions (
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    week TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (mark IN ('met', 'missed', 'excused')),
    minutes BIGINT NOT NULL CHECK (minutes > 0),
    marked_by TEXT NOT NULL,
    marked_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, pair_id, week),
    FOREIGN KEY (school_id, pair_id) REFERENCES peer_pairs (school_id, id),
    FOREIGN KEY (school_id, marked_by) REFERENCES people (school_id, id)
);
CREATE INDEX peer_sessions_of_week ON peer_sessions (school_id, week);

-- The signature of a class's week. It closes the marks of the week until it is taken back.
CREATE TABLE journal_signatures (
    school_id TEXT NOT NULL REFERENCES schools (id),
    class_key TEXT NOT NULL,
    week TEXT NOT NULL,
    remark TEXT,
    signed_by TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, class_key, week),
    FOREIGN KEY (school_id, signed_by) REFERENCES people (school_id, id)
);
