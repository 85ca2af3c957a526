-- Programmes, newcomers and mentors. The school leads every unique key, so that tables can be spread by school.
CREATE TABLE programmes (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL REFERENCES schools (id),
    first_year INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    selection_from TEXT NOT NULL,
    selection_until TEXT NOT NULL,
    decision_until TEXT NOT NULL,
    orders_until TEXT NOT NULL,
    work_until TEXT NOT NULL,
    settings TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, first_year)
) STRICT;

CREATE TABLE newcomers (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    hired_on TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, programme_id, person_id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;

CREATE TABLE mentors (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('nominated', 'applied', 'approved', 'rejected', 'stepped_back')),
    since INTEGER NOT NULL,
    motive TEXT NOT NULL,
    gives TEXT NOT NULL,
    works TEXT NOT NULL,
    languages TEXT NOT NULL,
    places INTEGER NOT NULL CHECK (places BETWEEN 0 AND 9),
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, programme_id, person_id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
