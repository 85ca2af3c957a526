//! Newcomers: enrolment and the provisional mentor.
