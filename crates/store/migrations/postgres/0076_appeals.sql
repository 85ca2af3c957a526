-- Appeals against results of the exam. `state` is the state with what belongs to it, `word` its name. Grounds and reason are
-- read by the candidate and by those who decide, and by nobody else.
CREATE TABLE appeals (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    attempt_id TEXT,
    hearing_id TEXT CHECK ((hearing_id IS NULL) <> (attempt_id IS NULL)),
    filed_on TEXT NOT NULL,
    ground TEXT NOT NULL CHECK (ground IN ('procedure', 'question', 'marking', 'other')),
    words TEXT NOT NULL,
    word TEXT NOT NULL CHECK (word IN ('filed', 'upheld', 'dismissed', 'taken_back')),
    state TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, attempt_id) REFERENCES attempts (school_id, id),
    FOREIGN KEY (school_id, hearing_id) REFERENCES hearings (school_id, id)
);
-- One result is appealed against once; what was taken back may be filed again.
CREATE UNIQUE INDEX appeals_one_of_paper ON appeals (school_id, attempt_id) WHERE word <> 'taken_back';
CREATE UNIQUE INDEX appeals_one_of_hearing ON appeals (school_id, hearing_id) WHERE word <> 'taken_back';
CREATE INDEX appeals_person ON appeals (school_id, person_id);
