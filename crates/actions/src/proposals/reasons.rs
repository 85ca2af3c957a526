//! Why each newcomer has whom they have, by id: for the coordinator's page, which puts it into words.

use super::explain;
use domain::choices::Mode;
use domain::proposals::{Line, Outcome as Drafted, Proposal};
use domain::{MentorId, NewcomerId};
use pairing::BuildError;
use pairing::explain::{Outcome, Unmet, WhyNotHospital};
use std::collections::BTreeMap;

/// What has decided between people whom a mentor ranks equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// The draw from the published seed.
    Draw,
    /// That as many as possible have a pair.
    MostPairs,
    /// A person, who changed by hand who is with the mentor.
    Person,
}

/// Why a newcomer is not with a mentor they would rather have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// Every place is with somebody whom the mentor names earlier.
    Full,
    /// Every place is with somebody whom the mentor names earlier or in the same place, with at least one of the
    /// latter.
    Equal(Between),
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
    /// The number of its place in the newcomer's list, from 1; those who stand equal share one.
    pub number: u32,
    /// Why not.
    pub why: WhyNot,
}

/// How a newcomer's list went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// In which place of the list the mentor stands, from 1; `None` without a mentor, or where the two do not name
    /// each other.
    pub wish: Option<u32>,
    /// Strictly better wishes, best first.
    pub better: Vec<Wish>,
}

/// The reasons of a proposal as it stands, for each newcomer whom the engine had to place.
pub fn reasons(proposal: &Proposal) -> Result<BTreeMap<NewcomerId, Reasons>, BuildError> {
    let explained = explain(proposal)?;
    let wish = |unmet: &Unmet<WhyNotHospital>| {
        let mentor = explained.mentor(unmet.other)?.clone();
        let why = why(unmet.reason, || between(proposal, &mentor));
        Some(Wish { number: unmet.number, why, mentor })
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

fn why(reason: WhyNotHospital, between: impl FnOnce() -> Between) -> WhyNot {
    match reason {
        WhyNotHospital::Full { of_these_equal: 0, .. } => WhyNot::Full,
        WhyNotHospital::Full { .. } => WhyNot::Equal(between()),
        WhyNotHospital::NoPlaces => WhyNot::NoPlaces,
        WhyNotHospital::NotListed => WhyNot::NotListed,
        WhyNotHospital::Passed => WhyNot::Passed,
    }
}

/// The engine has decided between the equals of a mentor only where the mentor has whom the engine proposed.
fn between(proposal: &Proposal, mentor: &MentorId) -> Between {
    let proposed = |line: &Line| matches!(&line.outcome, Drafted::Proposed { mentor: to } if to == mentor);
    let stands = |line: &Line| line.new_pair().is_some_and(|(to, _)| to == mentor);
    match proposal.mode {
        _ if proposal.lines.iter().any(|line| proposed(line) != stands(line)) => Between::Person,
        Mode::Truthful => Between::Draw,
        Mode::MostPairs => Between::MostPairs,
    }
}
