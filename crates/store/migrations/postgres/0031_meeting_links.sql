-- Links in letters that are answered once. Here stands the hash of the secret.
CREATE TABLE meeting_links (
    secret_hash TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (school_id, secret_hash),
    FOREIGN KEY (school_id, meeting_id) REFERENCES meetings (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
