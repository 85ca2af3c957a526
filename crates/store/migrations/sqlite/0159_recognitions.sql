-- Rights to mentor that people show in another school of the district than the one that granted them: `school_id` is where
-- one is to stand, `source_id` the school whose course granted it. It counts once it is recognised, for as long as the right
-- of the course holds.
CREATE TABLE recognitions (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    source_id TEXT NOT NULL,
    course_id TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    shown_at INTEGER NOT NULL,
    recognised_by TEXT,
    recognised_at INTEGER CHECK ((recognised_at IS NULL) = (recognised_by IS NULL)),
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, source_id, course_id),
    CHECK (source_id <> school_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id),
    FOREIGN KEY (source_id, course_id) REFERENCES courses (school_id, id),
    FOREIGN KEY (school_id, recognised_by) REFERENCES people (school_id, id)
) STRICT;
