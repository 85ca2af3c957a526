-- A commission of the practice that a school opens to the other schools of its district when it names it: `places` are those
-- for their candidates, none where it is for the own school alone.
ALTER TABLE commissions ADD COLUMN places BIGINT NOT NULL DEFAULT 0;
-- Who sits in a commission, who is before it and who marks may be of another school now: `home_id` is theirs.
ALTER TABLE commission_members ADD COLUMN home_id TEXT;
UPDATE commission_members SET home_id = school_id;
ALTER TABLE commission_members ALTER COLUMN home_id SET NOT NULL;
ALTER TABLE commission_members DROP CONSTRAINT commission_members_school_id_person_id_fkey;
ALTER TABLE commission_members ADD FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id);
ALTER TABLE hearings ADD COLUMN home_id TEXT;
UPDATE hearings SET home_id = school_id;
ALTER TABLE hearings ALTER COLUMN home_id SET NOT NULL;
ALTER TABLE hearings DROP CONSTRAINT hearings_school_id_person_id_fkey;
ALTER TABLE hearings ADD FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id);
ALTER TABLE hearings DROP CONSTRAINT hearings_school_id_course_id_fkey;
ALTER TABLE hearings ADD FOREIGN KEY (home_id, course_id) REFERENCES courses (school_id, id);
DROP INDEX hearings_person;
CREATE INDEX hearings_home ON hearings (home_id, person_id);
ALTER TABLE hearing_sheets ADD COLUMN home_id TEXT;
UPDATE hearing_sheets SET home_id = school_id;
ALTER TABLE hearing_sheets ALTER COLUMN home_id SET NOT NULL;
ALTER TABLE hearing_sheets DROP CONSTRAINT hearing_sheets_school_id_person_id_fkey;
ALTER TABLE hearing_sheets ADD FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id);
DROP INDEX hearing_sheets_person;
CREATE INDEX hearing_sheets_home ON hearing_sheets (home_id, person_id);
ALTER TABLE hearing_reasons ADD COLUMN home_id TEXT;
UPDATE hearing_reasons SET home_id = school_id;
ALTER TABLE hearing_reasons ALTER COLUMN home_id SET NOT NULL;
ALTER TABLE hearing_reasons DROP CONSTRAINT hearing_reasons_school_id_person_id_fkey;
ALTER TABLE hearing_reasons ADD FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id);
ALTER TABLE hearing_grades ADD COLUMN home_id TEXT;
UPDATE hearing_grades SET home_id = school_id;
ALTER TABLE hearing_grades ALTER COLUMN home_id SET NOT NULL;
ALTER TABLE hearing_grades DROP CONSTRAINT hearing_grades_school_id_person_id_fkey;
ALTER TABLE hearing_grades ADD FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id);
