-- A programme may be stopped in the middle of its year, and set aside once it is over (feat:N1). Why it was stopped is for its
-- leaders alone, so it stands apart from what every page reads.
ALTER TABLE programmes ADD COLUMN stopped_on TEXT;
ALTER TABLE programmes ADD COLUMN shelved_on TEXT;
CREATE TABLE programme_stops (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (school_id, programme_id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
