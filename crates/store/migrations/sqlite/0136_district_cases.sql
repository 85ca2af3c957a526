-- Who reads a case: the school of its author, or the other schools of the district, too, without or with the author's name.
ALTER TABLE course_cases ADD COLUMN audience TEXT NOT NULL DEFAULT 'school' CHECK (audience IN ('school', 'district', 'named'));
-- A reply now says of which school its author is: `school_id` is the school of the case, `home_id` the one in whose course
-- the reply counts.
CREATE TABLE course_replies_with_homes (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    course_id TEXT NOT NULL,
    by_id TEXT NOT NULL,
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES course_cases (school_id, id),
    FOREIGN KEY (home_id, course_id) REFERENCES courses (school_id, id),
    FOREIGN KEY (home_id, by_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO course_replies_with_homes (id, school_id, case_id, home_id, course_id, by_id, words, at)
    SELECT id, school_id, case_id, school_id, course_id, by_id, words, at FROM course_replies;
DROP TABLE course_replies;
ALTER TABLE course_replies_with_homes RENAME TO course_replies;
CREATE INDEX course_replies_case ON course_replies (school_id, case_id);
CREATE INDEX course_replies_home ON course_replies (home_id, by_id);
