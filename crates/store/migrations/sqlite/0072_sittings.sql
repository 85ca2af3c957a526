-- Sittings of the theory of the mentor exam. What decides is frozen with them.
CREATE TABLE sittings (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    begins_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    plan TEXT NOT NULL,
    bank INTEGER NOT NULL,
    languages TEXT NOT NULL,
    cuts TEXT NOT NULL,
    rubric TEXT NOT NULL,
    marker_id TEXT,
    state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'closed', 'called_off')),
    state_at INTEGER CHECK ((state_at IS NULL) = (state IN ('planned', 'running'))),
    reason TEXT CHECK ((reason IS NULL) = (state <> 'called_off')),
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (school_id, marker_id) REFERENCES people (school_id, id)
) STRICT;
-- The questions as they were when the sitting began: a paper is shown and marked by them, whatever the bank becomes.
CREATE TABLE sitting_questions (
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'en')),
    number INTEGER NOT NULL,
    question TEXT NOT NULL,
    PRIMARY KEY (school_id, sitting_id, language, number),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id)
) STRICT;
-- Minutes more for somebody, agreed before their paper is opened.
CREATE TABLE sitting_extensions (
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    PRIMARY KEY (school_id, sitting_id, person_id),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
-- Papers of candidates; one in a sitting for each.
CREATE TABLE attempts (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'en')),
    variant TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    extension INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'handed_in', 'time_up')),
    state_at INTEGER CHECK ((state_at IS NULL) = (state = 'open')),
    result TEXT,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, sitting_id, person_id),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX attempts_person ON attempts (school_id, person_id);
-- Answers, one row for each question, so that a save is small.
CREATE TABLE attempt_answers (
    school_id TEXT NOT NULL,
    attempt_id TEXT NOT NULL,
    question INTEGER NOT NULL,
    answer TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, attempt_id, question),
    FOREIGN KEY (school_id, attempt_id) REFERENCES attempts (school_id, id)
) STRICT;
-- Times that are given back: to all of a sitting, or to one paper.
CREATE TABLE attempt_outages (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    attempt_id TEXT,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    given_by TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id),
    FOREIGN KEY (school_id, attempt_id) REFERENCES attempts (school_id, id),
    FOREIGN KEY (school_id, given_by) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX attempt_outages_sitting ON attempt_outages (school_id, sitting_id);
-- What examiners gave to texts; the latest counts until results are told.
CREATE TABLE attempt_marks (
    school_id TEXT NOT NULL,
    attempt_id TEXT NOT NULL,
    question INTEGER NOT NULL,
    points INTEGER NOT NULL,
    marked_by TEXT NOT NULL,
    marked_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, attempt_id, question),
    FOREIGN KEY (school_id, attempt_id) REFERENCES attempts (school_id, id),
    FOREIGN KEY (school_id, marked_by) REFERENCES people (school_id, id)
) STRICT;
