-- A session of training that a school opens to the other schools of its district when it announces it.
ALTER TABLE trainings ADD COLUMN opened BIGINT NOT NULL DEFAULT 0 CHECK (opened IN (0, 1));
-- Who signed up now says of which school they are: `school_id` is the school that holds the session, `home_id` the one in
-- which the hours count.
CREATE TABLE training_bookings_with_homes (
    school_id TEXT NOT NULL,
    training_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    present BIGINT CHECK (present IN (0, 1)),
    PRIMARY KEY (school_id, training_id, person_id),
    FOREIGN KEY (school_id, training_id) REFERENCES trainings (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
);
INSERT INTO training_bookings_with_homes (school_id, training_id, person_id, home_id, at, present)
    SELECT school_id, training_id, person_id, school_id, at, present FROM training_bookings;
DROP TABLE training_bookings;
ALTER TABLE training_bookings_with_homes RENAME TO training_bookings;
CREATE INDEX training_bookings_home ON training_bookings (home_id, person_id);
