-- Editions of a form: the body of its papers and who signs them, in force from a day; lines are added and never changed.
CREATE TABLE report_editions (
    id TEXT PRIMARY KEY,
    district_id TEXT,
    school_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('mentor', 'newcomer', 'note')),
    number BIGINT NOT NULL,
    from_day TEXT NOT NULL,
    chain TEXT NOT NULL,
    body TEXT,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    CHECK ((district_id IS NULL) <> (school_id IS NULL)),
    UNIQUE (school_id, kind, number),
    UNIQUE (district_id, kind, number),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (district_id) REFERENCES districts (id),
    FOREIGN KEY (by_id) REFERENCES people (id)
);
CREATE FUNCTION report_editions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an edition of a form is not changed';
END
$$;
CREATE TRIGGER report_editions_are_not_changed BEFORE UPDATE OR DELETE ON report_editions
    FOR EACH ROW EXECUTE FUNCTION report_editions_stay();
