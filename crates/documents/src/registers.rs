//! Registers of mentors and of novices, doc:A19: of the day, signed by nobody, without a number and a check code.

use crate::{
    papers::{PrintError, School},
    typesetting::{Form, print},
};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// A register as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// Whose it is.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// The day.
    pub date: Date,
    /// What it is, in the language of the paper.
    pub title: String,
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

/// Prints the register. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(register: &Register, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let own = json!({
        "title": register.title,
        "columns": register.columns.iter().map(|column| json!({
            "caption": column.caption,
            "width": column.width,
        })).collect::<Vec<_>>(),
        "rows": register.rows,
    });
    let paper = heading(&register.school, register.school_year, register.date, lang);
    print(Form::Register, json!({ "lang": lang.tag(), "paper": paper, "own": own }), made_at)
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
