-- The mentor course: one row for each person's course. `state` is the state with what belongs to it, `word` its name.
CREATE TABLE courses (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    word TEXT NOT NULL CHECK (word IN ('discussion', 'training', 'admitted', 'border', 'practice', 'passed', 'failed', 'expired', 'revoked', 'left')),
    state TEXT NOT NULL,
    rules TEXT NOT NULL,
    theory BIGINT NOT NULL CHECK (theory BETWEEN 0 AND 255),
    practice BIGINT NOT NULL CHECK (practice BETWEEN 0 AND 255),
    begun_on TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
CREATE INDEX courses_person ON courses (school_id, person_id);
CREATE UNIQUE INDEX courses_one_that_runs ON courses (school_id, person_id) WHERE word IN ('discussion', 'training', 'admitted', 'border', 'practice');
-- People who asked for a place in the course and wait for the coordinator's word.
CREATE TABLE course_applications (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (school_id, person_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
-- Cases from practice. One that was taken off keeps its number and no words.
CREATE TABLE course_cases (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    course_id TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    by_id TEXT NOT NULL,
    topic TEXT NOT NULL CHECK (topic IN ('law', 'learning', 'adaptation', 'feedback', 'talks', 'safety')),
    title TEXT NOT NULL,
    situation TEXT NOT NULL,
    did TEXT NOT NULL,
    asks TEXT NOT NULL,
    told_at BIGINT NOT NULL,
    off_at BIGINT,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, number),
    FOREIGN KEY (school_id, course_id) REFERENCES courses (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
);
-- Replies to them.
CREATE TABLE course_replies (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    course_id TEXT NOT NULL,
    by_id TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, case_id) REFERENCES course_cases (school_id, id),
    FOREIGN KEY (school_id, course_id) REFERENCES courses (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
);
CREATE INDEX course_replies_case ON course_replies (school_id, case_id);
-- Sessions of training.
CREATE TABLE trainings (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    title TEXT NOT NULL,
    day TEXT NOT NULL,
    from_time TEXT NOT NULL,
    to_time TEXT NOT NULL,
    place TEXT NOT NULL,
    places BIGINT NOT NULL CHECK (places BETWEEN 1 AND 200),
    leader_id TEXT NOT NULL,
    read_before TEXT NOT NULL,
    do_after TEXT NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('announced', 'held', 'cancelled')),
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, leader_id) REFERENCES people (school_id, id)
);
CREATE INDEX trainings_day ON trainings (school_id, day);
-- Who signed up for them, in the order of `at`; whoever steps back is gone from here.
CREATE TABLE training_bookings (
    school_id TEXT NOT NULL,
    training_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    present BIGINT CHECK (present IN (0, 1)),
    PRIMARY KEY (school_id, training_id, person_id),
    FOREIGN KEY (school_id, training_id) REFERENCES trainings (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
