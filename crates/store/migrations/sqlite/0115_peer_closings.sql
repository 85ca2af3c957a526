-- The first day on which a pair is one no longer, as it was told. Pairs of before were told the end of the school year.
ALTER TABLE peer_pairs ADD COLUMN ends_on TEXT;
UPDATE peer_pairs SET ends_on = CASE WHEN substr(from_day, 6, 2) < '08' THEN substr(from_day, 1, 4)
    ELSE CAST(CAST(substr(from_day, 1, 4) AS INTEGER) + 1 AS TEXT) END || '-08-01' WHERE from_day IS NOT NULL;

-- An adult decided that a pair ends later than it was to, and both children said yes anew. The reason is for adults.
CREATE TABLE peer_prolongations (
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, pair_id, ends_on),
    FOREIGN KEY (school_id, pair_id) REFERENCES peer_pairs (school_id, id),
    FOREIGN KEY (school_id, decided_by) REFERENCES people (school_id, id)
) STRICT;

-- The closing talk: what each of the two takes along, and what comes next. Never why it ended.
CREATE TABLE peer_closings (
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    helper_takes TEXT,
    mentee_takes TEXT,
    goes_on TEXT CHECK (goes_on IN ('alone', 'club', 'adult', 'pair')),
    noted_by TEXT NOT NULL,
    noted_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, pair_id),
    FOREIGN KEY (school_id, pair_id) REFERENCES peer_pairs (school_id, id),
    FOREIGN KEY (school_id, noted_by) REFERENCES people (school_id, id)
) STRICT;

-- Thanks of whoever was helped. Read once the class teacher of whoever helps has opened it, shown where that pupil allows it.
CREATE TABLE peer_thanks (
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    note TEXT NOT NULL,
    noted_by TEXT NOT NULL,
    noted_at INTEGER NOT NULL,
    opened_by TEXT,
    opened_at INTEGER,
    allowed INTEGER NOT NULL DEFAULT 0 CHECK (allowed IN (0, 1)),
    PRIMARY KEY (school_id, pair_id),
    CHECK ((opened_by IS NULL) = (opened_at IS NULL)),
    CHECK (allowed = 0 OR opened_by IS NOT NULL),
    FOREIGN KEY (school_id, pair_id) REFERENCES peer_pairs (school_id, id),
    FOREIGN KEY (school_id, noted_by) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, opened_by) REFERENCES people (school_id, id)
) STRICT;
