-- The template of the work plan as a school keeps it; each change is a version of its own, the latest is in force.
CREATE TABLE plan_templates (
    school_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    weeks TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (school_id, version),
    FOREIGN KEY (school_id, made_by) REFERENCES people (school_id, id)
) STRICT;

-- The day on which the template laid a step: a step that stands on another day was moved by hand.
ALTER TABLE plan_items ADD COLUMN laid_on TEXT;
UPDATE plan_items SET laid_on = due_on WHERE step IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM plan_changes WHERE plan_changes.school_id = plan_items.school_id AND plan_changes.item_id = plan_items.id AND plan_changes.deed = 'changed'
);
