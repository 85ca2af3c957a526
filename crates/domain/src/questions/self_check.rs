//! Trying questions for practice between training and exam (docs/decisions/0087): drawn from those that no exam draws,
//! checked by the rules of the exam, and kept nowhere.

use super::scoring::{first_range, first_short};
use super::{
    Answer, Bank, Blueprint, Choice, Fraction, Kept, Kind, Language, Near, Points, Question, Topic, Variant,
    score,
};

/// Questions of one self-check at most.
pub const SELF_CHECK: u16 = 10;

/// Why a question is not marked for practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PractiseRefused {
    /// An examiner marks it by hand: nobody could answer at once.
    ByHand,
    /// An exam asks it now: its answer would be read while others write.
    Asked,
}

impl Kept {
    /// Marks it for practice, so that no exam draws it, or takes the mark away. `asked`: papers in which it may stand are
    /// being written.
    pub fn practise(mut self, practice: bool, asked: bool) -> Result<Self, PractiseRefused> {
        match () {
            () if !practice => {}
            () if self.words().values().any(|question| question.kind.by_hand()) => {
                return Err(PractiseRefused::ByHand);
            }
            () if asked => return Err(PractiseRefused::Asked),
            () => {}
        }
        self.practice = practice;
        Ok(self)
    }
}

impl Bank {
    /// The questions that are marked for practice and asked in a language, without those that are retired or marked by
    /// hand.
    pub fn for_practice(version: u32, language: Language, all: Vec<Kept>) -> Self {
        let answers = |kept: &Kept| kept.words().values().all(|question| !question.kind.by_hand());
        Self::chosen(version, language, all, |kept| kept.practice && answers(kept))
    }
}

/// The questions of one self-check in a topic; nothing where none is marked for it. The same seed and bank give the same.
pub fn self_check(bank: &Bank, topic: Topic, seed: u64) -> Option<Variant> {
    let there = u16::try_from(bank.drawable(topic).count()).unwrap_or(u16::MAX);
    let count = there.min(SELF_CHECK);
    let drawn = Variant::draw(bank, &Blueprint([(topic, count)].into()), seed).ok()?;
    (count > 0).then_some(drawn)
}

/// What an answer came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All points.
    Right,
    /// Some.
    Partly,
    /// None.
    Wrong,
    /// Nothing was answered.
    Blank,
}

impl Outcome {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Partly => "partly",
            Self::Wrong => "wrong",
            Self::Blank => "blank",
        }
    }
}

/// What an answer came to, by the points that the exam would give.
pub fn outcome(question: &Question, answer: &Answer) -> Outcome {
    let points = score(question, answer).unwrap_or_default();
    match answer {
        Answer::Blank => Outcome::Blank,
        _ if points >= question.worth => Outcome::Right,
        _ if points > Points::default() => Outcome::Partly,
        _ => Outcome::Wrong,
    }
}

/// What the question says to whoever gave this answer, and then to everybody; empty where it says nothing.
pub fn said_to<'a>(question: &'a Question, answer: &Answer) -> Vec<&'a str> {
    let of = |choice: &'a Choice| choice.feedback.as_str();
    let mut said: Vec<&str> = match (&question.kind, answer) {
        (Kind::Single(choices), Answer::One(place)) => choices.get(*place).map(of).into_iter().collect(),
        (Kind::Multiple(choices), Answer::Several(places)) => {
            places.iter().filter_map(|place| choices.get(*place)).map(of).collect()
        }
        (Kind::TrueFalse { to_true, .. }, Answer::Truth(true)) => vec![to_true.as_str()],
        (Kind::TrueFalse { to_false, .. }, Answer::Truth(false)) => vec![to_false.as_str()],
        (Kind::Short { answers, case }, Answer::Written(given)) => {
            first_short(answers, given, *case).map(of).into_iter().collect()
        }
        (Kind::Numerical(ranges), Answer::Written(given)) => {
            first_range(ranges, given).map(|range| range.feedback.as_str()).into_iter().collect()
        }
        _ => Vec::new(),
    };
    said.push(&question.feedback);
    said.retain(|text| !text.trim().is_empty());
    said
}

/// An answer that brings all points; blank where the question has none that could be written down.
pub fn right_answer(question: &Question) -> Answer {
    let best = |choices: &[Choice]| choices.iter().position(|choice| choice.fraction == Fraction::WHOLE);
    match &question.kind {
        Kind::Single(choices) => best(choices).map_or(Answer::Blank, Answer::One),
        Kind::Multiple(choices) => {
            let counts = |(_, choice): &(usize, &Choice)| choice.fraction > Fraction::NONE;
            Answer::Several(choices.iter().enumerate().filter(counts).map(|(place, _)| place).collect())
        }
        Kind::TrueFalse { right, .. } => Answer::Truth(*right),
        Kind::Short { answers, .. } => {
            let mut whole: Vec<&Choice> =
                answers.iter().filter(|answer| answer.fraction == Fraction::WHOLE).collect();
            // A pattern that fits many words says less than one of them.
            whole.sort_by_key(|answer| answer.text.replace("\\*", "").contains('*'));
            let text = |answer: &&Choice| Answer::Written(answer.text.replace("\\*", "*"));
            whole.first().map_or(Answer::Blank, text)
        }
        Kind::Numerical(ranges) => {
            let mut whole = ranges.iter().filter(|range| range.fraction == Fraction::WHOLE);
            let number = whole.find_map(|range| match range.near {
                Near::Number { value, .. } => Some(value.to_string()),
                Near::Any => None,
            });
            number.map_or(Answer::Blank, Answer::Written)
        }
        Kind::Matching { pairs, .. } => {
            Answer::Matched(pairs.iter().map(|pair| Some(pair.answer.clone())).collect())
        }
        Kind::Essay => Answer::Blank,
    }
}
