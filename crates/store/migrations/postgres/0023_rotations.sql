-- The plan of joint work: whose turn it is with whom, in which lesson of which day.
CREATE TABLE rotations (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    mentor_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('visit_to_mentor', 'visit_by_mentor', 'co_teaching', 'planning', 'talk', 'duty', 'outside_lessons')),
    day TEXT NOT NULL,
    lesson BIGINT NOT NULL CHECK (lesson BETWEEN 0 AND 20),
    published_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'excused', 'withdrawn')),
    state_at BIGINT,
    contact_id TEXT,
    excused_by TEXT CHECK (excused_by IN ('newcomer', 'mentor')),
    asked_by TEXT CHECK (asked_by IN ('newcomer', 'mentor')),
    asked_day TEXT,
    asked_lesson BIGINT CHECK (asked_lesson BETWEEN 0 AND 20),
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((state IN ('excused', 'withdrawn')) = (state_at IS NOT NULL)),
    CHECK ((state = 'held') = (contact_id IS NOT NULL)),
    CHECK ((state = 'excused') = (excused_by IS NOT NULL)),
    CHECK ((asked_by IS NULL) = (asked_day IS NULL) AND (asked_by IS NULL) = (asked_lesson IS NULL)),
    CHECK (asked_by IS NULL OR state = 'planned'),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, mentor_id) REFERENCES mentors (school_id, id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contacts (school_id, id)
);
CREATE INDEX rotations_programme ON rotations (school_id, programme_id);
-- Two people have one planned meeting at a time, and nobody has two in the same lesson.
CREATE UNIQUE INDEX rotations_two ON rotations (school_id, newcomer_id, mentor_id) WHERE state = 'planned';
CREATE UNIQUE INDEX rotations_newcomer ON rotations (school_id, newcomer_id, day, lesson) WHERE state = 'planned';
CREATE UNIQUE INDEX rotations_mentor ON rotations (school_id, mentor_id, day, lesson) WHERE state = 'planned';
