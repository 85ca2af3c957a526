-- Cuts of the practice as they were set, each for commissions that are named from then on; `rubric` is the version that it
-- begins, `cut` and what figures proposed are hundredths of a mark.
CREATE TABLE rubric_cuts (
    school_id TEXT NOT NULL,
    rubric INTEGER NOT NULL,
    cut INTEGER NOT NULL,
    proposed INTEGER,
    reason TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, rubric),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (school_id, set_by) REFERENCES people (school_id, id)
) STRICT;
-- When a server was last seen at work while papers were written; one row for all servers of the database.
CREATE TABLE heartbeats (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL
) STRICT;
-- Times in which no server was at work while papers of a sitting were written, as the server found them when it started:
-- given back to every paper from `until_at` on.
CREATE TABLE sitting_downtimes (
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL CHECK (until_at > from_at),
    PRIMARY KEY (school_id, sitting_id, from_at),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id)
) STRICT;
