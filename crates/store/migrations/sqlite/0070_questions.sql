-- Versions of a school's question bank: each change of it is one.
CREATE TABLE question_versions (
    school_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (school_id, version),
    FOREIGN KEY (school_id, made_by) REFERENCES people (school_id, id)
) STRICT;

-- A question as it stands from a version of the bank on; the latest one up to a version is in force in it. Nothing is
-- changed or deleted: old papers stay readable.
CREATE TABLE question_editions (
    school_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    PRIMARY KEY (school_id, number, version),
    FOREIGN KEY (school_id, version) REFERENCES question_versions (school_id, version)
) STRICT;

-- The words of an edition in its languages, with the key, which is one: domain::questions::Question as JSON.
CREATE TABLE question_texts (
    school_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'en')),
    question TEXT NOT NULL,
    PRIMARY KEY (school_id, number, version, language),
    FOREIGN KEY (school_id, number, version) REFERENCES question_editions (school_id, number, version)
) STRICT;
