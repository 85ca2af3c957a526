-- Days on which somebody is not at school: from the first until the last. Why is not asked.
CREATE TABLE absences (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL CHECK (until_day >= from_day),
    entered_by TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, person_id, from_day),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, entered_by) REFERENCES people (school_id, id)
);
