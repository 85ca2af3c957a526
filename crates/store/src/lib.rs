//! Remembers: one SQL text on SQLite and PostgreSQL.
