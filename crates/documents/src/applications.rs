//! Application of a newcomer for another mentor, or of a mentor to hand over, doc:A15; the school's choice. It is written
//! by its author and gets its number when it is handed in, so it has none here, and no check code.

use crate::{
    Both,
    orders::Named,
    papers::{PrintError, Reference},
    typesetting::{Form, print},
};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::Date};
use serde_json::json;

/// The application. What its author told the coordinator in confidence is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// What is applied for.
    pub wish: Wish,
    /// The school.
    pub school: Both,
    /// To whom; none where the school has no head today.
    pub head: Option<Named>,
    /// From whom.
    pub author: Named,
    /// The other one of the pair.
    pub other: Named,
    /// The order that assigned the two.
    pub order: Reference,
    /// The day of the paper.
    pub date: Date,
}

/// What is applied for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// A newcomer applies for another mentor.
    Replace,
    /// A mentor applies to hand over.
    End,
}

/// Prints the application. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(application: &Application, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let own = json!({
        "wish": match application.wish {
            Wish::Replace => "replace",
            Wish::End => "end",
        },
        "school": application.school.pick(lang),
        "head": application.head.as_ref().map(|head| head.facts(lang)),
        "author": application.author.facts(lang),
        "other": application.other.facts(lang),
        "order": application.order.facts(lang),
        "date": day(lang, application.date),
    });
    print(Form::Application, json!({ "lang": lang.tag(), "own": own }), made_at)
}
