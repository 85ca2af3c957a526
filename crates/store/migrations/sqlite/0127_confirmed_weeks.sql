-- In whose journal a mark stands: the class of whoever was helped when it was written. The signature of that class confirms it,
-- wherever the child learns now. Of earlier marks nobody knows better than the class of today.
ALTER TABLE peer_sessions ADD COLUMN class_key TEXT NOT NULL DEFAULT '';
UPDATE peer_sessions SET class_key = COALESCE((
    SELECT pupils.class_key FROM peer_pairs
    JOIN pupils ON pupils.school_id = peer_pairs.school_id AND pupils.id = peer_pairs.mentee_id
    WHERE peer_pairs.school_id = peer_sessions.school_id AND peer_pairs.id = peer_sessions.pair_id
), '');

-- What each of the two says of the meeting of a week, asked alone: that it took place, or that it did not.
ALTER TABLE peer_voices ADD COLUMN took_week TEXT;
ALTER TABLE peer_voices ADD COLUMN helper_met INTEGER CHECK (helper_met IN (0, 1));
ALTER TABLE peer_voices ADD COLUMN mentee_met INTEGER CHECK (mentee_met IN (0, 1));
