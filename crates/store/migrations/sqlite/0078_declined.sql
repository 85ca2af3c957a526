-- Whoever asked for a place in the mentor course and was answered that there is none now; they alone read the words.
ALTER TABLE course_applications ADD COLUMN declined_at INTEGER;
ALTER TABLE course_applications ADD COLUMN words TEXT CHECK ((words IS NULL) = (declined_at IS NULL));
