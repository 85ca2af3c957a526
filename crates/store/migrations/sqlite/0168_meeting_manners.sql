-- In what manner a meeting took place, where it is a kind of its own: a talk online or by phone, a lesson that the mentor shows.
ALTER TABLE meetings ADD COLUMN manner TEXT CHECK (manner IN ('online', 'phone', 'demonstration'));
