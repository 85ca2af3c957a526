//! Report of a camp of young specialists, doc:A22, for the signature of its organiser by pen: facts, tables, the
//! organiser's words. What it says comes in the language of the paper.

use crate::{
    lists::heading,
    papers::{PrintError, School},
    typesetting::{Form, print},
};
use i18n::Lang;
use jiff::{Timestamp, civil::Date};
use serde_json::json;

/// A table of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What stands above it.
    pub title: String,
    /// The captions of its columns.
    pub heads: Vec<String>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The school that held the camp.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// The day of printing.
    pub date: Date,
    /// What the paper is called.
    pub title: String,
    /// Label and words, line by line; a line without words is left out.
    pub facts: Vec<(String, String)>,
    /// The tables; one without rows is left out.
    pub tables: Vec<Table>,
    /// How the draw went, so that it can be made again.
    pub draw: Vec<String>,
    /// What stands above the organiser's words, and these; nothing where there are none.
    pub words: (String, String),
    /// Who signs: the word for it.
    pub signer: String,
}

/// Prints the report. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(report: &Report, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let facts = report.facts.iter().filter(|(_, words)| !words.is_empty());
    let tables = report.tables.iter().filter(|table| !table.rows.is_empty());
    let own = json!({
        "title": report.title,
        "facts": facts.map(|(label, words)| json!({ "label": label, "words": words })).collect::<Vec<_>>(),
        "tables": tables.map(|table| json!({
            "title": table.title,
            "heads": table.heads,
            "rows": table.rows,
        })).collect::<Vec<_>>(),
        "draw": report.draw,
        "heading": report.words.0,
        "words": report.words.1,
        "signer": report.signer,
    });
    let paper = heading(&report.school, report.school_year, report.date, lang);
    print(Form::Camp, json!({ "lang": lang.tag(), "paper": paper, "own": own }), made_at)
}
