//! The question bank of the mentor exam's theory (feat:G4; essay:E31, E32): what is asked, which answers are right and
//! for how much, and which questions a candidate gets.
//!
//! One shape serves both the bank and the files of others: [`Kind`] is generic over its texts. In the bank they are
//! plain [`String`]s; in a file they carry a format, and whoever reads it reduces them by [`Kind::map`].

mod bank;
mod checks;
mod fractions;
mod scoring;
mod self_check;
mod topics;
mod variants;
mod wordings;

pub use bank::{Bank, Numbered, Unknown};
pub use checks::{Fault, MOST_CHARACTERS, MOST_CHOICES, Place};
pub use fractions::{Fraction, Points};
pub use scoring::{Answer, Unscored, score};
pub use self_check::{Outcome, PractiseRefused, SELF_CHECK, outcome, right_answer, said_to, self_check};
pub use topics::{Shelf, Topic};
pub use variants::{Blueprint, Drawn, NotEnough, Variant};
pub use wordings::{Edition, Fate, Kept, Language, MOST_QUESTIONS, Wanted, Way, WordingRefused, fate};

use serde::{Deserialize, Serialize};

/// Something to choose or to write, and what it is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice<T = String> {
    /// What stands there. In a short answer `*` stands for any letters and `\*` for a star, as in Moodle.
    pub text: T,
    /// Its part of the question's points.
    pub fraction: Fraction,
    /// What is said to whoever gives it; empty where nothing is.
    pub feedback: T,
}

/// Numbers that count as the same answer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Near {
    /// From `value - tolerance` to `value + tolerance`, ends included.
    Number {
        /// The middle.
        value: f64,
        /// How far off is still right; not negative.
        tolerance: f64,
    },
    /// Every other number.
    Any,
}

/// Numbers to answer with, and what they are worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range<T = String> {
    /// Which numbers.
    pub near: Near,
    /// Their part of the question's points.
    pub fraction: Fraction,
    /// What is said to whoever gives one; empty where nothing is.
    pub feedback: T,
}

/// Two things that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair<T = String> {
    /// What is given.
    pub stem: T,
    /// What is looked for; several stems may share one.
    pub answer: String,
}

/// How a question is answered; `T` is how its texts are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind<T = String> {
    /// One of several.
    Single(Vec<Choice<T>>),
    /// Several of several.
    Multiple(Vec<Choice<T>>),
    /// Right or wrong.
    TrueFalse {
        /// The statement is true.
        right: bool,
        /// What is said to whoever answers «true».
        to_true: T,
        /// What is said to whoever answers «false».
        to_false: T,
    },
    /// A word or two; the first answer that fits counts.
    Short {
        /// What is accepted.
        answers: Vec<Choice<T>>,
        /// Capital letters matter.
        case: bool,
    },
    /// A number; the first range that holds it counts.
    Numerical(Vec<Range<T>>),
    /// Each stem gets its answer.
    Matching {
        /// What belongs together.
        pairs: Vec<Pair<T>>,
        /// Answers that belong to none.
        spare: Vec<String>,
    },
    /// A text that an examiner marks by hand.
    Essay,
}

/// One question of the bank.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// A short name for the lists of the bank; candidates do not see it.
    pub name: String,
    /// What is asked.
    pub text: String,
    /// Where it stands in the bank.
    pub shelf: Shelf,
    /// How it is answered.
    pub kind: Kind,
    /// What a wholly right answer brings.
    pub worth: Points,
    /// What is said to everybody after the exam; empty where nothing is.
    pub feedback: String,
}

impl<T> Choice<T> {
    fn map<U>(&self, text: &impl Fn(&T) -> U) -> Choice<U> {
        Choice { text: text(&self.text), fraction: self.fraction, feedback: text(&self.feedback) }
    }
}

impl<T> Kind<T> {
    /// The same with every text changed.
    pub fn map<U>(&self, text: impl Fn(&T) -> U) -> Kind<U> {
        let choices = |all: &[Choice<T>]| all.iter().map(|choice| choice.map(&text)).collect();
        match self {
            Self::Single(all) => Kind::Single(choices(all)),
            Self::Multiple(all) => Kind::Multiple(choices(all)),
            Self::TrueFalse { right, to_true, to_false } => {
                Kind::TrueFalse { right: *right, to_true: text(to_true), to_false: text(to_false) }
            }
            Self::Short { answers, case } => Kind::Short { answers: choices(answers), case: *case },
            Self::Numerical(ranges) => {
                let range = |range: &Range<T>| Range {
                    near: range.near,
                    fraction: range.fraction,
                    feedback: text(&range.feedback),
                };
                Kind::Numerical(ranges.iter().map(range).collect())
            }
            Self::Matching { pairs, spare } => {
                let pair = |pair: &Pair<T>| Pair { stem: text(&pair.stem), answer: pair.answer.clone() };
                Kind::Matching { pairs: pairs.iter().map(pair).collect(), spare: spare.clone() }
            }
            Self::Essay => Kind::Essay,
        }
    }

    /// True where an examiner marks it.
    pub const fn by_hand(&self) -> bool {
        matches!(self, Self::Essay)
    }
}

#[cfg(test)]
mod tests;
