//! Translates: other people's file formats to plain records and back.
//!
//! Nothing here knows a database, a clock or a language of the reader: problems are data, and
//! those who show them put them into words.

pub mod awards;
pub mod badges;
pub mod bundles;
pub mod calendars;
pub mod questions;
pub mod roster;
pub mod seals;
