-- Lessons of the week.
CREATE TABLE lessons (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    number BIGINT NOT NULL CHECK (number BETWEEN 0 AND 20),
    class TEXT NOT NULL,
    room TEXT,
    PRIMARY KEY (school_id, person_id, weekday, number),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
