-- Themes of meetings that whoever wrote them offers to the reports; what is not here stays with the two.
CREATE TABLE meeting_themes (
    school_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    PRIMARY KEY (school_id, meeting_id),
    FOREIGN KEY (school_id, meeting_id) REFERENCES meetings (school_id, id)
);
-- Difficulty maps were filled in under the promise that nothing is added up. Those that are filled in from now on are
-- counted in groups, as their form says; the earlier ones never are.
ALTER TABLE difficulties ADD COLUMN counted BIGINT NOT NULL DEFAULT 0 CHECK (counted IN (0, 1));
