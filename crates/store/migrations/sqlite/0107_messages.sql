-- Templates of messages to many, in three languages.
CREATE TABLE messages (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    name TEXT NOT NULL,
    texts TEXT NOT NULL,
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id) REFERENCES schools (id)
) STRICT;

-- What was sent. A form that comes twice finds the first.
CREATE TABLE broadcasts (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    edition INTEGER NOT NULL,
    name TEXT NOT NULL,
    texts TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('everybody', 'newcomers', 'mentors', 'waiting', 'paired', 'consent', 'plan', 'data')),
    first_year INTEGER NOT NULL,
    by_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    sent_on TEXT NOT NULL,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, message_id, edition, audience, sent_on),
    FOREIGN KEY (school_id, message_id) REFERENCES messages (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;

-- To whom, and what became of it. Nobody gets an edition twice.
CREATE TABLE broadcast_deliveries (
    school_id TEXT NOT NULL,
    broadcast_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    edition INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'sent', 'page', 'failed')),
    at INTEGER,
    PRIMARY KEY (school_id, broadcast_id, person_id),
    UNIQUE (school_id, message_id, edition, person_id),
    FOREIGN KEY (school_id, broadcast_id) REFERENCES broadcasts (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
