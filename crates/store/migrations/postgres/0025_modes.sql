-- What the engine looked for: the newcomers' best pairs with drawn ties, or as many pairs as possible. Whatever was
-- proposed before there was a choice was the former.
ALTER TABLE proposals ADD COLUMN mode TEXT NOT NULL DEFAULT 'truthful' CHECK (mode IN ('truthful', 'most_pairs'));
