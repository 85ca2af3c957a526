-- Simple signatures of work plans and orders, in the shape of those of reports. Void ones stay.
CREATE TABLE paper_signatures (
    school_id TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (paper IN ('plan', 'order')),
    paper_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    place BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    content TEXT NOT NULL,
    before TEXT NOT NULL,
    hash TEXT NOT NULL,
    void_at BIGINT,
    PRIMARY KEY (school_id, paper, paper_id, number),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
);
CREATE UNIQUE INDEX paper_signatures_one_holds ON paper_signatures (school_id, paper, paper_id, place) WHERE void_at IS NULL;

-- Who has said to have read which content; of an order with the number and date that it is to get.
CREATE TABLE paper_readings (
    school_id TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (paper IN ('plan', 'order')),
    paper_id TEXT NOT NULL,
    by_id TEXT NOT NULL,
    content TEXT NOT NULL,
    entry_number TEXT,
    entry_on TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (school_id, paper, paper_id, by_id),
    CHECK ((entry_number IS NULL) = (entry_on IS NULL)),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
);

-- Qualified signatures beside these: files that hold as long as the simple signature does.
CREATE TABLE paper_seals (
    school_id TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (paper IN ('plan', 'order')),
    paper_id TEXT NOT NULL,
    signature TEXT NOT NULL,
    by_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    issuer TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    file BYTEA NOT NULL,
    PRIMARY KEY (school_id, paper, paper_id, signature),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
);
