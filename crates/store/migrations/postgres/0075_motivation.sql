-- What draws people to this work, at the start and at the end of a programme; each reads their own.
CREATE TABLE motivations (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    moment TEXT NOT NULL CHECK (moment IN ('start', 'end')),
    side TEXT NOT NULL CHECK (side IN ('newcomer', 'mentor')),
    marks TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    lang TEXT NOT NULL,
    wording BIGINT NOT NULL,
    PRIMARY KEY (school_id, programme_id, person_id, moment),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
