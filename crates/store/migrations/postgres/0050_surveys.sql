-- Waves of the survey of both sides. The secret stands while a wave is open and is forgotten when it closes.
CREATE TABLE surveys (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    wave TEXT NOT NULL CHECK (wave IN ('october', 'january', 'may')),
    until_day TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    secret TEXT CHECK ((secret IS NULL) = (state = 'closed')),
    closed_at BIGINT CHECK ((closed_at IS NULL) = (state = 'open')),
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, programme_id, wave),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, opened_by) REFERENCES people (school_id, id)
);
-- Who has answered or skipped; nothing of what. Forgotten when the wave closes.
CREATE TABLE survey_marks (
    school_id TEXT NOT NULL,
    survey_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (school_id, survey_id, person_id),
    FOREIGN KEY (school_id, survey_id) REFERENCES surveys (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
-- What was answered, under a ticket that leads to nobody; no time, no name.
CREATE TABLE survey_answers (
    school_id TEXT NOT NULL,
    survey_id TEXT NOT NULL,
    ticket TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('newcomer', 'mentor')),
    answers TEXT NOT NULL,
    PRIMARY KEY (school_id, survey_id, ticket),
    FOREIGN KEY (school_id, survey_id) REFERENCES surveys (school_id, id)
);
-- With whom a talk would help; never why.
CREATE TABLE survey_talks (
    school_id TEXT NOT NULL,
    survey_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (school_id, survey_id, person_id),
    FOREIGN KEY (school_id, survey_id) REFERENCES surveys (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
