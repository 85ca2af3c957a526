//! Where to cut, decided before anybody's result is seen (methods/measurement.md §3). A cut is frozen with its
//! sitting; nothing here changes one afterwards.

pub mod angoff;
pub mod borderline;
pub mod hofstee;
pub mod practice;
