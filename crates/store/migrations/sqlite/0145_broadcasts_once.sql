-- A form that comes twice finds the first – the one to the same: in one audience, those of another subject or another person are
-- others, and are written to on the same day. SQLite takes no UNIQUE off a table that stands, so both tables are made anew; the
-- deliveries first go with the new ones, so that nothing refers to what is dropped.
CREATE TABLE broadcasts_to_targets (
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
    subject TEXT,
    only_id TEXT REFERENCES people (id),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, message_id) REFERENCES messages (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO broadcasts_to_targets (id, school_id, message_id, edition, name, texts, audience, first_year, by_id, at, sent_on, subject, only_id)
    SELECT id, school_id, message_id, edition, name, texts, audience, first_year, by_id, at, sent_on, subject, only_id FROM broadcasts;
CREATE TABLE broadcast_deliveries_to_targets (
    school_id TEXT NOT NULL,
    broadcast_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    edition INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'sent', 'page', 'failed')),
    at INTEGER,
    PRIMARY KEY (school_id, broadcast_id, person_id),
    UNIQUE (school_id, message_id, edition, person_id),
    FOREIGN KEY (school_id, broadcast_id) REFERENCES broadcasts_to_targets (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO broadcast_deliveries_to_targets (school_id, broadcast_id, person_id, message_id, edition, outcome, at)
    SELECT school_id, broadcast_id, person_id, message_id, edition, outcome, at FROM broadcast_deliveries;
DROP TABLE broadcast_deliveries;
DROP TABLE broadcasts;
ALTER TABLE broadcasts_to_targets RENAME TO broadcasts;
ALTER TABLE broadcast_deliveries_to_targets RENAME TO broadcast_deliveries;
CREATE UNIQUE INDEX broadcasts_once ON broadcasts (school_id, message_id, edition, audience, (COALESCE(subject, '')), (COALESCE(only_id, '')), sent_on);
