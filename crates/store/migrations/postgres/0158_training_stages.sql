-- A session of the mentor course belongs to one of its stages: a meeting of the discussion, or one of the training. All that
-- were held so far were of the training.
ALTER TABLE trainings ADD COLUMN stage TEXT NOT NULL DEFAULT 'training' CHECK (stage IN ('discussion', 'training'));
