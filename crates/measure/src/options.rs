//! Which options of a question people picked, and whether the wrong ones mislead those who know less
//! (methods/measurement.md §2, distractors).

use crate::answers::Answers;
use crate::gates::{Estimate, Figure, MANY, SEVERAL, SOME, at_least};
use crate::items::{correlated, ends};
use crate::moments::{count, number};
use crate::table::Misread;

/// A distractor that fewer than this share pick does no work.
const WORKING: f64 = 0.05;

/// What everybody picked at one question with options.
#[derive(Clone, Debug)]
pub struct Picks<'a> {
    answers: &'a Answers,
    item: usize,
    options: u8,
    key: u8,
    taken: Vec<Option<u8>>,
}

/// One option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// How many picked it.
    pub count: u32,
    /// Of those who got the question.
    pub share: f64,
    /// How many of the 27 % with the highest totals.
    pub upper: Figure<u32>,
    /// How many of the 27 % with the lowest totals.
    pub lower: Figure<u32>,
    /// Correlation of picking it with the marks on all the person's other items.
    pub rest: Figure<Estimate>,
    /// What is to be done about it; of fewer than [`MANY`] people nothing is said.
    pub reading: Option<Reading>,
}

/// What an option's figures say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The key, picked by those who know more; or a distractor, picked by those who know less, by 5 % at least.
    Works,
    /// A distractor that hardly anybody picks, or that those who know more pick as well.
    Idle,
    /// The key, not picked by those who know more; or a distractor that goes with knowledge better than the key:
    /// the wrong one may stand as the key.
    CheckKey,
}

impl<'a> Picks<'a> {
    /// `picks` in the order of the people of `answers`, options counted from 0 and below `options`; `None` where
    /// somebody left the question empty or did not get it.
    pub fn new(
        answers: &'a Answers,
        item: usize,
        (options, key): (u8, u8),
        picks: &[Option<u8>],
    ) -> Result<Self, Misread> {
        let people = answers.people();
        if item >= answers.items() || key >= options {
            return Err(Misread::NoColumns);
        }
        if picks.len() != people {
            return Err(Misread::Ragged { row: picks.len().min(people) });
        }
        let wrong = |(pick, got): (&Option<u8>, &Option<f64>)| {
            pick.is_some_and(|pick| pick >= options || got.is_none())
        };
        match picks.iter().zip(answers.column(item)).position(wrong) {
            Some(row) => Err(Misread::OutOfRange { row, column: item }),
            None => Ok(Self { answers, item, options, key, taken: picks.to_vec() }),
        }
    }

    /// A line for each option, in their order.
    pub fn choices(&self) -> Figure<Vec<Choice>> {
        let got = |person: usize| self.answers.column(self.item).get(person).is_some_and(Option::is_some);
        let (low, high) = ends(&self.answers.ranking(), got);
        let n = self.answers.column(self.item).iter().flatten().count();
        at_least(number(n), SOME)?;
        let beside = self.answers.beside(self.item, &self.answers.presented());
        let picked = |person: usize, option: u8| self.taken.get(person).copied().flatten() == Some(option);
        let of = |people: &[usize], option: u8| {
            let picked = people.iter().filter(|person| picked(**person, option)).count();
            at_least(number(n), SEVERAL).map(|()| number(picked))
        };
        let choice = |option: u8| {
            let taken = self.taken.iter().flatten().filter(|pick| **pick == option).count();
            let taking: Vec<f64> =
                beside.people.iter().map(|person| f64::from(u8::from(picked(*person, option)))).collect();
            let enough = at_least(number(taking.len()), SEVERAL);
            Choice {
                count: number(taken),
                share: count(taken) / count(n),
                upper: of(&high, option),
                lower: of(&low, option),
                rest: enough.and_then(|()| correlated(&taking, &beside.rests)),
                reading: None,
            }
        };
        let choices: Vec<Choice> = (0..self.options).map(choice).collect();
        Ok(self.read(&choices))
    }

    fn read(&self, choices: &[Choice]) -> Vec<Choice> {
        let of_key = choices.get(usize::from(self.key)).and_then(|choice| choice.rest.ok());
        let lines = choices.iter().zip(0_u8..);
        lines
            .map(|(choice, option)| Choice { reading: self.reading(choice, option, of_key), ..*choice })
            .collect()
    }

    fn reading(&self, choice: &Choice, option: u8, of_key: Option<Estimate>) -> Option<Reading> {
        let rest = choice.rest.ok();
        if rest.or(of_key).is_none_or(|known| known.n < MANY) {
            return None;
        }
        let r = rest.map(|rest| rest.value);
        Some(match (r, option == self.key) {
            (r, true) => {
                if r.is_some_and(|r| r > 0.0) {
                    Reading::Works
                } else {
                    Reading::CheckKey
                }
            }
            (Some(r), false) if of_key.is_some_and(|key| r > key.value) => Reading::CheckKey,
            (Some(r), false) if r < 0.0 && choice.share >= WORKING => Reading::Works,
            (_, false) => Reading::Idle,
        })
    }
}
