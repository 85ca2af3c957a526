-- Organisations of a school's own, to which its volunteers may belong. One that was taken off the list stays for those who
-- belong to it.
CREATE TABLE organisations (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    name TEXT NOT NULL,
    first_grade BIGINT NOT NULL CHECK (first_grade >= 1),
    last_grade BIGINT NOT NULL,
    used BIGINT NOT NULL CHECK (used IN (0, 1)),
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK (first_grade <= last_grade),
    FOREIGN KEY (school_id) REFERENCES schools (id)
);

-- To which of them a volunteer belongs; `organisation` is one that acts and press name.
ALTER TABLE volunteers ADD COLUMN organisation_id TEXT REFERENCES organisations (id) CHECK (organisation_id IS NULL OR organisation IS NULL);
