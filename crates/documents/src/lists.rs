//! Lists as they stand on a day, signed by nobody, without a number and a check code: the registers (doc:A19), the log
//! of a pair (doc:A7), the adaptation checklist (doc:A6), the difficulty map (doc:A8).

use crate::{
    papers::{PrintError, School},
    typesetting::{Form, print},
};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// A list as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Whose it is.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// The day.
    pub date: Date,
    /// What it is, in the language of the paper.
    pub title: String,
    /// Whom and what it is about, line by line; nothing where the title says it all.
    pub about: Vec<String>,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows from top to bottom: for each column the lines of its cell.
    pub rows: Vec<Vec<Vec<String>>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub caption: String,
    /// How wide it is beside the others.
    pub width: u8,
}

/// Prints the list. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(list: &List, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let own = json!({
        "title": list.title,
        "about": list.about,
        "columns": list.columns.iter().map(|column| json!({
            "caption": column.caption,
            "width": column.width,
        })).collect::<Vec<_>>(),
        "rows": list.rows,
    });
    let paper = heading(&list.school, list.school_year, list.date, lang);
    print(Form::List, json!({ "lang": lang.tag(), "paper": paper, "own": own }), made_at)
}

/// What stands on a paper without a number and a code.
pub(crate) fn heading(school: &School, first_year: i16, date: Date, lang: Lang) -> Value {
    json!({
        "school_kk": school.name.kk,
        "school_ru": school.name.ru,
        "locality_kk": school.locality.kk,
        "locality_ru": school.locality.ru,
        "bin": school.bin,
        "school_year": i18n::school_year(first_year),
        "date": day(lang, date),
    })
}
