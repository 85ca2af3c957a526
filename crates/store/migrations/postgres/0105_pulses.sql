-- The short pulse: what somebody said in a fortnight, read by themselves alone. No day and no time is kept.
CREATE TABLE pulses (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    fortnight BIGINT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('newcomer', 'mentor')),
    said TEXT NOT NULL CHECK (said IN ('answered', 'skipped', 'silent')),
    going BIGINT CHECK (going BETWEEN 1 AND 5),
    item TEXT,
    mark BIGINT CHECK (mark BETWEEN 1 AND 5),
    lang TEXT NOT NULL,
    wording BIGINT NOT NULL,
    PRIMARY KEY (school_id, programme_id, person_id, fortnight),
    CHECK ((said = 'answered') = (going IS NOT NULL)),
    CHECK ((item IS NULL) = (mark IS NULL)),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);

-- Fortnights in which it was asked. Signs are written when one is over, for all at once.
CREATE TABLE pulse_rounds (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    fortnight BIGINT NOT NULL,
    is_over BIGINT NOT NULL CHECK (is_over IN (0, 1)),
    PRIMARY KEY (school_id, programme_id, fortnight),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id)
);

-- Whom the coordinator asks how it goes, since the end of which fortnight, and whether it is done: low, silent and drawn
-- by lot stand here alike, and nothing tells them apart.
CREATE TABLE pulse_signs (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    fortnight BIGINT NOT NULL,
    is_asked BIGINT NOT NULL CHECK (is_asked IN (0, 1)),
    PRIMARY KEY (school_id, programme_id, person_id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
