-- Which sheet was asked for because of a gap, counted from one; nought for those who mark from the start, who outvote nobody.
-- Who was asked before is not known: they say why, like everybody else.
ALTER TABLE hearing_sheets ADD COLUMN asked INTEGER NOT NULL DEFAULT 0 CHECK (asked >= 0);
