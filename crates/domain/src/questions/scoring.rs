//! What an answer brings, by the rules of Moodle (docs.moodle.org, «Question types»), so that a bank means the same here
//! and there:
//!
//! - single: the part of the choice; it may be negative and then costs points;
//! - multiple: the sum of the parts of what is ticked, never less than nothing or more than all;
//! - true or false, matching: all or nothing; the share of stems that got their answer, each alike;
//! - short, numerical: the part of the first answer that fits, in the order of the question;
//! - essay: the examiner's;
//! - no answer brings nothing.
//!
//! Ours: white space in a short answer is folded, and a number may be written with a comma.

use super::fractions::WHOLE;
use super::{Choice, Kind, Near, Pair, Points, Question, Range};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A sum this near to the whole is the whole: 7 × 14.28571 % is everything (Moodle: more than 0.999999).
const ROUNDING: i64 = 10;

/// What a candidate gave. Numbers count choices as they stand in the question, not as they were shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Nothing.
    Blank,
    /// One choice.
    One(usize),
    /// Some choices.
    Several(BTreeSet<usize>),
    /// True or false.
    Truth(bool),
    /// A text: short answers, numbers and essays.
    Written(String),
    /// The answer given to each stem, in the order of the stems; `None` where it was left open.
    Matched(Vec<Option<String>>),
}

/// Why there are no points yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unscored {
    /// An examiner marks it.
    ByHand,
    /// The answer is to another kind of question, or names a choice that is not there.
    NotAnAnswer,
}

/// The points of an answer.
pub fn score(question: &Question, answer: &Answer) -> Result<Points, Unscored> {
    let parts = match (&question.kind, answer) {
        (Kind::Essay, Answer::Blank | Answer::Written(_)) => return Err(Unscored::ByHand),
        (_, Answer::Blank) => 0,
        (Kind::Single(choices), Answer::One(chosen)) => part_of(choices, *chosen)?,
        (Kind::Multiple(choices), Answer::Several(chosen)) => {
            let sum = chosen.iter().map(|one| part_of(choices, *one)).sum::<Result<i64, _>>()?;
            whole(sum).clamp(0, i64::from(WHOLE))
        }
        (Kind::TrueFalse { right, .. }, Answer::Truth(given)) => all_or_nothing(right == given),
        (Kind::Short { answers, case }, Answer::Written(given)) => short(answers, given, *case),
        (Kind::Numerical(ranges), Answer::Written(given)) => numerical(ranges, given),
        (Kind::Matching { pairs, .. }, Answer::Matched(given)) => matching(pairs, given)?,
        _ => return Err(Unscored::NotAnAnswer),
    };
    Ok(question.worth.part(parts))
}

/// The sum, or the whole where only rounding is between them.
pub(super) const fn whole(sum: i64) -> i64 {
    if (sum - WHOLE as i64).abs() <= ROUNDING { WHOLE as i64 } else { sum }
}

fn all_or_nothing(right: bool) -> i64 {
    if right { i64::from(WHOLE) } else { 0 }
}

fn part_of(choices: &[Choice], chosen: usize) -> Result<i64, Unscored> {
    choices.get(chosen).map(|choice| i64::from(choice.fraction.parts())).ok_or(Unscored::NotAnAnswer)
}

fn short(answers: &[Choice], given: &str, case: bool) -> i64 {
    first_short(answers, given, case).map_or(0, |choice| i64::from(choice.fraction.parts()))
}

/// The first of the accepted answers that fits what was written.
pub(super) fn first_short<'a>(answers: &'a [Choice], given: &str, case: bool) -> Option<&'a Choice> {
    let given = folded(given, case);
    answers.iter().find(|choice| fits(&folded(&choice.text, case), &given))
}

/// White space folded, and the letters where case does not matter.
pub(super) fn folded(text: &str, case: bool) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if case { text } else { text.to_lowercase() }
}

/// A letter of a pattern, or any letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Letter(char),
    Any,
}

fn signs(pattern: &str) -> Vec<Sign> {
    let mut letters = pattern.chars().peekable();
    let mut signs = Vec::new();
    while let Some(letter) = letters.next() {
        signs.push(match letter {
            '*' => Sign::Any,
            '\\' if letters.next_if_eq(&'*').is_some() => Sign::Letter('*'),
            other => Sign::Letter(other),
        });
    }
    signs
}

/// Does a pattern with stars fit a text? Takes steps of pattern times text at most: no pattern makes it slow.
fn fits(pattern: &str, text: &str) -> bool {
    let (signs, text): (Vec<Sign>, Vec<char>) = (signs(pattern), text.chars().collect());
    let (mut sign, mut letter) = (0, 0);
    // Where the last star stood, and where it began to swallow.
    let mut star: Option<(usize, usize)> = None;
    while letter < text.len() {
        match (signs.get(sign), star) {
            (Some(Sign::Any), _) => {
                star = Some((sign, letter));
                sign += 1;
            }
            (Some(Sign::Letter(wanted)), _) if *wanted == text[letter] => {
                sign += 1;
                letter += 1;
            }
            (_, Some((at, from))) => {
                star = Some((at, from + 1));
                sign = at + 1;
                letter = from + 1;
            }
            (_, None) => return false,
        }
    }
    signs[sign..].iter().all(|sign| *sign == Sign::Any)
}

fn numerical(ranges: &[Range], given: &str) -> i64 {
    first_range(ranges, given).map_or(0, |range| i64::from(range.fraction.parts()))
}

/// The first of the ranges that holds the number that was written; none where it is no number.
pub(super) fn first_range<'a>(ranges: &'a [Range], given: &str) -> Option<&'a Range> {
    let typed: String = given.chars().filter(|letter| !letter.is_whitespace()).collect();
    let number = typed.replace(',', ".").replace('−', "-").parse::<f64>().ok()?;
    if !number.is_finite() {
        return None;
    }
    let holds = |range: &&Range| match range.near {
        Near::Any => true,
        // The ends belong to it although they are written in tenths and kept in halves.
        Near::Number { value, tolerance } => {
            (number - value).abs() <= tolerance + value.abs().max(1.0) * f64::EPSILON * 8.0
        }
    };
    ranges.iter().find(holds)
}

fn matching(pairs: &[Pair], given: &[Option<String>]) -> Result<i64, Unscored> {
    if given.len() != pairs.len() || pairs.is_empty() {
        return Err(Unscored::NotAnAnswer);
    }
    let right = pairs.iter().zip(given).filter(|(pair, given)| given.as_ref() == Some(&pair.answer)).count();
    let (right, all) = (i64::try_from(right), i64::try_from(pairs.len()));
    Ok(right.unwrap_or(0) * i64::from(WHOLE) / all.unwrap_or(1))
}
