-- What a difficulty map said before it was filled in again in its season; read by its newcomer alone.
CREATE TABLE earlier_difficulties (
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    season TEXT NOT NULL CHECK (season IN ('september', 'january', 'may')),
    marks TEXT NOT NULL,
    words TEXT,
    shared BIGINT NOT NULL CHECK (shared IN (0, 1)),
    filled_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, newcomer_id, season, filled_at),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id)
);
