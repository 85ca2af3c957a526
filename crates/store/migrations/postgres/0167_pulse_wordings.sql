-- Questions of the pulse in a programme's own words, in the order in which they were written: answers keep the number that held
-- when they were given. Without texts the usual words hold again.
CREATE TABLE pulse_wordings (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    question TEXT NOT NULL,
    texts TEXT,
    written_by TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, programme_id, number),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, written_by) REFERENCES people (school_id, id)
);
