//! Lines of a list of pupils.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::classes::ClassName;
use super::columns::{Field, Usage};
use super::duplicates::Seen;
use super::line::Line;
use super::names::PersonName;
use super::text::{Entry, squeeze};

/// A pupil as the list has them; what is blank or doubtful is `None`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PupilRecord {
    /// Physical line, from 1, the header counted.
    pub line: u32,
    /// Name.
    pub name: PersonName,
    /// Code in the school's own system.
    pub code: Option<Entry>,
    /// Class.
    pub class: ClassName,
    /// Day of birth.
    pub born_on: Option<Date>,
    /// Identification number, twelve digits.
    pub iin: Option<String>,
    /// Language of instruction.
    pub language: Option<SchoolLanguage>,
    /// E-mail in small letters.
    pub email: Option<Entry>,
    /// Telephone as `+` and digits.
    pub phone: Option<Entry>,
    /// Quality by subject and quarter, in the order of the columns.
    pub scores: Vec<Score>,
    /// Attendance, 0–100.
    pub attendance: Option<f64>,
    /// Clubs and achievements.
    pub activities: Option<Entry>,
}

/// Quality in a subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// The subject as the header names it.
    pub subject: String,
    /// Quarter 1–4, or none for the year.
    pub quarter: Option<u8>,
    /// 0–100.
    pub percent: f64,
}

/// Language of instruction.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolLanguage {
    /// Kazakh.
    Kazakh,
    /// Russian.
    Russian,
    /// English.
    English,
    /// Another, as typed (Uighur, Uzbek, Tajik, two at once).
    Other(String),
}

impl SchoolLanguage {
    fn of(entry: &Entry) -> Self {
        let words = squeeze(&entry.value);
        let starts = |stems: &[&str]| stems.iter().any(|stem| words.starts_with(stem));
        match words.as_str() {
            "kk" | "kz" | "каз" | "қаз" => Self::Kazakh,
            "ru" | "рус" | "орыс" => Self::Russian,
            "en" | "анг" | "англ" | "ағыл" => Self::English,
            _ if starts(&["казахск", "қазақ", "kazakh"]) => Self::Kazakh,
            _ if starts(&["русск", "орысша", "орыстіл", "russian"]) => Self::Russian,
            _ if starts(&["английск", "ағылшын", "english"]) => Self::English,
            _ => Self::Other(entry.value.clone()),
        }
    }
}

/// Reads a line; `fractions` are columns whose per cents stand as parts of one.
pub(crate) fn read(line: &mut Line<'_>, seen: &mut Seen, fractions: &[usize]) -> Option<PupilRecord> {
    let name = line.name();
    line.require(&Field::Class);
    let class = line.class();
    let code = line.foreign_key(&Field::Code);
    let iin = line.iin();
    line.unique(seen, &Field::Code, code.as_ref().map(|key| key.value.as_str()));
    line.unique(seen, &Field::Iin, iin.as_deref());
    let (name, class) = (name?, class?);
    line.namesake(seen, &name, &class.key());
    Some(PupilRecord {
        line: line.number(),
        name,
        code,
        class,
        born_on: line.day(&Field::BirthDate),
        iin,
        language: line.entry(&Field::Language).as_ref().map(SchoolLanguage::of),
        email: line.email(),
        phone: line.phone(),
        scores: scores(line, fractions),
        attendance: percent(line, &Field::Attendance, fractions),
        activities: line.entry(&Field::Activities),
    })
}

fn scores(line: &mut Line<'_>, fractions: &[usize]) -> Vec<Score> {
    let mut scores = Vec::new();
    for column in &line.opened.columns {
        if let Usage::Mapped(field @ Field::Score { subject, quarter }) = &column.usage
            && let Some(percent) = percent(line, field, fractions)
        {
            scores.push(Score { subject: subject.clone(), quarter: *quarter, percent });
        }
    }
    scores
}

fn percent(line: &mut Line<'_>, field: &Field, fractions: &[usize]) -> Option<f64> {
    let column = line.opened.column(field)?;
    let scale = if fractions.contains(&column.index) { 100.0 } else { 1.0 };
    line.bounded(field, scale, (0.0, 100.0))
}
