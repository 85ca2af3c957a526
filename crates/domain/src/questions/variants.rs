//! Which questions a candidate gets, and in which order: by a seed that is kept with the paper, so that anybody can
//! draw it again. Every question gets a ticket from the seed and its own number, and those with the lowest tickets of
//! each topic are taken; another question in the bank changes nothing for the rest.

use super::{Bank, Kind, Numbered, Topic};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many questions of each topic; topics that are not named are not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Blueprint(pub BTreeMap<Topic, u16>);

/// A question as it is shown to one candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// Its number in the bank.
    pub number: u32,
    /// The choices in the order in which they are shown, by their places in the question; of a matching its answers,
    /// those that belong to none last. Empty where there is nothing to shuffle.
    pub order: Vec<usize>,
}

/// The paper of one candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// From which it was drawn.
    pub seed: u64,
    /// Version of the bank.
    pub bank: u32,
    /// The questions in the order of the paper.
    pub questions: Vec<Drawn>,
}

/// A topic has fewer questions without faults than the blueprint asks: write more, or ask fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotEnough {
    /// Which.
    pub topic: Topic,
    /// Asked for.
    pub wanted: u16,
    /// There are.
    pub there: usize,
}

impl Bank {
    /// The questions of a topic that may come to a paper: those without faults.
    pub fn drawable(&self, topic: Topic) -> impl Iterator<Item = &Numbered> {
        let fits = move |one: &&Numbered| {
            one.question.shelf.topic() == Some(topic) && one.question.faults().is_empty()
        };
        self.questions().iter().filter(fits)
    }
}

impl Variant {
    /// Draws a paper. The same seed, bank and blueprint give the same paper; questions with faults are never drawn.
    pub fn draw(bank: &Bank, blueprint: &Blueprint, seed: u64) -> Result<Self, NotEnough> {
        let mut questions = Vec::new();
        for (&topic, &wanted) in &blueprint.0 {
            let mut there: Vec<&Numbered> = bank.drawable(topic).collect();
            if there.len() < usize::from(wanted) {
                return Err(NotEnough { topic, wanted, there: there.len() });
            }
            there.sort_by_key(|one| ticket(seed, one.number, 0));
            questions.extend(there.into_iter().take(usize::from(wanted)));
        }
        questions.sort_by_key(|one| ticket(seed, one.number, 0));
        let drawn = |one: &Numbered| Drawn { number: one.number, order: order(one, seed) };
        Ok(Self { seed, bank: bank.version(), questions: questions.into_iter().map(drawn).collect() })
    }
}

/// Right and wrong keep their order, a number and a text have none; everything else is shuffled.
fn order(one: &Numbered, seed: u64) -> Vec<usize> {
    let count = match &one.question.kind {
        Kind::Single(choices) | Kind::Multiple(choices) => choices.len(),
        Kind::Matching { pairs, spare } => pairs.len() + spare.len(),
        Kind::TrueFalse { .. } | Kind::Short { .. } | Kind::Numerical(_) | Kind::Essay => 0,
    };
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|place| ticket(seed, one.number, *place as u64 + 1));
    order
}

/// A number that seems drawn: SplitMix64 (Steele, Lea, Flood 2014) over seed, question and choice.
fn ticket(seed: u64, number: u32, place: u64) -> (u64, u32) {
    let one = mixed(seed);
    let two = mixed(one ^ u64::from(number));
    (mixed(two ^ place), number)
}

const fn mixed(state: u64) -> u64 {
    let state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}
