//! The mentor's work plan with a young specialist, doc:A4 (Order 130, App. 9), and the young specialist's own
//! development plan, doc:A5, the school's choice.

use crate::{
    orders::Named,
    papers::{Paper, PrintError, Reference, day_in_digits},
    reports::Signature,
    templates::{Shape, Shaped},
};
use i18n::Lang;
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// A plan as it stands on the day of printing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// School, number, date, version, check code.
    pub paper: Paper,
    /// Which of the two plans it is.
    pub kind: Kind,
    /// The order that assigns the mentor, where there is one.
    pub order: Option<Reference>,
    /// The young specialist.
    pub novice: Named,
    /// The mentor, where there is one.
    pub mentor: Option<Named>,
    /// Who approves a work plan.
    pub head: Option<Named>,
    /// Its steps in the order of their days, in the language of the paper.
    pub lines: Vec<Line>,
    /// The goals of a development plan.
    pub goals: Vec<Goal>,
    /// What both have said of them.
    pub reviews: Vec<Review>,
    /// Questions that district and school have added, with the answers; in the language of the paper.
    pub answers: Vec<(String, String)>,
    /// The chain of its signatures in the system; empty where nobody has signed there, so that it is signed on paper.
    pub signatures: Vec<Signature>,
}

/// One goal of a development plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// What.
    pub text: String,
    /// How it will be seen.
    pub seen: String,
    /// By when.
    pub by: Date,
    /// How it stands.
    pub state: String,
}

/// What one of the two has said in January or in May.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The month.
    pub season: String,
    /// Who has said it.
    pub who: String,
    /// What.
    pub words: String,
}

/// Which plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// doc:A4, required by law.
    Work,
    /// doc:A5, the school's choice.
    Development,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub area: String,
    /// What is done.
    pub text: String,
    /// What is to come of it; may be empty.
    pub result: String,
    /// Who does it.
    pub whose: String,
    /// The last day for it.
    pub due: Date,
    /// The day on which it was ticked.
    pub done: Option<Date>,
}

/// Prints the plan. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(plan: &Plan, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    Shaped::pdf(plan, lang, made_at)
}

impl Shaped for Plan {
    const SHAPE: Shape = Shape::Plan;

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

fn facts(plan: &Plan, lang: Lang) -> Value {
    let named = |who: &Option<Named>| who.as_ref().map(|who| who.facts(lang));
    json!({
        "kind": match plan.kind {
            Kind::Work => "work",
            Kind::Development => "development",
        },
        "order": plan.order.as_ref().map(|order| order.facts(lang)),
        "novice": plan.novice.facts(lang),
        "mentor": named(&plan.mentor),
        "head": named(&plan.head),
        "lines": plan.lines.iter().map(|line| json!({
            "area": line.area,
            "text": line.text,
            "result": line.result,
            "whose": line.whose,
            "due": day_in_digits(lang, line.due),
            "done": line.done.map(|day| day_in_digits(lang, day)),
        })).collect::<Vec<_>>(),
        "goals": plan.goals.iter().map(|goal| json!({
            "text": goal.text,
            "seen": goal.seen,
            "by": day_in_digits(lang, goal.by),
            "state": goal.state,
        })).collect::<Vec<_>>(),
        "reviews": plan.reviews.iter().map(|review| json!({
            "season": review.season,
            "who": review.who,
            "words": review.words,
        })).collect::<Vec<_>>(),
        "answers": plan.answers.iter().map(|(label, words)| json!({
            "label": label,
            "words": words,
        })).collect::<Vec<_>>(),
        "signatures": plan.signatures.iter().map(Signature::facts).collect::<Vec<_>>(),
    })
}
