-- What a volunteer says of why they want to help and whom. Gone when they stop.
CREATE TABLE volunteer_applications (
    school_id TEXT NOT NULL,
    volunteer_id TEXT NOT NULL,
    motive TEXT NOT NULL,
    wish TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (school_id, volunteer_id),
    FOREIGN KEY (school_id, volunteer_id) REFERENCES volunteers (school_id, id)
) STRICT;

-- Adults who are asked to write for a volunteer, and what they saw and wrote. Who writes none is asked for no reason, and there
-- is no room for one. Gone when the volunteer stops.
CREATE TABLE volunteer_references (
    school_id TEXT NOT NULL,
    volunteer_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'given', 'declined')),
    promises TEXT CHECK (promises IN ('often', 'sometimes', 'not_seen')),
    patience TEXT CHECK (patience IN ('often', 'sometimes', 'not_seen')),
    asks TEXT CHECK (asks IN ('often', 'sometimes', 'not_seen')),
    words TEXT,
    answered_on TEXT,
    PRIMARY KEY (school_id, volunteer_id, person_id),
    CHECK ((state = 'given') = (words IS NOT NULL)),
    CHECK ((words IS NULL) = (answered_on IS NULL)),
    FOREIGN KEY (school_id, volunteer_id) REFERENCES volunteers (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
