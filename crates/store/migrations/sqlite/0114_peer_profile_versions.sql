-- What was written down for a pupil is saved only over what its page had: nobody's words are written over unread.
ALTER TABLE peer_profiles ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
