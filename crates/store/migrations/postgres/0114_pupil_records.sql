-- What was written down for a pupil is saved only over what its page had: nobody's words are written over unread.
ALTER TABLE peer_profiles ADD COLUMN version BIGINT NOT NULL DEFAULT 0;

-- What was deleted of pupils because its time was over: how many of what on a day. Never whose.
CREATE TABLE deletions (
    school_id TEXT NOT NULL REFERENCES schools (id),
    day TEXT NOT NULL,
    record TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number > 0),
    PRIMARY KEY (school_id, day, record)
);

-- How a volunteer's own studies go, as somebody looked last. No mark, and gone when they stop.
ALTER TABLE volunteers ADD COLUMN studies TEXT CHECK (studies IN ('well', 'harder'));
ALTER TABLE volunteers ADD COLUMN studies_on TEXT;
