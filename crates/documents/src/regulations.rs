//! The regulation of the programme and its road map, doc:A20, for the head's signature.

use crate::{
    lists::heading,
    papers::{PrintError, School},
    typesetting::{Form, print},
};
use i18n::Lang;
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// A regulation as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regulation {
    /// Whose it is.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// The day of printing.
    pub date: Date,
    /// The full name of the head, who approves it.
    pub head: Option<String>,
    /// The text.
    pub chapters: Vec<Chapter>,
    /// The road map.
    pub road: Vec<Line>,
}

/// A chapter of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Its title, in the language of the paper.
    pub title: String,
    /// Its clauses.
    pub lines: Vec<Line>,
}

/// A clause, or a step of the road map; of a clause only the text is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it says, or what happens.
    pub text: String,
    /// When.
    pub when: String,
    /// Who is responsible.
    pub who: String,
    /// The document that comes of it.
    pub result: String,
    /// The law asks for it; else the school's choice.
    pub by_law: bool,
}

impl Line {
    fn facts(&self) -> Value {
        json!({
            "text": self.text,
            "when": self.when,
            "who": self.who,
            "result": self.result,
            "by_law": self.by_law,
        })
    }
}

/// Prints the regulation. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(regulation: &Regulation, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let own = json!({
        "head": regulation.head,
        "chapters": regulation.chapters.iter().map(|chapter| json!({
            "title": chapter.title,
            "lines": chapter.lines.iter().map(Line::facts).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "road": regulation.road.iter().map(Line::facts).collect::<Vec<_>>(),
    });
    let paper = heading(&regulation.school, regulation.school_year, regulation.date, lang);
    print(Form::Regulation, json!({ "lang": lang.tag(), "paper": paper, "own": own }), made_at)
}
