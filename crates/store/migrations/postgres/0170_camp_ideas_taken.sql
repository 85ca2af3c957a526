-- To the board of which school an idea of a camp went, and as which one of it. The board's own row may go: its school takes the idea
-- anew then.
CREATE TABLE camp_ideas_taken (
    school_id TEXT NOT NULL,
    idea_id TEXT NOT NULL,
    home_id TEXT NOT NULL REFERENCES schools (id),
    board_id TEXT NOT NULL,
    PRIMARY KEY (school_id, idea_id, home_id),
    FOREIGN KEY (school_id, idea_id) REFERENCES camp_ideas (school_id, id)
);
