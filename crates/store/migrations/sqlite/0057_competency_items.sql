-- What a school adds to the frame of what a newcomer should be able to do, from a school year on: a year that has begun
-- keeps its frame. The built-in lines stand in the program.
CREATE TABLE competency_items (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL REFERENCES schools (id),
    field TEXT NOT NULL CHECK (field IN ('documents', 'children', 'parents', 'duties')),
    kk TEXT NOT NULL,
    ru TEXT NOT NULL,
    from_year INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, added_by) REFERENCES people (school_id, id)
) STRICT;
