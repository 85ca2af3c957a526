//! The order by which the pupil programme is held, doc:B1, for the head's signature by pen. Pupils stand in it by a number: neither
//! a name nor why somebody takes part.

use crate::{
    lists::heading,
    papers::{PrintError, School},
    typesetting::{Form, print},
};
use i18n::Lang;
use jiff::{Timestamp, civil::Date};
use serde_json::json;

/// The meeting of the week of a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Weekday, time and how long, in the language of the paper.
    pub when: String,
    /// Where.
    pub place: String,
    /// The adult in charge.
    pub adult: String,
}

/// The order as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PupilOrder {
    /// Whose it is.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// The day of printing.
    pub date: Date,
    /// The full names of the coordinators.
    pub coordinators: Vec<String>,
    /// The classes of all who take part, whoever helps and whoever is helped.
    pub classes: Vec<String>,
    /// How many help.
    pub helpers: usize,
    /// How many are helped.
    pub mentees: usize,
    /// The meetings of the pairs, by their numbers.
    pub meetings: Vec<Meeting>,
    /// The full name of the head; none where the school has no head today.
    pub head: Option<String>,
}

/// Prints it. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(order: &PupilOrder, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let meeting = |one: &Meeting| json!({ "when": one.when, "place": one.place, "adult": one.adult });
    let own = json!({
        "coordinators": order.coordinators,
        "classes": order.classes,
        "helpers": order.helpers,
        "mentees": order.mentees,
        "meetings": order.meetings.iter().map(meeting).collect::<Vec<_>>(),
        "head": order.head,
    });
    let paper = heading(&order.school, order.school_year, order.date, lang);
    print(Form::PupilOrder, json!({ "lang": lang.tag(), "paper": paper, "own": own }), made_at)
}
