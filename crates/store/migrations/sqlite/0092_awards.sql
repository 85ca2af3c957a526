-- Awards to pupils who help pupils: the rule as it was published, and how far the award has come.
CREATE TABLE awards (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    title TEXT NOT NULL,
    rule_text TEXT NOT NULL,
    rule_hash TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('published', 'frozen', 'drawn', 'confirmed', 'ordered', 'handed', 'annulled')),
    list_hash TEXT,
    frozen_on TEXT,
    seed TEXT,
    drawn_on TEXT,
    votes_for INTEGER,
    votes_against INTEGER,
    protocol TEXT,
    voted_on TEXT,
    order_number TEXT,
    ordered_on TEXT,
    handed_on TEXT,
    published_by TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, rule_hash, title),
    FOREIGN KEY (school_id, published_by) REFERENCES people (school_id, id)
) STRICT;

-- Who is named for an award, under a code of this award alone; figures are filled in when the list is frozen.
-- Whoever gives a prize back has a number: the first has 1.
CREATE TABLE award_nominees (
    school_id TEXT NOT NULL,
    award_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    code TEXT NOT NULL,
    recent INTEGER NOT NULL CHECK (recent IN (0, 1)),
    hours INTEGER NOT NULL CHECK (hours >= 0),
    weeks INTEGER NOT NULL CHECK (weeks >= 0),
    training INTEGER NOT NULL CHECK (training >= 0),
    wishes TEXT NOT NULL,
    grounds TEXT NOT NULL,
    declined INTEGER CHECK (declined > 0),
    PRIMARY KEY (school_id, award_id, pupil_id),
    UNIQUE (school_id, award_id, code),
    UNIQUE (school_id, award_id, declined),
    FOREIGN KEY (school_id, award_id) REFERENCES awards (school_id, id),
    FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id)
) STRICT;

-- Appeals against what a list says of a pupil, before the lot.
CREATE TABLE award_appeals (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    award_id TEXT NOT NULL,
    pupil_id TEXT NOT NULL,
    grounds TEXT NOT NULL,
    filed_by TEXT NOT NULL,
    filed_on TEXT NOT NULL,
    upheld INTEGER CHECK (upheld IN (0, 1)),
    words TEXT,
    answered_by TEXT,
    answered_on TEXT,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, award_id, pupil_id),
    CHECK ((upheld IS NULL) = (answered_by IS NULL) AND (upheld IS NULL) = (answered_on IS NULL) AND (upheld IS NULL) = (words IS NULL)),
    FOREIGN KEY (school_id, award_id, pupil_id) REFERENCES award_nominees (school_id, award_id, pupil_id),
    FOREIGN KEY (school_id, filed_by) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, answered_by) REFERENCES people (school_id, id)
) STRICT;
