-- How a pair of pupils goes, as both say when an adult asks each alone: faces of the one, words of the other.
CREATE TABLE peer_voices (
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    day TEXT NOT NULL,
    meetings TEXT CHECK (meetings IN ('glad', 'even', 'sad')),
    listens TEXT CHECK (listens IN ('glad', 'even', 'sad')),
    company TEXT CHECK (company IN ('glad', 'even', 'sad')),
    did TEXT,
    noted_by TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, pair_id, day),
    FOREIGN KEY (school_id, pair_id) REFERENCES peer_pairs (school_id, id),
    FOREIGN KEY (school_id, noted_by) REFERENCES people (school_id, id)
);
