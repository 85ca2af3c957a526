-- Judges of the cut of a sitting: modified Angoff in two rounds, before the sitting begins.
CREATE TABLE panels (
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    bank INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('first', 'second', 'closed')),
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, sitting_id),
    FOREIGN KEY (school_id, sitting_id) REFERENCES sittings (school_id, id)
) STRICT;
-- Who judges; `bearable` holds what they would put up with, where they said so.
CREATE TABLE panel_judges (
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    bearable TEXT,
    PRIMARY KEY (school_id, sitting_id, person_id),
    FOREIGN KEY (school_id, sitting_id) REFERENCES panels (school_id, sitting_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX panel_judges_person ON panel_judges (school_id, person_id);
-- What each gave in each round, by the number of the question.
CREATE TABLE panel_shares (
    school_id TEXT NOT NULL,
    sitting_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round IN (1, 2)),
    shares TEXT NOT NULL,
    handed_in INTEGER NOT NULL CHECK (handed_in IN (0, 1)),
    PRIMARY KEY (school_id, sitting_id, person_id, round),
    FOREIGN KEY (school_id, sitting_id, person_id) REFERENCES panel_judges (school_id, sitting_id, person_id)
) STRICT;
-- How an examiner sees the whole of a practice, beside the marks: 1 not ready, 2 just at the border, 3 ready.
CREATE TABLE hearing_grades (
    school_id TEXT NOT NULL,
    hearing_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    grade INTEGER NOT NULL CHECK (grade IN (1, 2, 3)),
    PRIMARY KEY (school_id, hearing_id, person_id),
    FOREIGN KEY (school_id, hearing_id) REFERENCES hearings (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
