-- Pupils who help pupils. What was said for somebody who has stopped is not kept.
CREATE TABLE volunteers (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    organisation TEXT,
    state TEXT NOT NULL CHECK (state IN ('named', 'recommended', 'ready', 'stopped')),
    recommended_by TEXT,
    words TEXT,
    named_by TEXT NOT NULL,
    named_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, pupil_id),
    CHECK ((state IN ('recommended', 'ready')) = (recommended_by IS NOT NULL)),
    CHECK ((recommended_by IS NULL) = (words IS NULL)),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, recommended_by) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, named_by) REFERENCES people (school_id, id)
) STRICT;

-- Training of volunteers before the first meeting, day by day.
CREATE TABLE volunteer_trainings (
    school_id TEXT NOT NULL,
    volunteer_id TEXT NOT NULL,
    day TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    PRIMARY KEY (school_id, volunteer_id, day),
    FOREIGN KEY (school_id, volunteer_id) REFERENCES volunteers (school_id, id)
) STRICT;
