//! Accounts: passwords, one-time codes, sessions.
