-- A question that is for practice before the exam: no exam draws it. An edition says how it stands from its version on.
ALTER TABLE question_editions ADD COLUMN practice BIGINT NOT NULL DEFAULT 0 CHECK (practice IN (0, 1));
