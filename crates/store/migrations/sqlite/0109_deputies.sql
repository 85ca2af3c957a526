-- Who stands in for a coordinator from a day until the first day on which it is over.
CREATE TABLE deputies (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    absent_id TEXT NOT NULL,
    deputy_id TEXT NOT NULL CHECK (deputy_id <> absent_id),
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL CHECK (until_day >= from_day),
    lends_role INTEGER NOT NULL CHECK (lends_role IN (0, 1)),
    named_by TEXT NOT NULL,
    named_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, absent_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, deputy_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, named_by) REFERENCES people (school_id, id)
) STRICT;
