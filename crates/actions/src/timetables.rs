//! Lessons of the week, from which free periods follow.
