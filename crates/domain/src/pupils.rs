//! Pupils, as the school's list has them. Their figures are kept apart and shown by none of the pages yet.

use crate::{Day, SchoolId};

/// A pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// Its id.
    pub id: String,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The school's own code, if it gives one.
    pub code: Option<String>,
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Patronymic, if there is one.
    pub patronymic: Option<String>,
    /// The class as typed.
    pub class: String,
    /// The class in the form in which classes are compared: `8А`, whatever was typed.
    pub class_key: String,
    /// Day of birth.
    pub born_on: Option<Day>,
    /// Language of instruction, in the school's words.
    pub language: Option<String>,
    /// Day from which the pupil no longer belongs to the school.
    pub left_on: Option<Day>,
}
