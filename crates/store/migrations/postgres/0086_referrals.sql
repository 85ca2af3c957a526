-- Help that is offered to a pupil: the goal as the child is told it, and the child's own answer. One counts at a time.
CREATE TABLE referrals (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    goal TEXT NOT NULL,
    own_goal TEXT,
    state TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'closed')),
    answered_on TEXT,
    closed_on TEXT,
    referred_by TEXT NOT NULL,
    referred_at BIGINT NOT NULL,
    last_day TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((goal = 'own') = (own_goal IS NOT NULL)),
    CHECK (state = 'closed' OR (state = 'offered') = (answered_on IS NULL)),
    CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, referred_by) REFERENCES people (school_id, id)
);
CREATE INDEX referrals_of_pupil ON referrals (school_id, pupil_id);
CREATE UNIQUE INDEX referrals_that_count ON referrals (school_id, pupil_id) WHERE state IN ('offered', 'accepted');

-- Why a pupil was referred, apart from what the child is told; gone as soon as the referral does not count.
CREATE TABLE referral_reasons (
    school_id TEXT NOT NULL,
    referral_id TEXT NOT NULL,
    about TEXT NOT NULL CHECK (about IN ('study', 'behaviour', 'peers')),
    words TEXT,
    PRIMARY KEY (school_id, referral_id),
    FOREIGN KEY (school_id, referral_id) REFERENCES referrals (school_id, id)
);

-- What the law names against being helped by pupils. Everybody else reads «not eligible».
CREATE TABLE pupil_blocks (
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    ground TEXT NOT NULL CHECK (ground IN ('record', 'prosecuted')),
    paper TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (school_id, pupil_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, entered_by) REFERENCES people (school_id, id)
);

-- Who opened the page of what is kept apart about a pupil, once a day, whether or not something stood there.
CREATE TABLE restricted_reads (
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (school_id, pupil_id, day, person_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
