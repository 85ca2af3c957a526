-- How letters reach a person: their own wishes. Who has none has the usual ones.
CREATE TABLE deliveries (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    wishes TEXT NOT NULL,
    PRIMARY KEY (school_id, person_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
-- For whom a letter is, so that the letters of one person can go together.
ALTER TABLE jobs ADD COLUMN person_id TEXT;
CREATE INDEX jobs_of_person ON jobs (person_id, run_at) WHERE done_at IS NULL AND dead_at IS NULL;
