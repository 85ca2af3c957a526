-- Second rounds: newcomers without a pair and mentors with a free place choose once more until a day.
CREATE TABLE rounds (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'over', 'closed')),
    state_at INTEGER,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, programme_id, number),
    CHECK ((state = 'open') = (state_at IS NULL)),
    CHECK (until_day > from_day),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, opened_by) REFERENCES people (school_id, id)
) STRICT;
CREATE UNIQUE INDEX rounds_one_open ON rounds (school_id, programme_id) WHERE state = 'open';

-- A list belongs to a choice: 0 is the first one, then the number of the round. What was written for one choice is
-- not changed by the next.
CREATE TABLE choices_of_rounds (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round >= 0),
    side TEXT NOT NULL CHECK (side IN ('newcomer', 'mentor')),
    author_id TEXT NOT NULL,
    list TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, programme_id, round, side, author_id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, author_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO choices_of_rounds (school_id, programme_id, round, side, author_id, list, saved_at)
    SELECT school_id, programme_id, 0, side, author_id, list, saved_at FROM choices;
DROP TABLE choices;
ALTER TABLE choices_of_rounds RENAME TO choices;

-- From which choice a proposal was made.
ALTER TABLE proposals ADD COLUMN round INTEGER NOT NULL DEFAULT 0 CHECK (round >= 0);
