-- Reports that gather their facts from the journal. The form stands in each as it was when it was begun; content is
-- what was frozen when it became ready, draft what its author alone reads.
CREATE TABLE reports (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('mentor', 'newcomer', 'note')),
    term TEXT NOT NULL CHECK (term IN ('half', 'year')),
    pair_id TEXT,
    author_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    form TEXT NOT NULL,
    draft TEXT NOT NULL,
    content TEXT,
    state TEXT NOT NULL CHECK (state IN ('draft', 'ready', 'signed', 'returned', 'approved')),
    returned_to BIGINT,
    made_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, programme_id, number),
    CHECK ((kind = 'note') = (pair_id IS NULL)),
    CHECK ((state = 'returned') = (returned_to IS NOT NULL)),
    CHECK (state = 'draft' OR content IS NOT NULL),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id),
    FOREIGN KEY (school_id, author_id) REFERENCES people (school_id, id)
);
CREATE UNIQUE INDEX reports_one_of_pair ON reports (school_id, pair_id, kind, term) WHERE pair_id IS NOT NULL;
CREATE UNIQUE INDEX reports_one_of_programme ON reports (school_id, programme_id, kind, term) WHERE pair_id IS NULL;

-- Simple signatures; lines are added, and become void at most once.
CREATE TABLE report_signatures (
    school_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    place BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    content TEXT NOT NULL,
    before TEXT NOT NULL,
    hash TEXT NOT NULL,
    void_at BIGINT,
    PRIMARY KEY (school_id, report_id, number),
    FOREIGN KEY (school_id, report_id) REFERENCES reports (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
);
CREATE UNIQUE INDEX report_signatures_one_holds ON report_signatures (school_id, report_id, place) WHERE void_at IS NULL;

-- Who did what with a report; lines are added and never changed.
CREATE TABLE report_events (
    school_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    deed TEXT NOT NULL,
    field TEXT,
    was TEXT,
    became TEXT,
    PRIMARY KEY (school_id, report_id, number),
    FOREIGN KEY (school_id, report_id) REFERENCES reports (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
);

-- Who has said to have read which content: what is signed in one batch was opened before, each.
CREATE TABLE report_readings (
    school_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    by_id TEXT NOT NULL,
    content TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (school_id, report_id, by_id),
    FOREIGN KEY (school_id, report_id) REFERENCES reports (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
);

-- Forms that a school uses: of these alone people are reminded.
CREATE TABLE report_uses (
    school_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('mentor', 'newcomer', 'note')),
    since BIGINT NOT NULL,
    PRIMARY KEY (school_id, kind),
    FOREIGN KEY (school_id) REFERENCES schools (id)
);

-- Fields that a district or a school has added to a form; nobody takes one away.
CREATE TABLE report_fields (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('mentor', 'newcomer', 'note')),
    number BIGINT NOT NULL,
    field TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    CHECK ((district_id IS NULL) <> (school_id IS NULL)),
    UNIQUE (school_id, kind, number),
    UNIQUE (district_id, kind, number),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (district_id) REFERENCES districts (id),
    FOREIGN KEY (by_id) REFERENCES people (id)
);
