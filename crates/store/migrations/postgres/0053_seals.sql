-- Qualified signatures of reports: files beside a simple signature, which hold as long as that one does.
CREATE TABLE report_seals (
    school_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    signature TEXT NOT NULL,
    by_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    issuer TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    file BYTEA NOT NULL,
    PRIMARY KEY (school_id, report_id, signature),
    FOREIGN KEY (school_id, report_id) REFERENCES reports (school_id, id),
    FOREIGN KEY (school_id, by_id) REFERENCES people (school_id, id)
);
