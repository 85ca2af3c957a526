-- Who takes part in a camp, from whichever school of the district; their order of workshops and what they got, slot by slot;
-- since when they agree to be photographed; on which days they were there.
CREATE TABLE camp_people (
    school_id TEXT NOT NULL,
    camp_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    wishes TEXT NOT NULL,
    got TEXT NOT NULL,
    photo TEXT,
    present TEXT NOT NULL,
    PRIMARY KEY (school_id, camp_id, person_id),
    FOREIGN KEY (school_id, camp_id) REFERENCES camps (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
