-- From what a programme draws between those who stand equal, from its first day on. Never shown: a line made of it is, once the
-- pairs are published, and the SHA-256 of that line before. A programme of earlier days has none.
CREATE TABLE programme_draws (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    secret TEXT NOT NULL,
    drawn_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, programme_id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id)
) STRICT;
