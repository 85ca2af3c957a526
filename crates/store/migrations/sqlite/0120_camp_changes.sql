-- Who stepped back from a camp after its workshops were given out, and who moved up: in that order, behind the draw.
ALTER TABLE camps ADD COLUMN changes TEXT NOT NULL DEFAULT '[]';
