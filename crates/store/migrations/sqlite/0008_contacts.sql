-- Joint work of newcomers with candidate mentors. The same kind of the same two on the same day stands once:
-- a form sent twice, or by both, is one joint work.
CREATE TABLE contacts (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    newcomer_id TEXT NOT NULL,
    mentor_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('visit_to_mentor', 'visit_by_mentor', 'co_teaching', 'planning', 'talk', 'duty', 'outside_lessons')),
    held_on TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
    topic TEXT,
    recorded_by TEXT NOT NULL CHECK (recorded_by IN ('newcomer', 'mentor')),
    state TEXT NOT NULL CHECK (state IN ('recorded', 'confirmed', 'cancelled')),
    state_at INTEGER,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((state = 'recorded') = (state_at IS NULL)),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, newcomer_id) REFERENCES newcomers (school_id, id),
    FOREIGN KEY (school_id, mentor_id) REFERENCES mentors (school_id, id)
) STRICT;
CREATE INDEX contacts_newcomer ON contacts (school_id, newcomer_id);
CREATE INDEX contacts_mentor ON contacts (school_id, mentor_id);
CREATE UNIQUE INDEX contacts_once ON contacts (school_id, newcomer_id, mentor_id, held_on, kind)
    WHERE state <> 'cancelled';

-- Private impressions, kept apart, so that no query about joint work can show one. The author is in the key:
-- every query names them.
CREATE TABLE impressions (
    school_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    author_id TEXT NOT NULL,
    useful INTEGER CHECK (useful BETWEEN 1 AND 4),
    ease INTEGER CHECK (ease BETWEEN 1 AND 4),
    asking INTEGER CHECK (asking BETWEEN 1 AND 4),
    note TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, contact_id, author_id),
    FOREIGN KEY (school_id, contact_id) REFERENCES contacts (school_id, id),
    FOREIGN KEY (school_id, author_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX impressions_author ON impressions (school_id, author_id);
