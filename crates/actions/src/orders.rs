//! Orders of the head that assign mentors (doc:A1).
