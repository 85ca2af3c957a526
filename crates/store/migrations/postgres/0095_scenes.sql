-- Situations that a school wrote for modelled mentoring, without names. Those that come with the program are no rows.
CREATE TABLE situations (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    title TEXT NOT NULL,
    happened TEXT NOT NULL,
    mentor TEXT NOT NULL,
    newcomer TEXT NOT NULL,
    watch TEXT NOT NULL,
    retired BIGINT NOT NULL CHECK (retired IN (0, 1)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id) REFERENCES schools (id)
);

-- Meetings of subject teams at which one is played. `number` is that of the minutes.
CREATE TABLE scenes (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    team TEXT NOT NULL,
    day TEXT NOT NULL,
    from_time TEXT NOT NULL,
    place TEXT NOT NULL,
    starter TEXT,
    situation_id TEXT,
    play_minutes BIGINT NOT NULL,
    sheet_minutes BIGINT NOT NULL,
    talk_minutes BIGINT NOT NULL,
    chair_id TEXT NOT NULL,
    secretary_id TEXT NOT NULL,
    course TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    guests TEXT NOT NULL DEFAULT '',
    votes_for BIGINT NOT NULL DEFAULT 0,
    votes_against BIGINT NOT NULL DEFAULT 0,
    votes_withheld BIGINT NOT NULL DEFAULT 0,
    on_card BIGINT NOT NULL CHECK (on_card IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('planned', 'begun', 'closed', 'cancelled')),
    number BIGINT CHECK ((number IS NULL) = (state <> 'closed')),
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, number),
    CHECK ((starter IS NULL) <> (situation_id IS NULL)),
    FOREIGN KEY (school_id) REFERENCES schools (id),
    FOREIGN KEY (school_id, situation_id) REFERENCES situations (school_id, id),
    FOREIGN KEY (school_id, chair_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, secretary_id) REFERENCES people (school_id, id)
);

-- Who is what at the meeting, and the sheet of an observer.
CREATE TABLE scene_people (
    school_id TEXT NOT NULL,
    scene_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('mentor', 'newcomer', 'observer')),
    present BIGINT NOT NULL CHECK (present IN (0, 1)),
    marks TEXT,
    helped TEXT,
    PRIMARY KEY (school_id, scene_id, person_id),
    CHECK ((marks IS NULL) = (helped IS NULL)),
    CHECK (marks IS NULL OR part = 'observer'),
    FOREIGN KEY (school_id, scene_id) REFERENCES scenes (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
CREATE INDEX scene_people_person ON scene_people (school_id, person_id);
