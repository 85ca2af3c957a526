-- Pairs. Each place of a mentor is taken once, each newcomer has one chosen and one provisional mentor at a
-- time: whatever the program does, the database leaves exactly one winner.
CREATE TABLE pairs (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    mentor_id TEXT NOT NULL,
    place BIGINT,
    origin TEXT NOT NULL CHECK (origin IN ('provisional', 'asked', 'ranked', 'appointed')),
    request_id TEXT,
    reason TEXT,
    state TEXT NOT NULL CHECK (state IN ('agreed', 'published', 'assigned', 'ended')),
    since BIGINT NOT NULL,
    order_id TEXT,
    from_day TEXT,
    until_day TEXT,
    ended_at BIGINT,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((origin = 'asked') = (request_id IS NOT NULL)),
    CHECK ((origin = 'appointed') = (reason IS NOT NULL)),
    CHECK (origin = 'provisional' OR state = 'ended' OR place IS NOT NULL),
    CHECK (state <> 'assigned' OR (order_id IS NOT NULL AND from_day IS NOT NULL)),
    CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, mentor_id) REFERENCES mentors (school_id, id),
    FOREIGN KEY (school_id, request_id) REFERENCES requests (school_id, id)
);
CREATE UNIQUE INDEX pairs_one_place ON pairs (school_id, mentor_id, place) WHERE state <> 'ended';
CREATE UNIQUE INDEX pairs_one_chosen ON pairs (school_id, newcomer_id)
    WHERE state <> 'ended' AND origin <> 'provisional';
CREATE UNIQUE INDEX pairs_one_provisional ON pairs (school_id, newcomer_id)
    WHERE state <> 'ended' AND origin = 'provisional';
