-- Extensions of pairs: from which last day to which, why, and who of the two has agreed.
CREATE TABLE extensions (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    proposed_by TEXT CHECK (proposed_by IN ('newcomer', 'mentor')),
    cause TEXT NOT NULL CHECK (cause IN ('part_time', 'absence', 'goals')),
    was_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    agreed_newcomer INTEGER NOT NULL CHECK (agreed_newcomer IN (0, 1)),
    agreed_mentor INTEGER NOT NULL CHECK (agreed_mentor IN (0, 1)),
    progress TEXT NOT NULL CHECK (progress IN ('proposed', 'agreed', 'confirmed', 'declined', 'taken_back')),
    changed_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK (last_day > was_day),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id)
) STRICT;
CREATE UNIQUE INDEX extensions_one_open ON extensions (school_id, pair_id) WHERE progress IN ('proposed', 'agreed');
