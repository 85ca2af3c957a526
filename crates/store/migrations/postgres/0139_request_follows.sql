-- To whom a request goes on at once where it comes to nothing; read by the newcomer alone.
CREATE TABLE request_follows (
    school_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    mentor_id TEXT NOT NULL,
    PRIMARY KEY (school_id, request_id),
    FOREIGN KEY (school_id, request_id) REFERENCES requests (school_id, id),
    FOREIGN KEY (school_id, mentor_id) REFERENCES mentors (school_id, id)
);
