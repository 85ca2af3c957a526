//! Whether a question can be asked, and what its author should mend.

use super::fractions::WHOLE;
use super::scoring::{folded, whole};
use super::{Choice, Kind, Near, Points, Question, Range};
use std::collections::BTreeMap;

/// Characters of the longest text of a question.
pub const MOST_CHARACTERS: usize = 5_000;
/// Characters of the longest name and of the longest answer of a matching.
const MOST_SHORT: usize = 255;
/// Most choices, answers or pairs of a question.
pub const MOST_CHOICES: usize = 50;

/// A text of a question; numbers count from nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Its name.
    Name,
    /// What is asked.
    Text,
    /// A choice, an answer or a stem.
    Choice(usize),
    /// What is said to a choice.
    Feedback(usize),
    /// The answer of a pair; those that belong to none follow.
    Answer(usize),
    /// What is said to everybody.
    ToAll,
}

/// Why a question cannot be asked. What to do stands with each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A text is missing: write it, or take the choice out.
    Empty(Place),
    /// A text is too long: shorten it to so many characters.
    TooLong {
        /// Which.
        place: Place,
        /// Most characters.
        most: usize,
    },
    /// There is nothing to choose: add choices up to so many.
    TooFew {
        /// Least choices or pairs.
        least: usize,
    },
    /// More choices than a page holds: take some out.
    TooMany,
    /// Two choices read the same: change one.
    Equal(usize, usize),
    /// No answer brings all points: mark the right one.
    NoRightAnswer,
    /// What is right together does not bring all points: the right parts have to make 100 %. So many ten-millionths are
    /// there.
    Sum(i64),
    /// Not a number, or a tolerance below nought: write it in digits.
    BadNumber(usize),
    /// It brings nothing, or more than a question may: from 0 to 100 points.
    BadWorth,
}

impl Question {
    /// All faults, in the order of the form; none means that it can be asked.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut text = |place, text: &str, most| faults.extend(of_text(place, text, most));
        text(Place::Name, if self.name.is_empty() { "-" } else { &self.name }, MOST_SHORT);
        text(Place::Text, &self.text, MOST_CHARACTERS);
        if self.worth <= Points::default() || self.worth > Points::MOST {
            faults.push(Fault::BadWorth);
        }
        match &self.kind {
            Kind::Single(choices) => {
                of_choices(&mut faults, choices, 2, true);
                right_answer(&mut faults, choices.iter().map(|choice| choice.fraction.parts()));
            }
            Kind::Multiple(choices) => {
                of_choices(&mut faults, choices, 2, true);
                sum(&mut faults, choices);
            }
            Kind::TrueFalse { to_true, to_false, .. } => {
                feedback(&mut faults, [to_true, to_false].into_iter().map(String::as_str));
            }
            Kind::Short { answers, case } => {
                of_choices(&mut faults, answers, 1, *case);
                right_answer(&mut faults, answers.iter().map(|answer| answer.fraction.parts()));
            }
            Kind::Numerical(ranges) => of_ranges(&mut faults, ranges),
            Kind::Matching { pairs, spare } => {
                count(&mut faults, pairs.len(), 2);
                let stems: Vec<&str> = pairs.iter().map(|pair| pair.stem.as_str()).collect();
                texts(&mut faults, &stems, true, |number| (Place::Choice(number), MOST_CHARACTERS));
                let answers = pairs.iter().map(|pair| &pair.answer).chain(spare);
                for (number, answer) in answers.enumerate() {
                    faults.extend(of_text(Place::Answer(number), answer, MOST_SHORT));
                }
                // An answer that belongs to none and reads like one that does would be right and wrong at once.
                let both = |(number, one): (usize, &String)| {
                    let first = pairs.iter().position(|pair| pair.answer == *one);
                    first.map(|first| Fault::Equal(first, pairs.len() + number))
                };
                faults.extend(spare.iter().enumerate().filter_map(both));
            }
            Kind::Essay => {}
        }
        faults.extend(too_long(Place::ToAll, &self.feedback, MOST_CHARACTERS));
        faults
    }
}

fn too_long(place: Place, text: &str, most: usize) -> Option<Fault> {
    (text.chars().count() > most).then_some(Fault::TooLong { place, most })
}

fn of_text(place: Place, text: &str, most: usize) -> Option<Fault> {
    if text.trim().is_empty() { Some(Fault::Empty(place)) } else { too_long(place, text, most) }
}

fn count(faults: &mut Vec<Fault>, there: usize, least: usize) {
    if there < least {
        faults.push(Fault::TooFew { least });
    }
    if there > MOST_CHOICES {
        faults.push(Fault::TooMany);
    }
}

fn texts(faults: &mut Vec<Fault>, all: &[&str], case: bool, place: impl Fn(usize) -> (Place, usize)) {
    let mut known = BTreeMap::new();
    for (number, text) in all.iter().enumerate() {
        let (place, most) = place(number);
        faults.extend(of_text(place, text, most));
        if let Some(first) = known.insert(folded(text, case), number).filter(|_| !text.trim().is_empty()) {
            faults.push(Fault::Equal(first, number));
        }
    }
}

fn feedback<'a>(faults: &mut Vec<Fault>, all: impl Iterator<Item = &'a str>) {
    let long = |(number, text)| too_long(Place::Feedback(number), text, MOST_CHARACTERS);
    faults.extend(all.enumerate().filter_map(long));
}

fn of_choices(faults: &mut Vec<Fault>, choices: &[Choice], least: usize, case: bool) {
    count(faults, choices.len(), least);
    let all: Vec<&str> = choices.iter().map(|choice| choice.text.as_str()).collect();
    texts(faults, &all, case, |number| (Place::Choice(number), MOST_CHARACTERS));
    feedback(faults, choices.iter().map(|choice| choice.feedback.as_str()));
}

fn of_ranges(faults: &mut Vec<Fault>, ranges: &[Range]) {
    count(faults, ranges.len(), 1);
    let bad = |range: &Range| match range.near {
        Near::Any => false,
        Near::Number { value, tolerance } => !value.is_finite() || !tolerance.is_finite() || tolerance < 0.0,
    };
    faults.extend(
        ranges.iter().enumerate().filter(|(_, range)| bad(range)).map(|(at, _)| Fault::BadNumber(at)),
    );
    right_answer(faults, ranges.iter().map(|range| range.fraction.parts()));
    feedback(faults, ranges.iter().map(|range| range.feedback.as_str()));
}

fn right_answer(faults: &mut Vec<Fault>, mut parts: impl Iterator<Item = i32>) {
    if !parts.any(|parts| parts == WHOLE) {
        faults.push(Fault::NoRightAnswer);
    }
}

fn sum(faults: &mut Vec<Fault>, choices: &[Choice]) {
    let right = choices.iter().map(|choice| i64::from(choice.fraction.parts())).filter(|parts| *parts > 0);
    match whole(right.sum()) {
        0 => faults.push(Fault::NoRightAnswer),
        all if all == i64::from(WHOLE) => {}
        other => faults.push(Fault::Sum(other)),
    }
}
