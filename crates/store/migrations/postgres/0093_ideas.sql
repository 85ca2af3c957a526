-- Ideas of young specialists. No time is kept of what is shared, voted and said, and ids are drawn at random: an idea without
-- a name is not to be found by when it came (neg:N24). `answer`, `removed` and `disclosed` hold who, on which day, in which
-- words.
CREATE TABLE ideas (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    author_id TEXT NOT NULL,
    unnamed BIGINT NOT NULL CHECK (unnamed IN (0, 1)),
    shown_on TEXT NOT NULL,
    answerer_id TEXT,
    state TEXT NOT NULL CHECK (state IN ('new', 'discussed', 'taken', 'done', 'declined', 'merged')),
    answer TEXT,
    removed TEXT,
    disclosed TEXT,
    merged_id TEXT CHECK ((merged_id IS NOT NULL) = (state = 'merged')),
    version BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, author_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, answerer_id) REFERENCES people (school_id, id),
    FOREIGN KEY (school_id, merged_id) REFERENCES ideas (school_id, id)
);

-- One vote of each person for each idea.
CREATE TABLE idea_votes (
    school_id TEXT NOT NULL,
    idea_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (school_id, idea_id, person_id),
    FOREIGN KEY (school_id, idea_id) REFERENCES ideas (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);

-- Comments. `number` keeps their order and is shown to nobody.
CREATE TABLE idea_comments (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    idea_id TEXT NOT NULL,
    author_id TEXT NOT NULL,
    unnamed BIGINT NOT NULL CHECK (unnamed IN (0, 1)),
    shown_on TEXT NOT NULL,
    words TEXT NOT NULL,
    removed TEXT,
    PRIMARY KEY (school_id, id),
    UNIQUE (school_id, number),
    FOREIGN KEY (school_id, idea_id) REFERENCES ideas (school_id, id),
    FOREIGN KEY (school_id, author_id) REFERENCES people (school_id, id)
);
CREATE INDEX idea_comments_of_idea ON idea_comments (school_id, idea_id);

-- Who does what an idea turned into.
CREATE TABLE idea_members (
    school_id TEXT NOT NULL,
    idea_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (school_id, idea_id, person_id),
    FOREIGN KEY (school_id, idea_id) REFERENCES ideas (school_id, id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);

-- The steps of it.
CREATE TABLE idea_steps (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    idea_id TEXT NOT NULL,
    text TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    by_day TEXT NOT NULL,
    done_on TEXT,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, idea_id) REFERENCES ideas (school_id, id),
    FOREIGN KEY (school_id, owner_id) REFERENCES people (school_id, id)
);
