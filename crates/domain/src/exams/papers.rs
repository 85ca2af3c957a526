//! The sheet of a candidate: questions drawn from the bank by the blueprint of the sitting and a seed of their own.

use crate::questions::{Bank, Blueprint, NotEnough, Points, Topic, Variant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is asked in a sitting; fixed when its cut is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// How many questions of each topic.
    pub blueprint: Blueprint,
    /// Time for the paper, in minutes.
    pub minutes: u16,
}

/// Why a plan cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// It asks nothing.
    Nothing,
    /// No time, or more than a working day has.
    BadTime,
    /// A topic has too few questions.
    NotEnough(NotEnough),
    /// Some questions of a topic bring more points than others, and not all of them are asked: papers would not be worth
    /// the same, while the cut is one.
    Unequal(Topic),
}

/// Most minutes of a paper.
const MOST_MINUTES: u16 = 6 * 60;

impl Plan {
    /// Can papers be drawn by it from this bank, each worth the same?
    pub fn check(&self, bank: &Bank) -> Result<(), PlanFault> {
        match () {
            () if self.blueprint.0.values().all(|count| *count == 0) => return Err(PlanFault::Nothing),
            () if !(1..=MOST_MINUTES).contains(&self.minutes) => return Err(PlanFault::BadTime),
            () => {}
        }
        Variant::draw(bank, &self.blueprint, 0).map_err(PlanFault::NotEnough)?;
        let unequal = |(topic, count): (&Topic, &u16)| {
            let worth: BTreeSet<Points> = bank.drawable(*topic).map(|one| one.question.worth).collect();
            let some = (1..bank.drawable(*topic).count()).contains(&usize::from(*count));
            (some && worth.len() > 1).then_some(*topic)
        };
        match self.blueprint.0.iter().find_map(unequal) {
            Some(topic) => Err(PlanFault::Unequal(topic)),
            None => Ok(()),
        }
    }
}

/// The paper of one attempt. The seed is made at the edge, once for each attempt, and is kept: another attempt is drawn
/// anew, and anybody can draw this one again from the same version of the bank.
pub fn draw(plan: &Plan, bank: &Bank, seed: u64) -> Result<Variant, PlanFault> {
    plan.check(bank)?;
    Variant::draw(bank, &plan.blueprint, seed).map_err(PlanFault::NotEnough)
}

impl Variant {
    /// What the whole paper brings.
    pub fn worth(&self, bank: &Bank) -> Points {
        self.questions.iter().filter_map(|drawn| bank.get(drawn.number)).map(|question| question.worth).sum()
    }
}
