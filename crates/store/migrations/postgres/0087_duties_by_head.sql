-- Whether the head gave a duty: opens to a specialist what the coordinator does not see whole.
ALTER TABLE duties ADD COLUMN by_head BIGINT NOT NULL DEFAULT 0 CHECK (by_head IN (0, 1));
