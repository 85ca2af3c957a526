-- Scans of signed papers about pupils. The bytes are sealed: whoever gets hold of the database sees no signature. A scan goes
-- with the last consent that stands on its paper.
CREATE TABLE pupil_scans (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png')),
    sealed BLOB NOT NULL,
    brought_by TEXT NOT NULL,
    brought_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, brought_by) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX pupil_scans_of_pupil ON pupil_scans (school_id, pupil_id);

-- The scan of the paper on which a consent stands.
ALTER TABLE pupil_consents ADD COLUMN scan_id TEXT REFERENCES pupil_scans (id);
CREATE INDEX pupil_consents_of_scan ON pupil_consents (scan_id);

-- What the signature file of a consent said when it was checked; the file is not kept.
ALTER TABLE pupil_consents ADD COLUMN signer TEXT;
ALTER TABLE pupil_consents ADD COLUMN issuer TEXT;
ALTER TABLE pupil_consents ADD COLUMN signed_at INTEGER;
ALTER TABLE pupil_consents ADD COLUMN fingerprint TEXT;

-- Who opened a scan about a pupil, once a day.
CREATE TABLE scan_reads (
    school_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (school_id, pupil_id, day, person_id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
