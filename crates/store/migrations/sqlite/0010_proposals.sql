-- Proposals of the engine. The lists and the certificate are kept as `talimger pair` reads and prints them, so
-- that anybody who may see them can check a result years later. The seed is a number of 64 bits without sign,
-- which no column of both databases holds: it is text.
CREATE TABLE proposals (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    seed TEXT NOT NULL,
    lists TEXT NOT NULL,
    digest TEXT NOT NULL,
    certificate TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'discarded')),
    state_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES people (school_id, id)
) STRICT;
CREATE UNIQUE INDEX proposals_one_draft ON proposals (school_id, programme_id) WHERE state = 'draft';

-- One line for each newcomer: what was drafted, and what a person did with it.
CREATE TABLE proposal_lines (
    school_id TEXT NOT NULL,
    proposal_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('agreed', 'proposed', 'unmatched')),
    pair_id TEXT,
    mentor_id TEXT,
    cause TEXT CHECK (cause IN ('no_wishes', 'not_listed', 'all_full')),
    decision TEXT NOT NULL CHECK (decision IN ('kept', 'changed', 'left_out')),
    changed_mentor_id TEXT,
    reason TEXT,
    PRIMARY KEY (school_id, proposal_id, newcomer_id),
    CHECK ((outcome = 'agreed') = (pair_id IS NOT NULL)),
    CHECK ((outcome = 'unmatched') = (mentor_id IS NULL)),
    CHECK ((outcome = 'unmatched') = (cause IS NOT NULL)),
    CHECK ((decision = 'changed') = (changed_mentor_id IS NOT NULL)),
    CHECK ((decision = 'kept') = (reason IS NULL)),
    FOREIGN KEY (school_id, proposal_id) REFERENCES proposals (school_id, id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id),
    FOREIGN KEY (school_id, mentor_id) REFERENCES mentors (school_id, id),
    FOREIGN KEY (school_id, changed_mentor_id) REFERENCES mentors (school_id, id)
) STRICT;
