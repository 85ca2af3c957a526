//! Lessons of the week, from which free periods follow.

use crate::{PersonId, SchoolId};

/// One lesson of a teacher in the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Who teaches.
    pub person: PersonId,
    /// Weekday, 1 for Monday.
    pub weekday: u8,
    /// Number of the lesson in the day.
    pub number: u8,
    /// The class, as the school writes it.
    pub class: String,
    /// The room, if known.
    pub room: Option<String>,
}
