-- Private calendar feeds: one secret address for each person. Only its hash stands here.
CREATE TABLE feeds (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, person_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
