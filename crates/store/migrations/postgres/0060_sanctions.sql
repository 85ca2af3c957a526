-- Disciplinary sanctions: the days on which somebody does not become a mentor, and the order behind them. What happened
-- stands in the order on paper and nowhere here.
CREATE TABLE sanctions (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    order_number TEXT NOT NULL,
    order_day TEXT NOT NULL,
    from_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    lifted_on TEXT,
    entered_by TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK (last_day >= from_day),
    CHECK (lifted_on IS NULL OR lifted_on >= from_day),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, entered_by) REFERENCES people (school_id, id)
);
CREATE INDEX sanctions_of_person ON sanctions (school_id, person_id);
