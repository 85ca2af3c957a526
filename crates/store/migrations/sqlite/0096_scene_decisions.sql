-- What a meeting decided: open ones stand at the home of their owner.
CREATE TABLE scene_decisions (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    scene_id TEXT NOT NULL,
    text TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    until_day TEXT NOT NULL,
    done_at INTEGER,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, scene_id) REFERENCES scenes (school_id, id),
    FOREIGN KEY (school_id, owner_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX scene_decisions_owner ON scene_decisions (school_id, owner_id);

-- The link to a recording belongs to whoever played the mentor, who names its viewers.
CREATE TABLE scene_recordings (
    school_id TEXT NOT NULL,
    scene_id TEXT NOT NULL,
    link TEXT NOT NULL,
    PRIMARY KEY (school_id, scene_id),
    FOREIGN KEY (school_id, scene_id) REFERENCES scenes (school_id, id)
) STRICT;
CREATE TABLE scene_viewers (
    school_id TEXT NOT NULL,
    scene_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (school_id, scene_id, person_id),
    FOREIGN KEY (school_id, scene_id) REFERENCES scene_recordings (school_id, scene_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
