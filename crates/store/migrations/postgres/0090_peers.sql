-- What adults wrote down for a pupil before a pair is looked for, as JSON lists.
CREATE TABLE peer_profiles (
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    subjects TEXT NOT NULL,
    languages TEXT NOT NULL,
    days TEXT NOT NULL,
    PRIMARY KEY (school_id, pupil_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id)
);

-- With whom a pupil would like to be, and with whom they are not put together. Never why.
CREATE TABLE peer_wishes (
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    wish TEXT NOT NULL CHECK (wish IN ('with', 'apart')),
    PRIMARY KEY (school_id, pupil_id, other_id),
    CHECK (pupil_id <> other_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, other_id) REFERENCES pupils (school_id, id)
);

-- A pupil who helps and one who is helped, with the meeting of the week that they agreed on.
CREATE TABLE peer_pairs (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    helper_id TEXT NOT NULL,
    mentee_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('confirmed', 'agreed', 'declined', 'ended')),
    from_day TEXT,
    form TEXT CHECK (form IN ('elective', 'walk', 'programme')),
    weekday BIGINT CHECK (weekday BETWEEN 1 AND 6),
    at_time TEXT,
    minutes BIGINT CHECK (minutes > 0),
    place TEXT,
    adult_id TEXT,
    off_site BIGINT CHECK (off_site IN (0, 1)),
    over_on TEXT,
    confirmed_by TEXT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    reason TEXT,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK (helper_id <> mentee_id),
    CHECK ((state IN ('agreed', 'ended')) = (from_day IS NOT NULL)),
    CHECK ((state IN ('declined', 'ended')) = (over_on IS NOT NULL)),
    CHECK ((from_day IS NULL) = (adult_id IS NULL) AND (from_day IS NULL) = (place IS NULL)),
    FOREIGN KEY (school_id, helper_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, mentee_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, adult_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, confirmed_by) REFERENCES people (school_id, id)
);
-- Nobody is helped in two pairs at a time.
CREATE UNIQUE INDEX peer_pairs_one_open ON peer_pairs (school_id, mentee_id) WHERE over_on IS NULL;
