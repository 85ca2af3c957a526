-- The papers of a year in one file, made in the background, paper by paper; forgotten after some days.
CREATE TABLE bundles (
    id TEXT PRIMARY KEY,
    school_id TEXT NOT NULL REFERENCES schools (id),
    -- The programme; every one of the school where it is missing.
    programme_id TEXT,
    asked_by TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'making', 'ready', 'failed')),
    total INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER,
    ended_at INTEGER
) STRICT;
CREATE INDEX bundles_of_person ON bundles (school_id, asked_by, asked_at);
CREATE TABLE bundle_papers (
    bundle_id TEXT NOT NULL REFERENCES bundles (id),
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    -- What it is made of: ids and words, no contents.
    source TEXT NOT NULL,
    bytes BLOB,
    PRIMARY KEY (bundle_id, number)
) STRICT;
