-- The card of a planned meeting stands beside its topic: the activity of the starter set that it was made from, what it is for
-- and what is brought, where that was written otherwise.
ALTER TABLE peer_topics ADD COLUMN starter TEXT;
ALTER TABLE peer_topics ADD COLUMN aim TEXT;
ALTER TABLE peer_topics ADD COLUMN materials TEXT;
