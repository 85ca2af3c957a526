-- What a single meeting was and what it was about, where that was written down; the week is its Monday.
CREATE TABLE peer_topics (
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    week TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('elective', 'walk', 'outside', 'programme')),
    topic TEXT,
    noted_by TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, pair_id, week),
    FOREIGN KEY (school_id, pair_id) REFERENCES peer_pairs (school_id, id),
    FOREIGN KEY (school_id, noted_by) REFERENCES people (school_id, id)
);
