-- Who has asked for notices in Telegram. A code is used once, and only its hash stands here; the bot's token stands nowhere.
CREATE TABLE telegram_links (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    code_hash TEXT UNIQUE,
    code_until BIGINT,
    chat TEXT UNIQUE,
    since BIGINT,
    due_at BIGINT,
    tries BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, person_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
);
CREATE INDEX telegram_links_due ON telegram_links (due_at) WHERE due_at IS NOT NULL;
