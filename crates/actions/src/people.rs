//! People: corrections, leaving.
