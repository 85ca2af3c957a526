//! What every paper carries (documents.md): school with its BIN, school year, number, date,
//! language, version of the template, basis act and a check code.

use crate::typesetting::{Form, print};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::Date};
use qrcode::{Color, EcLevel, QrCode};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// A text that the school keeps in both languages of its papers, for example the name of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Both {
    /// In Kazakh.
    pub kk: String,
    /// In Russian.
    pub ru: String,
}

impl Both {
    /// A text from its Kazakh and its Russian form.
    pub fn new(kk: impl Into<String>, ru: impl Into<String>) -> Self {
        Self { kk: kk.into(), ru: ru.into() }
    }

    /// The form for a paper in this language; an English reading copy shows the Kazakh one.
    pub fn pick(&self, lang: Lang) -> &str {
        match lang {
            Lang::Kk | Lang::En => &self.kk,
            Lang::Ru => &self.ru,
        }
    }
}

/// The school as on its letterhead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Full official name.
    pub name: Both,
    /// City, district or village where the paper is issued.
    pub locality: Both,
    /// Business identification number, 12 digits.
    pub bin: String,
}

/// Where a reader can check that the paper is real.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Code that a person can type, for example `7F3K-92QD`.
    pub code: String,
    /// Full address of the check page of this paper; it goes into the square code.
    pub address: String,
}

/// What stands on every paper, whatever its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Who issues it.
    pub school: School,
    /// School year as it is written, for example `2026/27`.
    pub school_year: String,
    /// Number in the school's register.
    pub number: String,
    /// Date of the paper.
    pub date: Date,
    /// Version of the template, so that an old paper can be understood later.
    pub template_version: String,
    /// Check code and address.
    pub check: Check,
}

/// Number and date of another paper that this one rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: Date,
}

/// Qualification category of a teacher (rules.md §7); the last three are of the old scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// Педагог / педагог.
    Teacher,
    /// Педагог-модератор.
    Moderator,
    /// Педагог-сарапшы / педагог-эксперт.
    Expert,
    /// Педагог-зерттеуші / педагог-исследователь.
    Researcher,
    /// Педагог-шебер / педагог-мастер.
    Master,
    /// Second category.
    Second,
    /// First category.
    First,
    /// Highest category.
    Highest,
}

impl Category {
    /// Key of its name in the forms.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Teacher => "teacher",
            Self::Moderator => "moderator",
            Self::Expert => "expert",
            Self::Researcher => "researcher",
            Self::Master => "master",
            Self::Second => "second",
            Self::First => "first",
            Self::Highest => "highest",
        }
    }
}

/// Why a paper could not be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintError {
    /// The check address does not fit into a square code (about 1 600 letters).
    AddressTooLong,
    /// The form could not be laid out; the typesetter's message for the log.
    Form(String),
    /// The result would break PDF/A-2b or PDF/UA-1; the typesetter's message for the log.
    Standard(String),
}

impl std::fmt::Display for PrintError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::AddressTooLong => f.write_str("the check address is too long for a square code"),
            Self::Form(message) => write!(f, "the form could not be laid out: {message}"),
            Self::Standard(message) => write!(f, "the paper would break PDF/A or PDF/UA: {message}"),
        }
    }
}

impl std::error::Error for PrintError {}

impl Paper {
    /// Prints a form with the facts of this paper under `paper` and its own under `own`.
    pub(crate) fn print(
        &self,
        form: Form,
        own: &Value,
        lang: Lang,
        made_at: Timestamp,
    ) -> Result<Vec<u8>, PrintError> {
        print(form, self.with(own, lang)?, made_at)
    }

    /// All data of a form: those of every paper, and its own.
    pub(crate) fn with(&self, own: &Value, lang: Lang) -> Result<Value, PrintError> {
        Ok(json!({
            "lang": lang.tag(),
            "paper": self.facts(lang),
            "square": square(&self.check.address)?,
            "own": own,
        }))
    }

    fn facts(&self, lang: Lang) -> Value {
        let School { name, locality, bin } = &self.school;
        json!({
            "school_kk": name.kk,
            "school_ru": name.ru,
            "locality_kk": locality.kk,
            "locality_ru": locality.ru,
            "bin": bin,
            "school_year": self.school_year,
            "number": self.number,
            "date": day(lang, self.date),
            "template_version": self.template_version,
            "code": self.check.code,
            "address": self.check.address,
        })
    }
}

impl Reference {
    /// Number and date in words for a form.
    pub(crate) fn facts(&self, lang: Lang) -> Value {
        json!({ "number": self.number, "date": day(lang, self.date) })
    }
}

/// A day for a narrow column: digits, except in English, where 02.11 could be February.
pub(crate) fn day_in_digits(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Kk | Lang::Ru => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
        Lang::En => day(lang, date),
    }
}

/// The square (QR) code of an address as an SVG of one path, with the quiet zone of 4 modules
/// that ISO/IEC 18004 asks for. The medium level of correction survives a fold or a stamp.
fn square(address: &str) -> Result<String, PrintError> {
    let code =
        QrCode::with_error_correction_level(address, EcLevel::M).map_err(|_| PrintError::AddressTooLong)?;
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            // Writing to a String cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", at % width + 4, at / width + 4);
        }
    }
    let side = width + 8;
    Ok(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>"#
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_address_is_refused_not_cut() {
        let address = format!("https://school.example/check/{}", "a".repeat(3_000));
        assert_eq!(square(&address), Err(PrintError::AddressTooLong));
    }
}
