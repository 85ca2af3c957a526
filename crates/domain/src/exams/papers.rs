//! The sheet of a candidate: questions drawn from the bank by the blueprint of the sitting and a seed of their own.

use crate::questions::{Bank, Blueprint, NotEnough, Points, Variant};
use serde::{Deserialize, Serialize};

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
}

/// Most minutes of a paper.
const MOST_MINUTES: u16 = 6 * 60;

impl Plan {
    /// Can papers be drawn by it from this bank?
    pub fn check(&self, bank: &Bank) -> Result<(), PlanFault> {
        match () {
            () if self.blueprint.0.values().all(|count| *count == 0) => Err(PlanFault::Nothing),
            () if !(1..=MOST_MINUTES).contains(&self.minutes) => Err(PlanFault::BadTime),
            () => Variant::draw(bank, &self.blueprint, 0).map(drop).map_err(PlanFault::NotEnough),
        }
    }
}

/// The paper of one attempt. The seed is made at the edge, once for each attempt, and is kept: another attempt gets
/// other questions, and anybody can draw this one again from the same version of the bank.
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
