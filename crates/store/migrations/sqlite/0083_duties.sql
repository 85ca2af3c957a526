-- Who looks after which pupils, for the days of one school year; the class is empty where it is about the whole school.
CREATE TABLE duties (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    duty TEXT NOT NULL CHECK (duty IN ('class_teacher', 'specialist')),
    class_key TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    given_by TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((duty = 'specialist') = (class_key = '')),
    CHECK (until_day >= from_day),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, given_by) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX duties_of_person ON duties (school_id, person_id);

-- Who opened a pupil's page, once a day.
CREATE TABLE pupil_reads (
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (school_id, pupil_id, day, person_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
