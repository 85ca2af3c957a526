//! Reports that are signed in a chain: of a mentor, doc:A12, of a newcomer, doc:A13, of the coordinator, doc:A21, B15.

use crate::{
    orders::Named,
    papers::{Paper, PrintError, Reference, day_in_digits},
    templates::{Shape, Shaped},
};
use i18n::Lang;
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// School, number, date, version of the form, check code.
    pub paper: Paper,
    /// What it is, in the language of the paper.
    pub title: String,
    /// The law asks for it; else the school's choice.
    pub by_law: bool,
    /// Its author is still writing: the paper says that it is a draft.
    pub draft: bool,
    /// First and last day that it covers.
    pub period: (Date, Date),
    /// The young specialist.
    pub novice: Option<Named>,
    /// The mentor.
    pub mentor: Option<Named>,
    /// The order that assigns the mentor.
    pub order: Option<Reference>,
    /// What was gathered; a total is the number of lines.
    pub lists: Vec<List>,
    /// Figures that open no list, or why they are not shown, in the language of the paper.
    pub figures: Vec<String>,
    /// What people wrote.
    pub answers: Vec<Answer>,
    /// The places of the chain in order.
    pub signatures: Vec<Signature>,
}

/// A list with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// By which an edited body finds it.
    pub key: String,
    /// What it counts.
    pub caption: String,
    /// Minutes of all its lines, where they have any.
    pub minutes: Option<u32>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The day.
    pub day: Option<Date>,
    /// What it says.
    pub text: String,
    /// Minutes.
    pub minutes: Option<u16>,
}

/// What somebody wrote in a field of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The key of the field, by which an edited body finds it.
    pub key: String,
    /// What is asked.
    pub label: String,
    /// The law asks for it; else the school's choice.
    pub by_law: bool,
    /// The words; may be empty.
    pub text: String,
}

/// A place of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Whose place it is.
    pub place: String,
    /// The signature, once it is given.
    pub given: Option<Given>,
}

/// A simple signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The full name on that day.
    pub name: String,
    /// Day and time.
    pub when: String,
    /// The beginning of its hash.
    pub hash: String,
}

impl Signature {
    /// A place of a chain for a form.
    pub(crate) fn facts(&self) -> Value {
        json!({
            "place": self.place,
            "name": self.given.as_ref().map(|given| &given.name),
            "when": self.given.as_ref().map(|given| &given.when),
            "hash": self.given.as_ref().map(|given| &given.hash),
        })
    }
}

/// Prints the report. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(report: &Report, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    Shaped::pdf(report, lang, made_at)
}

impl Shaped for Report {
    const SHAPE: Shape = Shape::Report;

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

fn facts(report: &Report, lang: Lang) -> Value {
    let named = |who: &Option<Named>| who.as_ref().map(|who| who.facts(lang));
    let (from, until) = report.period;
    json!({
        "title": report.title,
        "by_law": report.by_law,
        "draft": report.draft,
        "from": day_in_digits(lang, from),
        "until": day_in_digits(lang, until),
        "novice": named(&report.novice),
        "mentor": named(&report.mentor),
        "order": report.order.as_ref().map(|order| order.facts(lang)),
        "lists": report.lists.iter().map(|list| json!({
            "key": list.key,
            "caption": list.caption,
            "total": list.lines.len(),
            "minutes": list.minutes,
            "lines": list.lines.iter().map(|line| json!({
                "day": line.day.map(|day| day_in_digits(lang, day)),
                "text": line.text,
                "minutes": line.minutes,
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "figures": report.figures,
        "answers": report.answers.iter().map(|answer| json!({
            "key": answer.key,
            "label": answer.label,
            "by_law": answer.by_law,
            "text": answer.text,
        })).collect::<Vec<_>>(),
        "signatures": report.signatures.iter().map(Signature::facts).collect::<Vec<_>>(),
    })
}
