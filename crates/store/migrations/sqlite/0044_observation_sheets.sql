-- The versions of a sheet. One without a day of finishing is a draft, which its observer alone reads.
CREATE TABLE observation_sheets (
    school_id TEXT NOT NULL,
    observation_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    finished_at INTEGER,
    named TEXT,
    read_at INTEGER,
    words TEXT,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, observation_id, number),
    CHECK ((finished_at IS NULL) = (named IS NULL)),
    CHECK (read_at IS NULL OR finished_at IS NOT NULL),
    CHECK (words IS NULL OR read_at IS NOT NULL),
    FOREIGN KEY (school_id, observation_id) REFERENCES observations (school_id, id)
) STRICT;
-- Of one sheet there is at most one draft.
CREATE UNIQUE INDEX observation_sheets_one_draft ON observation_sheets (school_id, observation_id) WHERE finished_at IS NULL;
