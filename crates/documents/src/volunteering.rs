//! What a pupil who helps others takes along: the certificate of hours and the letter of thanks, doc:B13. Both say what is
//! confirmed, and neither says who was helped. They are no numbered papers: the head signs them by pen.

use crate::{
    lists::heading,
    orders::Named,
    papers::{PrintError, School},
    typesetting::{Form, print},
};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::Date};
use serde_json::json;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The certificate of hours.
    Hours,
    /// The letter of thanks.
    Thanks,
}

impl Kind {
    /// Key of its texts in the form.
    const fn key(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Thanks => "thanks",
        }
    }
}

/// A paper of a pupil who helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volunteering {
    /// Which.
    pub kind: Kind,
    /// The pupil's full name.
    pub name: String,
    /// The class, as the school writes it.
    pub class: String,
    /// Whose it is.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// The first day that counts.
    pub from: Date,
    /// The day on which it is made: the last one that counts.
    pub made: Date,
    /// Whole hours of meetings that an adult signed and neither of the two denies; nothing is said of none.
    pub hours: u32,
    /// Weeks with a meeting; nothing is said of none.
    pub weeks: u32,
    /// Whole hours of training; nothing is said of none.
    pub training: u32,
    /// Who signs; none where the school has no head today.
    pub head: Option<Named>,
}

/// Prints it. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(paper: &Volunteering, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let own = json!({
        "kind": paper.kind.key(),
        "name": paper.name,
        "class": paper.class,
        "from": day(lang, paper.from),
        "made": day(lang, paper.made),
        "hours": paper.hours,
        "weeks": paper.weeks,
        "training": paper.training,
        "head": paper.head.as_ref().map(|head| head.facts(lang)),
    });
    let top = heading(&paper.school, paper.school_year, paper.made, lang);
    print(Form::Volunteering, json!({ "lang": lang.tag(), "paper": top, "own": own }), made_at)
}
