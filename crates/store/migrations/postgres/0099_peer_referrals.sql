-- The accepted referral that a pair serves; when the referral is forgotten, so is that.
ALTER TABLE peer_pairs ADD COLUMN referral_id TEXT REFERENCES referrals (id);

-- An adult pauses what a pupil does with other pupils, for a time. Never why.
CREATE TABLE peer_pauses (
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    paused_at BIGINT NOT NULL,
    until_day TEXT NOT NULL,
    PRIMARY KEY (school_id, pupil_id, person_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
