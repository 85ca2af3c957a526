-- Certificates of mentors, one for each course that granted a right. What one is worth follows from the state of its course.
CREATE TABLE certificates (
    school_id TEXT NOT NULL,
    course_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    code TEXT NOT NULL UNIQUE,
    minutes BIGINT NOT NULL CHECK (minutes >= 0),
    on_card BIGINT NOT NULL CHECK (on_card IN (0, 1)),
    made_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, course_id),
    UNIQUE (school_id, number),
    FOREIGN KEY (school_id, course_id) REFERENCES courses (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
