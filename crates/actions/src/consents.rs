//! Written consents of both sides (doc:A2).
