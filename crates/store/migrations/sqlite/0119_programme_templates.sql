-- Dates and settings of a programme under a name, of a school or of a district for all its schools (feat:N1). It holds no
-- people. A school may show one to its district.
CREATE TABLE programme_templates (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    name TEXT NOT NULL,
    first_year INTEGER NOT NULL,
    days TEXT NOT NULL,
    settings TEXT NOT NULL,
    basis TEXT NOT NULL,
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    CHECK ((district_id IS NULL) <> (school_id IS NULL)),
    UNIQUE (school_id, name),
    UNIQUE (district_id, name),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (district_id) REFERENCES districts (id)
) STRICT;
