-- Ideas put to a camp, by people of whichever school. No time is kept, and ids are drawn at random: one without a name is not
-- to be found by when it came (neg:N24).
CREATE TABLE camp_ideas (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    camp_id TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    author_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    unnamed BIGINT NOT NULL CHECK (unnamed IN (0, 1)),
    shown_on TEXT NOT NULL,
    removed BIGINT NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, camp_id) REFERENCES camps (school_id, id),
    FOREIGN KEY (home_id, author_id) REFERENCES people (school_id, id)
);
CREATE INDEX camp_ideas_of_camp ON camp_ideas (school_id, camp_id);

-- One vote of each person for each of them.
CREATE TABLE camp_idea_votes (
    school_id TEXT NOT NULL,
    idea_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    home_id TEXT NOT NULL,
    PRIMARY KEY (school_id, idea_id, person_id),
    FOREIGN KEY (school_id, idea_id) REFERENCES camp_ideas (school_id, id),
    FOREIGN KEY (home_id, person_id) REFERENCES people (school_id, id)
);

-- What those who took part say of a camp. Whose an answer is stands nowhere; that somebody has answered stands with them.
CREATE TABLE camp_answers (
    id TEXT NOT NULL UNIQUE,
    school_id TEXT NOT NULL,
    camp_id TEXT NOT NULL,
    helped TEXT NOT NULL,
    change TEXT NOT NULL,
    PRIMARY KEY (school_id, id),
    FOREIGN KEY (school_id, camp_id) REFERENCES camps (school_id, id)
);
CREATE INDEX camp_answers_of_camp ON camp_answers (school_id, camp_id);
ALTER TABLE camp_people ADD COLUMN answered BIGINT NOT NULL DEFAULT 0 CHECK (answered IN (0, 1));
