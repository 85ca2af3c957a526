-- Goals of the newcomer's development plan.
CREATE TABLE plan_goals (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    topic TEXT,
    text TEXT NOT NULL,
    seen TEXT NOT NULL,
    by_day TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'reached', 'changed', 'left')),
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, plan_id) REFERENCES plans (school_id, id)
) STRICT;
CREATE INDEX plan_goals_of_plan ON plan_goals (school_id, plan_id, by_day);

-- Which step belongs to which goal; a step that stands here not belongs to none.
CREATE TABLE plan_goal_steps (
    school_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    goal_id TEXT NOT NULL,
    PRIMARY KEY (school_id, item_id),
    FOREIGN KEY (school_id, item_id) REFERENCES plan_items (school_id, id),
    FOREIGN KEY (school_id, goal_id) REFERENCES plan_goals (school_id, id)
) STRICT;

-- Who did what to a goal, and from what to what; lines are added and never changed.
CREATE TABLE plan_goal_changes (
    school_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    goal_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_id TEXT NOT NULL,
    deed TEXT NOT NULL CHECK (deed IN ('set', 'reworded', 'reached', 'changed', 'left', 'reopened')),
    was TEXT,
    became TEXT,
    PRIMARY KEY (school_id, plan_id, number),
    FOREIGN KEY (school_id, plan_id) REFERENCES plans (school_id, id),
    FOREIGN KEY (school_id, goal_id) REFERENCES plan_goals (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;

-- What each of the two says has changed, in January and in May.
CREATE TABLE plan_reviews (
    school_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    season TEXT NOT NULL CHECK (season IN ('january', 'may')),
    by_id TEXT NOT NULL,
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school_id, plan_id, season, by_id),
    FOREIGN KEY (school_id, plan_id) REFERENCES plans (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;
