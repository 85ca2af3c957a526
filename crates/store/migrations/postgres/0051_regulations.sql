-- What a school adds to the regulation of its programme and to the road map. Lines are never changed: one that is taken
-- off stays in the history.
CREATE TABLE regulation_lines (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('text', 'road')),
    basis TEXT NOT NULL CHECK (basis IN ('law', 'choice')),
    words TEXT NOT NULL,
    due_day TEXT CHECK ((due_day IS NULL) = (part = 'text')),
    added_by TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    removed_by TEXT,
    removed_at BIGINT,
    PRIMARY KEY (school_id, id),
    CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, added_by) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, removed_by) REFERENCES people (school_id, id)
);
CREATE INDEX regulation_lines_programme ON regulation_lines (school_id, programme_id, added_at);
