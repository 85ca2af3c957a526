-- On which day somebody last said that what the school keeps of them is right.
CREATE TABLE data_checks (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    PRIMARY KEY (school_id, person_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
