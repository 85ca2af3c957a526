//! The letter of thanks to a mentor at the end of a pair's work (feat:E6); the school's choice.

use crate::{
    orders::Named,
    papers::{Paper, PrintError},
    templates::{Shape, Shaped},
};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// The letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thanks {
    /// School, number, date, version, check code.
    pub paper: Paper,
    /// Who is thanked.
    pub mentor: Named,
    /// With whom the mentor worked.
    pub novice: Named,
    /// Who signs; none where the school has no head today.
    pub head: Option<Named>,
    /// The first day of the pair.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// How many meetings took place; nothing is said of none.
    pub meetings: usize,
    /// The novice's word of thanks, where it may stand here.
    pub words: Option<String>,
}

/// Prints the letter. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(thanks: &Thanks, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    Shaped::pdf(thanks, lang, made_at)
}

impl Shaped for Thanks {
    const SHAPE: Shape = Shape::Closing;

    fn paper(&self) -> &Paper {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper {
        &mut self.paper
    }

    fn own(&self, lang: Lang) -> Value {
        facts(self, lang)
    }
}

fn facts(thanks: &Thanks, lang: Lang) -> Value {
    json!({
        "mentor": thanks.mentor.facts(lang),
        "novice": thanks.novice.facts(lang),
        "head": thanks.head.as_ref().map(|head| head.facts(lang)),
        "from": day(lang, thanks.from),
        "to": day(lang, thanks.to),
        "meetings": thanks.meetings,
        "words": thanks.words,
    })
}
