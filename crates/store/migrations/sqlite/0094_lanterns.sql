-- Who recognised whom for a topic in the school year that ends on `until`. Shown to nobody.
CREATE TABLE lantern_recognitions (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    until TEXT NOT NULL,
    by_id TEXT NOT NULL CHECK (by_id <> person_id),
    PRIMARY KEY (school_id, person_id, topic, until, by_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;

-- Young specialists whom enough colleagues recognise: one light for each topic and school year.
CREATE TABLE lanterns (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('recognised', 'lit', 'over')),
    until TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, person_id, topic, until),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;

-- Open hours.
CREATE TABLE lantern_hours (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    lantern_id TEXT NOT NULL,
    day TEXT NOT NULL,
    at_time TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    place TEXT NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, lantern_id) REFERENCES lanterns (school_id, id)
) STRICT;

-- Questions, read by the two of each.
CREATE TABLE lantern_questions (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    lantern_id TEXT NOT NULL,
    asker_id TEXT NOT NULL,
    words TEXT NOT NULL,
    answer TEXT,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, lantern_id) REFERENCES lanterns (school_id, id),
    FOREIGN KEY (school_id, asker_id) REFERENCES people (school_id, id)
) STRICT;

-- Secrets of success.
CREATE TABLE lantern_notes (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    lantern_id TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, lantern_id) REFERENCES lanterns (school_id, id)
) STRICT;
