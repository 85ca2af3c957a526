-- Newcomers' own marks on the cards of mentors, kept apart from everything that others read. The owner is in the
-- key: every query names them.
CREATE TABLE favourites (
    school_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    mentor_id TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (mark IN ('favourite', 'hidden')),
    marked_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, newcomer_id, mentor_id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, mentor_id) REFERENCES mentors (school_id, id)
) STRICT;
