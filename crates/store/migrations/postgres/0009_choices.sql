-- Sealed rankings: whom a newcomer would ask first, whom a mentor would take, best first. One row for each
-- author; the last list saved counts, an empty one means «nobody».
CREATE TABLE choices (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('newcomer', 'mentor')),
    author_id TEXT NOT NULL,
    list TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, programme_id, side, author_id),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, author_id) REFERENCES people (school_id, id)
);
