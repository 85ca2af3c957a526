-- Who has asked for notices in Telegram. A code is used once, and only its hash stands here; the bot's token stands nowhere.
CREATE TABLE telegram_links (
    school_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    code_hash TEXT UNIQUE,
    code_until INTEGER,
    chat TEXT UNIQUE,
    since INTEGER,
    due_at INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (school_id, person_id),
    FOREIGN KEY (school_id, person_id) REFERENCES people (school_id, id)
) STRICT;
CREATE INDEX telegram_links_due ON telegram_links (due_at) WHERE due_at IS NOT NULL;
