//! Mentors: coming forward, being nominated, approval.
