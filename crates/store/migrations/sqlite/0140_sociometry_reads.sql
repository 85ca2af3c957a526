-- Who opened a sociometry with a pupil in it, once a day.
CREATE TABLE sociometry_reads (
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (school_id, pupil_id, day, person_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
