-- Meetings of pairs: agreed on by the two, confirmed by both afterwards. A talk that was only written down has no time
-- of day.
CREATE TABLE meetings (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('visit_to_mentor', 'visit_by_mentor', 'co_teaching', 'planning', 'talk', 'duty', 'outside_lessons')),
    topic TEXT,
    place TEXT,
    day TEXT NOT NULL,
    at_time TEXT,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 480),
    set_by TEXT NOT NULL CHECK (set_by IN ('newcomer', 'mentor')),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'agreed', 'moving', 'held', 'missed', 'disputed', 'declined', 'withdrawn', 'cancelled')),
    by_side TEXT CHECK (by_side IN ('newcomer', 'mentor')),
    to_day TEXT,
    to_time TEXT,
    to_minutes INTEGER CHECK (to_minutes BETWEEN 1 AND 480),
    said_newcomer INTEGER CHECK (said_newcomer IN (0, 1)),
    said_mentor INTEGER CHECK (said_mentor IN (0, 1)),
    series_id TEXT,
    changed_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    CHECK ((state IN ('proposed', 'moving', 'cancelled')) = (by_side IS NOT NULL)),
    CHECK ((state = 'moving') = (to_day IS NOT NULL) AND (state = 'moving') = (to_time IS NOT NULL) AND (state = 'moving') = (to_minutes IS NOT NULL)),
    CHECK (at_time IS NOT NULL OR state IN ('held', 'missed', 'disputed', 'withdrawn')),
    FOREIGN KEY (school_id, programme_id) REFERENCES programmes (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id)
) STRICT;
CREATE INDEX meetings_pair ON meetings (school_id, pair_id, day);
CREATE INDEX meetings_programme ON meetings (school_id, programme_id, state);

-- Notes on a meeting. A note of the level 'mine' is read by its author alone.
CREATE TABLE meeting_notes (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    author_id TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('ours', 'mine', 'document')),
    text TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, meeting_id) REFERENCES meetings (school_id, id),
    FOREIGN KEY (school_id, author_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX meeting_notes_meeting ON meeting_notes (school_id, meeting_id);

-- What one of the two does until the next meeting.
CREATE TABLE meeting_steps (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    pair_id TEXT NOT NULL,
    meeting_id TEXT NOT NULL,
    whose TEXT NOT NULL CHECK (whose IN ('newcomer', 'mentor')),
    text TEXT NOT NULL,
    until_day TEXT,
    done_at INTEGER,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, pair_id) REFERENCES pairs (school_id, id),
    FOREIGN KEY (school_id, meeting_id) REFERENCES meetings (school_id, id)
) STRICT;
CREATE INDEX meeting_steps_pair ON meeting_steps (school_id, pair_id);
