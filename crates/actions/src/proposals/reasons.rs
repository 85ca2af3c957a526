//! Why each newcomer has whom they have, by id: for the coordinator's page, which puts it into words.

use super::explain;
use domain::proposals::Proposal;
use domain::{MentorId, NewcomerId};
use pairing::BuildError;
use pairing::explain::{Outcome, Unmet, WhyNotHospital};
use std::collections::BTreeMap;

/// Why a newcomer is not with a mentor they would rather have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// Every place is with somebody whom the mentor names earlier.
    Full,
    /// The mentor has no free place at all.
    NoPlaces,
    /// The mentor does not name the newcomer.
    NotListed,
    /// None of these: a change by hand has left the place open.
    Passed,
}

/// A wish that went otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Whom the newcomer wished for.
    pub mentor: MentorId,
    /// Its number in the newcomer's list, from 1.
    pub number: u32,
    /// Why not.
    pub why: WhyNot,
}

/// How a newcomer's list went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// Which wish the mentor is, from 1; `None` without a mentor, or where the two do not name each other.
    pub wish: Option<u32>,
    /// Better wishes, best first.
    pub better: Vec<Wish>,
}

/// The reasons of a proposal as it stands, for each newcomer whom the engine had to place.
pub fn reasons(proposal: &Proposal) -> Result<BTreeMap<NewcomerId, Reasons>, BuildError> {
    let explained = explain(proposal)?;
    let wish = |unmet: &Unmet<WhyNotHospital>| {
        let mentor = explained.mentor(unmet.other)?.clone();
        Some(Wish { mentor, number: unmet.number, why: why(unmet.reason) })
    };
    let one = |outcome: &Outcome<WhyNotHospital, _>| match outcome {
        Outcome::Placed { wish: number, better, .. } => {
            Reasons { wish: *number, better: better.iter().filter_map(wish).collect() }
        }
        Outcome::Unplaced { wishes, .. } => {
            Reasons { wish: None, better: wishes.iter().filter_map(wish).collect() }
        }
    };
    Ok(explained.newcomers.iter().map(|(newcomer, outcome)| (newcomer.clone(), one(outcome))).collect())
}

const fn why(reason: WhyNotHospital) -> WhyNot {
    match reason {
        WhyNotHospital::Full { .. } => WhyNot::Full,
        WhyNotHospital::NoPlaces => WhyNot::NoPlaces,
        WhyNotHospital::NotListed => WhyNot::NotListed,
        WhyNotHospital::Passed => WhyNot::Passed,
    }
}
