-- Who has ticked every duty, which version of the texts, and when.
CREATE TABLE commitments (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('newcomer', 'mentor')),
    version INTEGER NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, programme_id, person_id, side),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (person_id) REFERENCES people (id)
) STRICT;
