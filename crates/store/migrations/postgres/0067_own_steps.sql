-- What a school wrote into its template of the work plan, with the template's version; a step of a plan remembers which of
-- them it was made from.
ALTER TABLE plan_templates ADD COLUMN own TEXT NOT NULL DEFAULT '[]';
ALTER TABLE plan_items ADD COLUMN own TEXT;
