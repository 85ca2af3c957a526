-- A camp, a club or a school of young specialists: the last two meet now and then through a year.
ALTER TABLE camps ADD COLUMN kind TEXT NOT NULL DEFAULT 'camp' CHECK (kind IN ('camp', 'club', 'school'));
