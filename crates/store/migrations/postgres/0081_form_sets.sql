-- Questions that a district or a school has added to a form of any kind; nobody takes one away.
CREATE TABLE form_fields (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'closing')),
    number BIGINT NOT NULL,
    field TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    CHECK ((district_id IS NULL) <> (school_id IS NULL)),
    UNIQUE (school_id, kind, number),
    UNIQUE (district_id, kind, number),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (district_id) REFERENCES districts (id),
    FOREIGN KEY (by_id) REFERENCES people (id)
);
INSERT INTO form_fields (id, district_id, school_id, kind, number, field, at, by_id)
    SELECT id, district_id, school_id, kind, number, field, at, by_id FROM report_fields;
DROP TABLE report_fields;

-- Editions of a form of any kind: the body of its papers and who signs them, in force from a day; lines are added and never
-- changed.
CREATE TABLE form_editions (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('observation', 'control', 'visit', 'mentor', 'newcomer', 'note')),
    number BIGINT NOT NULL,
    from_day TEXT NOT NULL,
    chain TEXT NOT NULL,
    body TEXT,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    CHECK ((district_id IS NULL) <> (school_id IS NULL)),
    UNIQUE (school_id, kind, number),
    UNIQUE (district_id, kind, number),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (district_id) REFERENCES districts (id),
    FOREIGN KEY (by_id) REFERENCES people (id)
);
INSERT INTO form_editions (id, district_id, school_id, kind, number, from_day, chain, body, at, by_id)
    SELECT id, district_id, school_id, kind, number, from_day, chain, body, at, by_id FROM report_editions;
DROP TABLE report_editions;
CREATE TRIGGER form_editions_are_not_changed BEFORE UPDATE OR DELETE ON form_editions
    FOR EACH ROW EXECUTE FUNCTION report_editions_stay();

-- What a document keeps of them: the questions as they were when it was begun, and the answers.
ALTER TABLE plans ADD COLUMN form TEXT;
ALTER TABLE plans ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE plans ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE observation_sheets ADD COLUMN form TEXT;
ALTER TABLE ending_reviews ADD COLUMN form TEXT;
ALTER TABLE ending_reviews ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
