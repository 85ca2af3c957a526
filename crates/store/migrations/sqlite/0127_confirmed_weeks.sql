-- In whose journal a mark stands: the class of whoever was helped when it was written. The signature of that class confirms it,
-- wherever the child learns now. Of earlier marks nobody knows better than the class of today.
ALTER TABLE peer_sessions ADD COLUMN class_key TEXT NOT NULL DEFAULT '';
UPDATE peer_sessions SET class_key = COALESCE((
    SELECT pupils.class_key FROM peer_pairs
    JOIN pupils ON pupils.school_id = peer_pairs.school_id AND pupils.id = peer_pairs.mentee_id
    WHERE peer_pairs.school_id = peer_sessions.school_id AND peer_pairs.id = peer_sessions.pair_id
), '');
