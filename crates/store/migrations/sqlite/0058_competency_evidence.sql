-- Evidence that newcomers attach to lines of the frame, or that their mentors suggest: a fact of the journal, or a line of
-- the newcomer's own. What is taken back is gone.
CREATE TABLE competency_evidence (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    item TEXT NOT NULL,
    fact TEXT,
    words TEXT,
    state TEXT NOT NULL CHECK (state IN ('suggested', 'attached')),
    by_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, newcomer_id, item, fact),
    UNIQUE (school_id, newcomer_id, item, words),
    CHECK ((fact IS NULL) <> (words IS NULL)),
    CHECK (state = 'attached' OR words IS NULL),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;
-- Newcomers who show the frame to the mentor of now.
CREATE TABLE competency_shares (
    school_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    PRIMARY KEY (school_id, newcomer_id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id)
) STRICT;
