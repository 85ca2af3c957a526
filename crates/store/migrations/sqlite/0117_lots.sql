-- Lots among children who wait to be helped: announced with the hash of its list, drawn by the number of a public event.
CREATE TABLE lots (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    places INTEGER NOT NULL CHECK (places > 0),
    source TEXT NOT NULL,
    draw_on TEXT NOT NULL,
    until_day TEXT NOT NULL,
    list_hash TEXT NOT NULL,
    seed TEXT,
    drawn_on TEXT,
    announced_by TEXT NOT NULL,
    announced_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((seed IS NULL) = (drawn_on IS NULL)),
    FOREIGN KEY (school_id, announced_by) REFERENCES people (school_id, id)
) STRICT;

-- The children in a lot, each under a code of this lot alone. Who was drawn follows from number and code.
CREATE TABLE lot_pupils (
    school_id TEXT NOT NULL,
    lot_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (school_id, lot_id, pupil_id),
    UNIQUE (school_id, lot_id, code),
    FOREIGN KEY (school_id, lot_id) REFERENCES lots (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id)
) STRICT;
