-- The subject whose teachers of other schools of the district may come; nothing where a meeting is its school's alone.
ALTER TABLE scenes ADD COLUMN open_for TEXT CHECK (open_for <> '');
-- Those at a meeting now say of which school they are: `school_id` is the school that holds it, `home_id` their own one.
-- `asked` is the part that the chair has asked a guest to play, as long as the guest has not answered.
CREATE TABLE scene_people_with_homes (
    school_id TEXT NOT NULL,
    scene_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('mentor', 'newcomer', 'observer')),
    asked TEXT CHECK (asked IN ('mentor', 'newcomer')),
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    marks TEXT,
    helped TEXT,
    PRIMARY KEY (school_id, scene_id, person_id),
    CHECK ((marks IS NULL) = (helped IS NULL)),
    CHECK (marks IS NULL OR part = 'observer'),
    FOREIGN KEY (school_id, scene_id) REFERENCES scenes (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO scene_people_with_homes (school_id, scene_id, person_id, home_id, part, present, marks, helped)
    SELECT school_id, scene_id, person_id, school_id, part, present, marks, helped FROM scene_people;
DROP TABLE scene_people;
ALTER TABLE scene_people_with_homes RENAME TO scene_people;
CREATE INDEX scene_people_home ON scene_people (home_id, person_id);

-- A guest carries a decision out, too, and finds it at home.
CREATE TABLE scene_decisions_with_homes (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    scene_id TEXT NOT NULL,
    text TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    until_day TEXT NOT NULL,
    done_at INTEGER,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, scene_id) REFERENCES scenes (school_id, id),
    FOREIGN KEY (home_id, owner_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO scene_decisions_with_homes (id, school_id, scene_id, text, owner_id, home_id, until_day, done_at)
    SELECT id, school_id, scene_id, text, owner_id, school_id, until_day, done_at FROM scene_decisions;
DROP TABLE scene_decisions;
ALTER TABLE scene_decisions_with_homes RENAME TO scene_decisions;
CREATE INDEX scene_decisions_owner ON scene_decisions (home_id, owner_id);

-- Whoever played the mentor may show the recording to a guest.
CREATE TABLE scene_viewers_with_homes (
    school_id TEXT NOT NULL,
    scene_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, scene_id, person_id),
    FOREIGN KEY (school_id, scene_id) REFERENCES scene_recordings (school_id, scene_id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO scene_viewers_with_homes (school_id, scene_id, person_id, home_id)
    SELECT school_id, scene_id, person_id, school_id FROM scene_viewers;
DROP TABLE scene_viewers;
ALTER TABLE scene_viewers_with_homes RENAME TO scene_viewers;
