-- Imports of lists. The file itself is kept for the preview and for thirty days after, then forgotten.
CREATE TABLE imports (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL REFERENCES schools (id),
    kind TEXT NOT NULL CHECK (kind IN ('staff', 'pupils', 'timetable')),
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file BLOB,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    options TEXT NOT NULL,
    choices TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'applied', 'undone', 'discarded')),
    state_at INTEGER NOT NULL,
    counts TEXT NOT NULL,
    reverts TEXT,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, reverts) REFERENCES imports (school_id, id)
) STRICT;
CREATE UNIQUE INDEX imports_one_draft ON imports (school_id) WHERE state = 'draft';

-- What an import did to a record: fields before and after, as JSON; for undoing.
CREATE TABLE import_changes (
    school_id TEXT NOT NULL,
    import_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    changes TEXT NOT NULL,
    PRIMARY KEY (school_id, import_id, subject),
    FOREIGN KEY (school_id, import_id) REFERENCES imports (school_id, id)
) STRICT;

-- Fields of people corrected by hand: an import leaves them unless it is told that the file wins.
CREATE TABLE person_edits (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (school_id, person_id, field),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;

-- Whom a line without any key was about, once decided: the same file asks nothing again.
CREATE TABLE roster_identities (
    school_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    identity TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (school_id, kind, identity)
) STRICT;
