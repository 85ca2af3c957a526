-- Why the coordinator decided about an application as they did. Kept apart from the card, so that no query that
-- shows a card can show a reason.
CREATE TABLE mentor_decisions (
    school_id TEXT NOT NULL,
    mentor_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('approved', 'rejected')),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (school_id, mentor_id, number),
    FOREIGN KEY (school_id, mentor_id) REFERENCES mentors (school_id, id)
);

-- Days that are not as their weekday says, for each school: fixed holidays are set up with the programme, moved
-- days are published every year and corrected by hand.
CREATE TABLE special_days (
    school_id TEXT NOT NULL REFERENCES schools (id),
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (school_id, day)
);

-- Every change of a setting: from which day it holds, who made it, on what it stands.
CREATE TABLE setting_changes (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    setting TEXT NOT NULL,
    value TEXT NOT NULL,
    from_day TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    reason TEXT NOT NULL,
    PRIMARY KEY (school_id, programme_id, number),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id)
);
