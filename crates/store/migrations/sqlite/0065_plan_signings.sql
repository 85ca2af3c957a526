-- How work plans stand between being written and being approved; a plan without a line is a draft.
CREATE TABLE plan_signings (
    school_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'ready', 'signed', 'returned', 'approved')),
    comment TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (school_id, plan_id),
    FOREIGN KEY (school_id, plan_id) REFERENCES plans (school_id, id)
) STRICT;
