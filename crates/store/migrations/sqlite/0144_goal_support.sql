-- What a goal builds on, what support it needs, and the newcomer's own mark at a review; all of it by choice.
ALTER TABLE plan_goals ADD COLUMN strengths TEXT;
ALTER TABLE plan_goals ADD COLUMN support TEXT;
ALTER TABLE plan_reviews ADD COLUMN mark INTEGER CHECK (mark BETWEEN 0 AND 3);
