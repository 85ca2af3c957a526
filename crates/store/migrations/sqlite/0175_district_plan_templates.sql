-- The template of the work plan as a district keeps it for its schools; each change is a version of its own, the latest is in
-- force. A school starts from it until it changes something itself.
CREATE TABLE district_plan_templates (
    district_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    weeks TEXT NOT NULL,
    own TEXT NOT NULL DEFAULT '[]',
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (district_id, version),
    FOREIGN KEY (district_id) REFERENCES districts (id),
    FOREIGN KEY (made_by) REFERENCES people (id)
) STRICT;
