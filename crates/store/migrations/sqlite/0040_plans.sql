-- Plans: the mentor's work plan of a pair, and a newcomer's development plan, which belongs to no pair.
CREATE TABLE plans (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('work', 'development')),
    newcomer_id TEXT NOT NULL,
    pair_id TEXT,
    number INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, programme_id, kind, number),
    CHECK ((kind = 'work') = (pair_id IS NOT NULL)),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id),
    FOREIGN KEY (school_id, made_by) REFERENCES people (school_id, id)
) STRICT;
CREATE UNIQUE INDEX plans_one_of_pair ON plans (school_id, pair_id) WHERE kind = 'work';
CREATE UNIQUE INDEX plans_one_of_newcomer ON plans (school_id, newcomer_id) WHERE kind = 'development';

-- Their steps. Words that nobody has changed are missing: they are those of the template, in every language.
CREATE TABLE plan_items (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    step TEXT,
    area TEXT NOT NULL,
    text TEXT,
    result TEXT,
    whose TEXT NOT NULL CHECK (whose IN ('both', 'mentor', 'newcomer')),
    due_on TEXT NOT NULL,
    done_on TEXT,
    done_by TEXT,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK (step IS NOT NULL OR text IS NOT NULL),
    CHECK ((done_on IS NULL) = (done_by IS NULL)),
    FOREIGN KEY (school_id, plan_id) REFERENCES plans (school_id, id),
    FOREIGN KEY (school_id, done_by) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX plan_items_of_plan ON plan_items (school_id, plan_id, due_on);

-- Who changed what in a plan, and from what to what; lines are added and never changed.
CREATE TABLE plan_changes (
    school_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_id TEXT NOT NULL,
    deed TEXT NOT NULL CHECK (deed IN ('added', 'changed', 'done', 'reopened', 'removed', 'restored')),
    was TEXT,
    became TEXT,
    PRIMARY KEY (school_id, plan_id, number),
    FOREIGN KEY (school_id, plan_id) REFERENCES plans (school_id, id),
    FOREIGN KEY (school_id, item_id) REFERENCES plan_items (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;
