-- Who stepped back from a camp after its workshops were given out, and who moved up: in that order, behind the draw.
ALTER TABLE camps ADD COLUMN changes TEXT NOT NULL DEFAULT '[]';
-- Until when the messenger asked for a pause when this person's notice met it: it holds for everybody's.
ALTER TABLE telegram_links ADD COLUMN paused_until INTEGER;
