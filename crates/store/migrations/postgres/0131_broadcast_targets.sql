-- Whom of an audience a message went to: those of a subject, one person; nothing where it went to all of it.
ALTER TABLE broadcasts ADD COLUMN subject TEXT;
ALTER TABLE broadcasts ADD COLUMN only_id TEXT REFERENCES people (id);
