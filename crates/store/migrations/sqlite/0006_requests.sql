-- Requests of newcomers to mentors. A reason of a decline is kept apart from the request, so that no query
-- that shows a request can show a reason.
CREATE TABLE requests (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    mentor_id TEXT NOT NULL,
    text TEXT NOT NULL,
    goals TEXT NOT NULL,
    rhythm TEXT NOT NULL CHECK (rhythm IN ('weekly', 'fortnightly', 'as_needed')),
    sent_at INTEGER NOT NULL,
    answer_until TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sent', 'read', 'asked', 'meet_first', 'accepted', 'declined', 'withdrawn', 'expired', 'closed')),
    state_at INTEGER NOT NULL,
    closed_why TEXT CHECK (closed_why IN ('agreed_elsewhere', 'mentor_full', 'left')),
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((state = 'closed') = (closed_why IS NOT NULL)),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, mentor_id) REFERENCES mentors (school_id, id)
) STRICT;
CREATE INDEX requests_mentor ON requests (school_id, mentor_id);
CREATE INDEX requests_newcomer ON requests (school_id, newcomer_id);
CREATE UNIQUE INDEX requests_one_open ON requests (school_id, newcomer_id, mentor_id)
    WHERE state IN ('sent', 'read', 'asked', 'meet_first');
CREATE UNIQUE INDEX requests_one_accepted ON requests (school_id, newcomer_id) WHERE state = 'accepted';

-- Questions of mentors and answers of newcomers, in order.
CREATE TABLE request_words (
    school_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    author TEXT NOT NULL CHECK (author IN ('newcomer', 'mentor')),
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school_id, request_id, number),
    FOREIGN KEY (school_id, request_id) REFERENCES requests (school_id, id)
) STRICT;

-- Why a mentor declined, if they wrote it. Read by the author; by the coordinator where the author ticked it.
CREATE TABLE request_reasons (
    school_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    for_coordinator INTEGER NOT NULL CHECK (for_coordinator IN (0, 1)),
    PRIMARY KEY (school_id, request_id),
    FOREIGN KEY (school_id, request_id) REFERENCES requests (school_id, id)
) STRICT;
