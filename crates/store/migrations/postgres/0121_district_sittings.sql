-- A sitting of the theory that a school opens to the other schools of its district when it plans it: `places` are those for
-- their candidates, none where it is for the own school alone.
ALTER TABLE sittings ADD COLUMN places BIGINT NOT NULL DEFAULT 0;
-- Candidates of other schools who have taken a place: `school_id` is the school that holds the sitting, `home_id` the one in
-- whose course they are.
CREATE TABLE sitting_guests (
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (school_id, sitting_id, person_id),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
);
CREATE INDEX sitting_guests_home ON sitting_guests (home_id, person_id);
-- Who needs more time, who writes a paper and who appeals may be of another school now.
ALTER TABLE sitting_extensions ADD COLUMN home_id TEXT;
UPDATE sitting_extensions SET home_id = school_id;
ALTER TABLE sitting_extensions ALTER COLUMN home_id SET NOT NULL;
ALTER TABLE sitting_extensions DROP CONSTRAINT sitting_extensions_school_id_person_id_fkey;
ALTER TABLE sitting_extensions ADD FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id);

ALTER TABLE attempts ADD COLUMN home_id TEXT;
UPDATE attempts SET home_id = school_id;
ALTER TABLE attempts ALTER COLUMN home_id SET NOT NULL;
ALTER TABLE attempts DROP CONSTRAINT attempts_school_id_person_id_fkey;
ALTER TABLE attempts ADD FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id);
DROP INDEX attempts_person;
CREATE INDEX attempts_home ON attempts (home_id, person_id);

ALTER TABLE appeals ADD COLUMN home_id TEXT;
UPDATE appeals SET home_id = school_id;
ALTER TABLE appeals ALTER COLUMN home_id SET NOT NULL;
ALTER TABLE appeals DROP CONSTRAINT appeals_school_id_person_id_fkey;
ALTER TABLE appeals ADD FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id);
DROP INDEX appeals_person;
CREATE INDEX appeals_home ON appeals (home_id, person_id);
