-- First day after a pause of a mentor; before it no new requests come.
ALTER TABLE mentors ADD COLUMN back_on TEXT;
