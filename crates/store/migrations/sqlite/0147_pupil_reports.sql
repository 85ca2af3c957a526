-- The annual report of the pupil programme is a report of its own kind, with a form of its own (doc:B15).
-- SQLite changes no CHECK of a table that stands, so the tables are made anew; those that refer to reports go with them, so that
-- nothing refers to what is dropped.
CREATE TABLE reports_of_pupils (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('mentor', 'newcomer', 'note', 'peers')),
    term TEXT NOT NULL CHECK (term IN ('half', 'year')),
    pair_id TEXT,
    author_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE,
    form TEXT NOT NULL,
    draft TEXT NOT NULL,
    content TEXT,
    state TEXT NOT NULL CHECK (state IN ('draft', 'ready', 'signed', 'returned', 'approved')),
    returned_to INTEGER,
    made_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, programme_id, number),
    CHECK ((kind IN ('note', 'peers')) = (pair_id IS NULL)),
    CHECK ((state = 'returned') = (returned_to IS NOT NULL)),
    CHECK (state = 'draft' OR content IS NOT NULL),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id),
    FOREIGN KEY (school_id, author_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO reports_of_pupils (id, school_id, programme_id, kind, term, pair_id, author_id, number, code, form, draft, content, state, returned_to, made_at, version)
    SELECT id, school_id, programme_id, kind, term, pair_id, author_id, number, code, form, draft, content, state, returned_to, made_at, version FROM reports;
CREATE TABLE report_signatures_of_pupils (
    school_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    content TEXT NOT NULL,
    before TEXT NOT NULL,
    hash TEXT NOT NULL,
    void_at INTEGER,
    PRIMARY KEY (school_id, report_id, number),
    FOREIGN KEY (school_id, report_id) REFERENCES reports_of_pupils (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO report_signatures_of_pupils (school_id, report_id, number, place, by_id, name, at, content, before, hash, void_at)
    SELECT school_id, report_id, number, place, by_id, name, at, content, before, hash, void_at FROM report_signatures;
CREATE TABLE report_events_of_pupils (
    school_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by_id TEXT NOT NULL,
    deed TEXT NOT NULL,
    field TEXT,
    was TEXT,
    became TEXT,
    PRIMARY KEY (school_id, report_id, number),
    FOREIGN KEY (school_id, report_id) REFERENCES reports_of_pupils (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO report_events_of_pupils (school_id, report_id, number, at, by_id, deed, field, was, became)
    SELECT school_id, report_id, number, at, by_id, deed, field, was, became FROM report_events;
CREATE TABLE report_readings_of_pupils (
    school_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    by_id TEXT NOT NULL,
    content TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (school_id, report_id, by_id),
    FOREIGN KEY (school_id, report_id) REFERENCES reports_of_pupils (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO report_readings_of_pupils (school_id, report_id, by_id, content, at)
    SELECT school_id, report_id, by_id, content, at FROM report_readings;
CREATE TABLE report_seals_of_pupils (
    school_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    signature TEXT NOT NULL,
    by_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    issuer TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    file BLOB NOT NULL,
    PRIMARY KEY (school_id, report_id, signature),
    FOREIGN KEY (school_id, report_id) REFERENCES reports_of_pupils (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
) STRICT;
INSERT INTO report_seals_of_pupils (school_id, report_id, signature, by_id, subject, issuer, algorithm, signed_at, at, file)
    SELECT school_id, report_id, signature, by_id, subject, issuer, algorithm, signed_at, at, file FROM report_seals;
CREATE TABLE report_uses_of_pupils (
    school_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('mentor', 'newcomer', 'note', 'peers')),
    since INTEGER NOT NULL,
    PRIMARY KEY (school_id, kind),
    FOREIGN KEY (school_id) REFERENCES schools (id)
) STRICT;
INSERT INTO report_uses_of_pupils (school_id, kind, since)
    SELECT school_id, kind, since FROM report_uses;
DROP TABLE report_uses;
DROP TABLE report_seals;
DROP TABLE report_readings;
DROP TABLE report_events;
DROP TABLE report_signatures;
DROP TABLE reports;
ALTER TABLE reports_of_pupils RENAME TO reports;
ALTER TABLE report_signatures_of_pupils RENAME TO report_signatures;
ALTER TABLE report_events_of_pupils RENAME TO report_events;
ALTER TABLE report_readings_of_pupils RENAME TO report_readings;
ALTER TABLE report_seals_of_pupils RENAME TO report_seals;
ALTER TABLE report_uses_of_pupils RENAME TO report_uses;
CREATE UNIQUE INDEX reports_one_of_pair ON reports (school_id, pair_id, kind, term) WHERE pair_id IS NOT NULL;
CREATE UNIQUE INDEX reports_one_of_programme ON reports (school_id, programme_id, kind, term) WHERE pair_id IS NULL;
CREATE UNIQUE INDEX report_signatures_one_holds ON report_signatures (school_id, report_id, place) WHERE void_at IS NULL;

CREATE TABLE form_fields_of_pupils (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'peers', 'closing', 'log')),
    number INTEGER NOT NULL,
    field TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_id TEXT NOT NULL,
    CHECK ((district_id IS NULL) <> (school_id IS NULL)),
    UNIQUE (school_id, kind, number),
    UNIQUE (district_id, kind, number),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (district_id) REFERENCES districts (id),
    FOREIGN KEY (by_id) REFERENCES people (id)
) STRICT;
INSERT INTO form_fields_of_pupils (id, district_id, school_id, kind, number, field, at, by_id)
    SELECT id, district_id, school_id, kind, number, field, at, by_id FROM form_fields;
DROP TABLE form_fields;
ALTER TABLE form_fields_of_pupils RENAME TO form_fields;
CREATE TABLE form_editions_of_pupils (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('order', 'work', 'development', 'observation', 'control', 'visit', 'mentor', 'newcomer', 'note', 'peers', 'closing')),
    number INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    chain TEXT NOT NULL,
    body TEXT,
    at INTEGER NOT NULL,
    by_id TEXT NOT NULL,
    CHECK ((district_id IS NULL) <> (school_id IS NULL)),
    UNIQUE (school_id, kind, number),
    UNIQUE (district_id, kind, number),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (district_id) REFERENCES districts (id),
    FOREIGN KEY (by_id) REFERENCES people (id)
) STRICT;
INSERT INTO form_editions_of_pupils (id, district_id, school_id, kind, number, from_day, chain, body, at, by_id)
    SELECT id, district_id, school_id, kind, number, from_day, chain, body, at, by_id FROM form_editions;
DROP TRIGGER form_editions_are_not_changed;
DROP TRIGGER form_editions_are_not_deleted;
DROP TABLE form_editions;
ALTER TABLE form_editions_of_pupils RENAME TO form_editions;
CREATE TRIGGER form_editions_are_not_changed BEFORE UPDATE ON form_editions BEGIN
    SELECT RAISE(ABORT, 'an edition of a form is not changed');
END;
CREATE TRIGGER form_editions_are_not_deleted BEFORE DELETE ON form_editions BEGIN
    SELECT RAISE(ABORT, 'an edition of a form is not changed');
END;
