//! The sheet of an observed lesson, doc:A9, and the sheet of a visit, doc:A10; both the school's choice. The scale and
//! lines 1.1 and 1.2 follow the sheet of attestation (Order 83, App. 16).

use crate::{
    orders::Named,
    papers::{Paper, PrintError, day_in_digits},
    templates::{Shape, Shaped},
};
use i18n::Lang;
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// A finished sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// School, number, date, version, check code.
    pub paper: Paper,
    /// What the lesson was watched for.
    pub kind: Kind,
    /// Who taught, as on the day.
    pub observed: Named,
    /// Who watched, as on the day.
    pub observer: Named,
    /// Subject, class, room, topic, goals: label and words; in the language of the paper.
    pub facts: Vec<(String, String)>,
    /// The criteria with their marks; none on a visit.
    pub blocks: Vec<Block>,
    /// The sums under the criteria, in words.
    pub total: Option<String>,
    /// What was seen, a question, the next step: label and words.
    pub notes: Vec<(String, String)>,
    /// The observed teacher's own words, and the day on which they read the sheet.
    pub read: Option<(Date, Option<String>)>,
    /// Which version of the sheet this is, from 1.
    pub version: u16,
}

/// What a lesson was watched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// To help; the sheet belongs to the observed teacher.
    Developmental,
    /// A newcomer's visit, to learn.
    Visit,
    /// Within internal control.
    Control,
}

/// A block of criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its heading.
    pub title: String,
    /// Number, words and mark of its lines; no mark where a line was not looked at.
    pub lines: Vec<(String, String, Option<u8>)>,
}

/// Prints the sheet. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(sheet: &Sheet, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    Shaped::pdf(sheet, lang, made_at)
}

impl Shaped for Sheet {
    const SHAPE: Shape = Shape::Sheet;

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

fn facts(sheet: &Sheet, lang: Lang) -> Value {
    let pairs = |list: &[(String, String)]| -> Vec<Value> {
        list.iter().map(|(label, words)| json!({ "label": label, "words": words })).collect()
    };
    let line = |(number, words, mark): &(String, String, Option<u8>)| json!({ "number": number, "words": words, "mark": mark.map(|mark| mark.to_string()) });
    json!({
        "kind": match sheet.kind {
            Kind::Developmental => "developmental",
            Kind::Visit => "visit",
            Kind::Control => "control",
        },
        "observed": sheet.observed.facts(lang),
        "observer": sheet.observer.facts(lang),
        "facts": pairs(&sheet.facts),
        "blocks": sheet.blocks.iter().map(|block| json!({
            "title": block.title,
            "lines": block.lines.iter().map(line).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "total": sheet.total,
        "notes": pairs(&sheet.notes),
        "read": sheet.read.as_ref().map(|(day, words)| json!({
            "day": day_in_digits(lang, *day),
            "words": words,
        })),
        "version": (sheet.version > 1).then(|| sheet.version.to_string()),
    })
}
