-- Pupils. Figures are kept apart, so that no query that shows a pupil can show a figure.
CREATE TABLE pupils (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL REFERENCES schools (id),
    code TEXT,
    family TEXT NOT NULL,
    given TEXT NOT NULL,
    patronymic TEXT,
    class TEXT NOT NULL,
    class_key TEXT NOT NULL,
    born_on TEXT,
    language TEXT,
    left_on TEXT,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, code)
) STRICT;

-- Figures of a pupil by name, as JSON: quarters, attendance, activities.
CREATE TABLE pupil_figures (
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    figures TEXT NOT NULL,
    PRIMARY KEY (school_id, pupil_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id)
) STRICT;
