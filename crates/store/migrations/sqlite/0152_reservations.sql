-- Times at which somebody does not meet, beside their lessons: every week on a weekday, or on one day. What for is not asked.
CREATE TABLE reservations (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    weekday INTEGER,
    on_day TEXT,
    from_time TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    entered_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, id),
    CHECK ((weekday IS NULL) <> (on_day IS NULL)),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
-- Days on which a time of every week does not hold.
CREATE TABLE reservation_exceptions (
    school_id TEXT NOT NULL,
    reservation_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    PRIMARY KEY (school_id, reservation_id, on_day),
    FOREIGN KEY (school_id, reservation_id) REFERENCES reservations (school_id, id)
) STRICT;
