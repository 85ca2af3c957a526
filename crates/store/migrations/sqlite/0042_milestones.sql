-- What is ticked of a newcomer's adaptation checklist; what it asks is the same for everybody.
CREATE TABLE milestones (
    school_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    milestone TEXT NOT NULL,
    done_on TEXT NOT NULL,
    done_by TEXT NOT NULL,
    PRIMARY KEY (school_id, newcomer_id, milestone),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, done_by) REFERENCES people (school_id, id)
) STRICT;
