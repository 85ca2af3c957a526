//! The summary in what somebody takes along to another school (feat:A6); the school's choice. It is no numbered paper:
//! what it says stands in the papers that are enclosed.

use crate::{
    lists::heading,
    orders::Named,
    papers::{PrintError, School, day_in_digits},
    typesetting::{Form, print},
};
use i18n::Lang;
use jiff::{Timestamp, civil::Date};
use serde_json::json;

/// The summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Whose it is.
    pub person: Named,
    /// The school that it comes from.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// The day on which it is made.
    pub made: Date,
    /// Who signs; none where the school has no head today.
    pub head: Option<Named>,
    /// The pairs by order, in the language of the paper.
    pub periods: Vec<Period>,
    /// Held meetings by kind: the name in the language of the paper, and how many.
    pub kinds: Vec<(String, usize)>,
    /// Minutes of all held meetings together.
    pub minutes: u32,
    /// Paths of the enclosed files.
    pub files: Vec<String>,
}

/// A pair by order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// As what, in the language of the paper.
    pub role: String,
    /// With whom.
    pub with: String,
    /// The first day.
    pub from: Date,
    /// The last day, once it is known.
    pub to: Option<Date>,
    /// Number of the order.
    pub order: String,
}

/// Prints the summary. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(package: &Package, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let own = json!({
        "person": package.person.facts(lang),
        "head": package.head.as_ref().map(|head| head.facts(lang)),
        "periods": package.periods.iter().map(|one| json!({
            "role": one.role,
            "with": one.with,
            "from": day_in_digits(lang, one.from),
            "to": one.to.map_or_else(|| "–".to_owned(), |day| day_in_digits(lang, day)),
            "order": one.order,
        })).collect::<Vec<_>>(),
        "kinds": package.kinds.iter().map(|(kind, count)| json!({
            "kind": kind,
            "count": count.to_string(),
        })).collect::<Vec<_>>(),
        "meetings": package.kinds.iter().map(|(_, count)| count).sum::<usize>(),
        "minutes": package.minutes,
        "files": package.files,
    });
    let paper = heading(&package.school, package.school_year, package.made, lang);
    print(Form::Package, json!({ "lang": lang.tag(), "paper": paper, "own": own }), made_at)
}
