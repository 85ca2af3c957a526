-- Consents about a pupil, part by part. The paper lies with the school; here stands who, when and where.
CREATE TABLE pupil_consents (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('participation', 'data', 'photo', 'off_site', 'diagnostics')),
    representative TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('paper', 'signature_file', 'state_service')),
    place TEXT NOT NULL,
    child_agreed INTEGER NOT NULL CHECK (child_agreed IN (0, 1)),
    given_on TEXT NOT NULL,
    last_day TEXT NOT NULL,
    text_version TEXT NOT NULL,
    rule_version TEXT NOT NULL,
    withdrawn_on TEXT,
    entered_by TEXT NOT NULL,
    entered_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK (last_day >= given_on),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, entered_by) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX pupil_consents_of_pupil ON pupil_consents (school_id, pupil_id);
