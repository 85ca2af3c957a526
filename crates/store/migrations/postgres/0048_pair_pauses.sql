-- Pauses of pairs: the days on which the two do not meet.
CREATE TABLE pair_pauses (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    from_day TEXT NOT NULL,
    back_on TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK (back_on >= from_day),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id)
);
CREATE INDEX pair_pauses_of_pair ON pair_pauses (school_id, pair_id, from_day);
