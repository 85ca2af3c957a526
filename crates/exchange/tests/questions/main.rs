//! Files of questions: what is read and written, what is refused, and what holds for any bytes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpus;
mod gift;
mod hostile;
mod laws;
mod moodle;
mod properties;
mod samples;

use domain::questions::{Choice, Fraction};
use exchange::questions::{Entry, Format, Question, Reading, Text, Why};

/// The only question of a reading without faults.
fn only(reading: Reading) -> Question {
    assert_eq!((&reading.skipped, &reading.left), (&Vec::new(), &std::collections::BTreeMap::new()));
    match <[_; 1]>::try_from(reading.entries).unwrap().map(|placed| placed.entry) {
        [Entry::Question(question)] => *question,
        other => panic!("{other:?}"),
    }
}

/// Lines, columns and reasons of what was skipped.
fn skipped(reading: &Reading) -> Vec<(u32, u32, Why)> {
    reading.skipped.iter().map(|one| (one.at.line, one.at.column, one.why.clone())).collect()
}

fn text(said: &str) -> Text {
    Text::new(said, Format::Moodle)
}

fn part(percent: f64) -> Fraction {
    Fraction::from_percent(percent).unwrap()
}

fn choice(said: &str, percent: f64, feedback: &str) -> Choice<Text> {
    Choice { text: text(said), fraction: part(percent), feedback: text(feedback) }
}
