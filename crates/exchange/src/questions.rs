//! Files of exam questions, GIFT and Moodle XML, read to the kinds of the bank and written from them (feat:G4).
//!
//! What cannot be taken is skipped and named with its line and column, and never costs the rest; what a format has no
//! place for is counted or named. What is written comes back alike: parse(write(parse(x))) = parse(x).

pub mod gift;
pub mod moodle;
mod positions;
mod texts;
mod writing;

pub use positions::Spot;
pub use texts::{Format, Text, clean, in_one_line};
pub use writing::{Loss, Lost, Written};

use crate::roster::{Encoding, decode, may_be_kz1048};
use domain::questions::{Fraction, Kind, Points};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use texts::visible;

/// Bytes of the largest file that is read: a hundred thousand questions, or twenty thousand with pictures.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Most entries of a file.
pub const MAX_ENTRIES: usize = 200_000;
/// Most choices, answers or pairs of a question that is read; the bank takes fewer and says so.
pub const MAX_CHOICES: usize = 1_000;
/// Characters of a name or a word of the file that is repeated to its author.
const SHOWN: usize = 80;

/// A question of a file. The texts are as [`clean`] leaves them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its name in the lists of a bank; empty where it has none.
    pub name: String,
    /// The number that its school gave it; empty where there is none.
    pub id: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// What is asked.
    pub text: Text,
    /// How it is answered.
    pub kind: Kind<Text>,
    /// What it brings; GIFT knows one point only.
    pub worth: Points,
    /// What is said to everybody.
    pub feedback: Text,
}

/// One thing after the other, as a file holds them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// The questions that follow stand on this shelf: a path with `/`, often from `$course$` on.
    Category(String),
    /// A question.
    Question(Box<Question>),
    /// A text between questions, to which nothing is answered.
    Description {
        /// Its name; empty where it has none.
        name: String,
        /// What it says.
        text: Text,
    },
}

/// An entry where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// Where it begins.
    pub at: Spot,
    /// The entry.
    pub entry: Entry,
}

/// Why a question is not taken. What to mend stands with each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// A brace without its other one, or one in the other: write `\{` and `\}` in texts.
    Brace,
    /// Answers in a second place of the text: make two questions of it.
    SecondAnswers,
    /// A name begins with `::` and does not end.
    OpenName,
    /// Fewer choices, answers or pairs than the kind needs.
    TooFew {
        /// Least.
        least: usize,
    },
    /// More than [`MAX_CHOICES`].
    TooMany,
    /// A part of the points that Moodle does not know.
    UnknownFraction {
        /// As it stands there.
        given: String,
        /// The nearest that is known.
        nearest: Fraction,
    },
    /// No number, or a tolerance below nought.
    NotANumber {
        /// As it stands there.
        given: String,
    },
    /// A pair without `->` between its two.
    NoArrow,
    /// A kind that the bank does not have: `calculated`, `multianswer`, …
    UnknownKind {
        /// Its word.
        kind: String,
    },
    /// A part that the kind needs is missing.
    Missing {
        /// The name of its element.
        part: String,
    },
    /// Tags in a text: they belong into `<![CDATA[…]]>`.
    TagInText {
        /// The first of them.
        tag: String,
    },
    /// More elements in each other than the format has.
    TooDeep,
}

/// A question that was not taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Skipped {
    /// Where the fault is.
    pub at: Spot,
    /// The name of the question, shortened; empty where it has none.
    pub name: String,
    /// What it is.
    pub why: Why,
}

/// Something of which the bank has no place, by the name of its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Where it was met first.
    pub first: Spot,
    /// How often.
    pub count: u32,
}

/// A file that a question shows and that is not taken: its text stands without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithoutFile {
    /// Where it stands.
    pub at: Spot,
    /// The name of the question, shortened.
    pub name: String,
    /// The file's own name, to be read by people only.
    pub file: String,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The encoding that was used.
    pub encoding: Encoding,
    /// Letters look like KZ-1048 read as windows-1251: ask.
    pub may_be_kz1048: bool,
    /// What was taken, in the order of the file.
    pub entries: Vec<Placed>,
    /// What was not.
    pub skipped: Vec<Skipped>,
    /// What of the taken questions was left out.
    pub left: BTreeMap<String, Left>,
    /// Files that were left out.
    pub without_files: Vec<WithoutFile>,
}

/// Why nothing of a file is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// More than [`MAX_BYTES`] or [`MAX_ENTRIES`].
    #[error("larger than a file of questions may be")]
    TooLarge,
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// Bytes that are no letters in the encoding of the rest: save it as UTF-8.
    #[error("letters are lost in line {}", at.line)]
    LostLetters {
        /// The first of them.
        at: Spot,
    },
    /// Damaged, or no XML at all.
    #[error("no XML in line {}: {why}", at.line)]
    NotXml {
        /// Where.
        at: Spot,
        /// The parser's own word, for the log.
        why: String,
    },
    /// It brings definitions of its own; no file of questions needs them, and bombs are made of them.
    #[error("definitions of its own in line {}", at.line)]
    OwnDefinitions {
        /// Where.
        at: Spot,
    },
    /// XML of something else.
    #[error("not a quiz but {root}")]
    NotAQuiz {
        /// The name of its first element.
        root: String,
    },
}

impl Reading {
    fn new(encoding: Encoding, text: &str) -> Self {
        Self {
            encoding,
            may_be_kz1048: encoding == Encoding::Windows1251 && may_be_kz1048(text),
            entries: Vec::new(),
            skipped: Vec::new(),
            left: BTreeMap::new(),
            without_files: Vec::new(),
        }
    }

    fn is_full(&self) -> bool {
        self.entries.len() + self.skipped.len() >= MAX_ENTRIES
    }

    fn leave(&mut self, what: String, at: Spot) {
        self.left.entry(what).or_insert(Left { first: at, count: 0 }).count += 1;
    }

    /// The questions, each with the category it stands in; empty before the first category.
    pub fn questions(&self) -> impl Iterator<Item = (&str, Spot, &Question)> {
        let mut category = "";
        self.entries.iter().filter_map(move |placed| match &placed.entry {
            Entry::Category(path) => {
                category = path;
                None
            }
            Entry::Question(question) => Some((category, placed.at, question.as_ref())),
            Entry::Description { .. } => None,
        })
    }
}

/// The text of a file, its lines ended by `\n`: what is read of it, for whoever mends it on a page.
pub fn text_of(bytes: &[u8], choice: Option<Encoding>) -> Result<(String, Encoding), Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::TooLarge);
    }
    let (text, encoding) = decode(bytes, choice);
    let text =
        visible(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text });
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    // The sign for a lost letter is a letter like any other where the bytes spell it out.
    let spelled = encoding == Encoding::Utf8 && std::str::from_utf8(bytes).is_ok();
    match text.find('\u{fffd}') {
        Some(lost) if !spelled => {
            Err(Refused::LostLetters { at: positions::Positions::of(&text).spot(lost) })
        }
        _ => Ok((text, encoding)),
    }
}

/// The beginning of a text in one line, for a message.
fn shown(text: &str) -> String {
    in_one_line(&text.chars().take(SHOWN).collect::<String>())
}

/// A number in digits, with a point or a comma; neither infinite nor none.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let is_written = text.contains(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || ".,+-eE".contains(letter));
    let number: f64 = text.replace(',', ".").parse().ok().filter(|_| is_written)?;
    number.is_finite().then_some(number)
}
