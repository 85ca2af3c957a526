//! The set of forms of a school: what stands in the program, what a district adds for all its schools, what a school adds
//! for itself (feat:F1; doc:A1, A4, A5, A7, A9, A10, A12, A13, A15, A18, A21, B15). Questions are only ever added, at the end; a document
//! keeps those that it was begun with. On what a form stands, the law or the school's choice, is said with it.

use crate::{EditionId, reports};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most characters of a label in one language.
pub const MOST_LABEL: usize = 120;
/// Most questions that one district or one school adds to a form.
pub const MOST_FIELDS: usize = 12;
/// Most answers of a question with choices; least: 2.
pub const MOST_OPTIONS: usize = 8;
/// Most characters of an answer.
pub const MOST_ANSWER: usize = 2000;
/// Most characters of an answer that is a number.
const MOST_DIGITS: usize = 12;

/// A document whose form a district and a school add to: questions, or the body of its paper, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The mentor's work plan (doc:A4).
    Work,
    /// The newcomer's development plan (doc:A5).
    Development,
    /// The sheet of a lesson that is observed to help (doc:A9).
    Observation,
    /// The sheet of a lesson that is observed within internal control (doc:A9).
    Control,
    /// The sheet of a newcomer's visit (doc:A10).
    Visit,
    /// A report that is signed in a chain (doc:A12, A13, A21, B15).
    Report(reports::Kind),
    /// Closing words of the two of a pair, and the letter of thanks that is made of them (feat:E6).
    Closing,
    /// What is written down about a talk in a minute; the mentor's log is made of it (doc:A7; feat:D8).
    Log,
    /// An order that assigns mentors or ends their work (doc:A1, A15).
    Order,
    /// The certificate of a mentor (doc:A18).
    Certificate,
}

impl Kind {
    /// All, in the order of pages.
    pub const ALL: [Self; 13] = [
        Self::Order,
        Self::Work,
        Self::Development,
        Self::Observation,
        Self::Control,
        Self::Visit,
        Self::Report(reports::Kind::Mentor),
        Self::Report(reports::Kind::Newcomer),
        Self::Report(reports::Kind::Note),
        Self::Report(reports::Kind::Peers),
        Self::Log,
        Self::Closing,
        Self::Certificate,
    ];

    /// The word under which it is stored; also the tail of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Development => "development",
            Self::Observation => "observation",
            Self::Control => "control",
            Self::Visit => "visit",
            Self::Report(kind) => kind.word(),
            Self::Closing => "closing",
            Self::Log => "log",
            Self::Order => "order",
            Self::Certificate => "certificate",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// True where the body of its paper may be edited: the rest of it stands as it is. A log is a list, which has no body.
    pub const fn is_shaped(self) -> bool {
        !matches!(self, Self::Log)
    }

    /// True where questions may be added. Nobody is asked anything by an order or a certificate.
    pub const fn asks(self) -> bool {
        !matches!(self, Self::Order | Self::Certificate)
    }

    /// True where the answers stand on its paper, so that a sample of it shows a question.
    pub const fn shows_answers(self) -> bool {
        !matches!(self, Self::Closing | Self::Log | Self::Order | Self::Certificate)
    }

    /// On what the form stands: the law asks for the order (Law 293-VI Art. 13, Order 160) and for the work plan (Order 130,
    /// App. 9).
    pub const fn basis(self) -> Basis {
        match self {
            Self::Order | Self::Work => Basis::Law,
            _ => Basis::Choice,
        }
    }
}

impl From<reports::Kind> for Kind {
    fn from(kind: reports::Kind) -> Self {
        Self::Report(kind)
    }
}

/// A paper that is printed as it stands in the program: nobody adds to it, and the law does not ask for it. A consent says what
/// somebody agreed to, word for word; an application speaks for its author alone; of a regulation the school writes the lines
/// itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixed {
    /// The consents of both (doc:A2).
    Consent,
    /// The application for another mentor (doc:A15).
    Application,
    /// The regulation of the programme (doc:A20).
    Regulation,
}

impl Fixed {
    /// All, in the order of pages.
    pub const ALL: [Self; 3] = [Self::Consent, Self::Application, Self::Regulation];

    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Application => "application",
            Self::Regulation => "regulation",
        }
    }
}

/// A text in the three languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// In Kazakh.
    pub kk: String,
    /// In Russian.
    pub ru: String,
    /// In English.
    pub en: String,
}

impl Label {
    fn parts(&self) -> [&str; 3] {
        [&self.kk, &self.ru, &self.en]
    }

    pub(crate) fn trimmed(&self) -> Self {
        let trimmed = |text: &str| text.trim().to_owned();
        Self { kk: trimmed(&self.kk), ru: trimmed(&self.ru), en: trimmed(&self.en) }
    }

    pub(crate) fn fits(&self) -> bool {
        self.parts().into_iter().all(|text| (1..=MOST_LABEL).contains(&text.trim().chars().count()))
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// One line.
    Line,
    /// Sentences.
    Text,
    /// A number.
    Number,
    /// One of several answers.
    Choice,
    /// A day.
    Day,
}

impl Asked {
    /// All, in the order of pages.
    pub const ALL: [Self; 5] = [Self::Text, Self::Line, Self::Number, Self::Choice, Self::Day];

    /// Its word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Text => "text",
            Self::Number => "number",
            Self::Choice => "choice",
            Self::Day => "day",
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|asked| asked.word() == word)
    }
}

/// On what a form or a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The law asks for it.
    Law,
    /// The school has chosen it.
    Choice,
}

/// Who brought a field into a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The set that comes with the program.
    Built,
    /// The district, for all its schools.
    District,
    /// The school.
    School,
}

/// A field that somebody fills in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its key within the form.
    pub key: String,
    /// What is asked.
    pub label: Label,
    /// How much.
    pub asked: Asked,
    /// The answers of a question with choices, in the order of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Label>,
    /// On what it stands.
    pub basis: Basis,
    /// Whose place in the chain fills it in, from 0: the author.
    pub by: u8,
    /// True where a report is not ready without it.
    pub needed: bool,
    /// Who brought it in.
    pub origin: Origin,
}

impl Field {
    /// The choice that an answer names; an answer to a choice is kept as its number, from 1, in all languages.
    pub fn option(&self, answer: &str) -> Option<&Label> {
        let number: usize = answer.trim().parse().ok()?;
        self.options.get(number.checked_sub(1)?)
    }

    /// May this be the answer? An empty one always may.
    pub fn fits(&self, answer: &str) -> Result<(), Unfit> {
        let answer = answer.trim();
        match self.asked {
            _ if answer.is_empty() => Ok(()),
            _ if answer.chars().count() > MOST_ANSWER => Err(Unfit::TooLong),
            Asked::Line | Asked::Text => Ok(()),
            Asked::Number if is_number(answer) => Ok(()),
            Asked::Number => Err(Unfit::NoNumber),
            Asked::Choice => self.option(answer).map(|_| ()).ok_or(Unfit::NoChoice),
            Asked::Day => answer.parse::<Date>().map(|_| ()).map_err(|_| Unfit::NoDay),
        }
    }
}

/// Digits, with a comma or a point between them where it is no whole number.
fn is_number(answer: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit());
    let plain = answer.strip_prefix('-').unwrap_or(answer);
    let (whole, rest) = plain.split_once([',', '.']).unwrap_or((plain, "0"));
    answer.len() <= MOST_DIGITS && digits(whole) && digits(rest)
}

/// Why an answer does not fit its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Longer than [`MOST_ANSWER`].
    TooLong,
    /// No number.
    NoNumber,
    /// None of the choices.
    NoChoice,
    /// No day.
    NoDay,
    /// The form does not ask for it.
    Unasked,
}

/// Of which set a form is: the program's, with so many fields of the district and of the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Of the set in the program.
    pub built: u16,
    /// Fields that the district has added.
    pub district: u16,
    /// Fields that the school has added.
    pub school: u16,
    /// Number of the edition of its body and its chain; 0 for those of the program.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub edition: u16,
}

impl Version {
    /// The set in the program with nothing added.
    pub const BUILT: Self = Self { built: 1, district: 0, school: 0, edition: 0 };

    /// The same with these fields.
    #[must_use]
    pub fn with(self, added: &[Field]) -> Self {
        let count = |origin| added.iter().filter(|field| field.origin == origin).count();
        let number = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        Self { district: number(count(Origin::District)), school: number(count(Origin::School)), ..self }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(number: &u16) -> bool {
    *number == 0
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.built, self.district, self.school)?;
        match self.edition {
            0 => Ok(()),
            edition => write!(f, "-{edition}"),
        }
    }
}

/// Answers by the keys of their questions.
pub type Answers = BTreeMap<String, String>;

/// What a document keeps of what was added to its form, as it was when the document was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// Of the form.
    pub version: Version,
    /// The questions: the district's, then the school's.
    pub fields: Vec<Field>,
    /// The edition whose body its paper has; without one it has that of the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<EditionId>,
}

impl Default for Added {
    fn default() -> Self {
        Self { version: Version::BUILT, fields: Vec::new(), edition: None }
    }
}

impl Added {
    /// The form with these questions.
    pub fn new(fields: Vec<Field>) -> Self {
        Self { version: Version::BUILT.with(&fields), fields, edition: None }
    }

    /// The same with the body of an edition, where one is in force.
    #[must_use]
    pub fn under(mut self, edition: Option<&reports::Edition>) -> Self {
        if let Some(edition) = edition {
            self.version.edition = edition.number;
            self.edition = Some(edition.id.clone());
        }
        self
    }

    /// May these be the answers? None of them has to be there: what the law or the program asks for stands before them.
    pub fn check(&self, answers: &Answers) -> Result<(), Unfit> {
        answers.iter().try_for_each(|(key, answer)| {
            let field = self.fields.iter().find(|field| field.key == *key).ok_or(Unfit::Unasked)?;
            field.fits(answer)
        })
    }
}

/// A question as somebody would add it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub label: Label,
    /// What for.
    pub asked: Asked,
    /// The answers to choose from; of no other question any.
    pub options: Vec<Label>,
}

/// Why a field is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldRefused {
    /// A language has no label, or one longer than [`MOST_LABEL`].
    Label,
    /// The form has [`MOST_FIELDS`] of this origin.
    TooMany,
    /// Fewer than two answers to choose from or more than [`MOST_OPTIONS`], or not the same number in each language.
    Options,
}

/// May a field be added? `label` in the three languages; `added` those of the same origin.
pub fn field(label: &Label, asked: Asked, origin: Origin, added: &[Field]) -> Result<Field, FieldRefused> {
    if !label.fits() {
        return Err(FieldRefused::Label);
    }
    if added.len() >= MOST_FIELDS {
        return Err(FieldRefused::TooMany);
    }
    let of = match origin {
        Origin::Built | Origin::District => "district",
        Origin::School => "school",
    };
    Ok(Field {
        key: format!("{of}-{}", added.len() + 1),
        label: label.trimmed(),
        asked,
        options: Vec::new(),
        basis: Basis::Choice,
        by: 0,
        needed: false,
        origin,
    })
}

/// May a question be added? The same, with its choices.
pub fn question(asked: &Question, origin: Origin, added: &[Field]) -> Result<Field, FieldRefused> {
    let field = field(&asked.label, asked.asked, origin, added)?;
    if asked.asked != Asked::Choice {
        return Ok(field);
    }
    let few = !(2..=MOST_OPTIONS).contains(&asked.options.len());
    if few || !asked.options.iter().all(Label::fits) {
        return Err(FieldRefused::Options);
    }
    Ok(Field { options: asked.options.iter().map(Label::trimmed).collect(), ..field })
}

#[cfg(test)]
mod tests;
