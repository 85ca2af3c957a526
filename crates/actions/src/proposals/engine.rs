//! Between ids and the engine, which knows indices only. People are numbered in the order of their ids, so the
//! same lists always give the same result.

use super::certificate::certificate;
use crate::accounts::hex;
use domain::choices::{Mode, Order};
use domain::proposals::{Basis, Cause, Decision, Line, Lists, Outcome, Proposal};
use domain::{MentorId, NewcomerId};
use pairing::explain::{
    CoordinatorIntake, CoordinatorOutcome, Outcome as Explanation, OwnIntake, OwnOutcome, WhyUnplaced,
};
use pairing::largest::{Effort, Largest, largest};
use pairing::{BuildError, Explainer, Instance, Matching, Side, TieBreak, certify, stable_matching};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What the engine drafted.
pub(super) struct Drafted {
    pub(super) lines: Vec<Line>,
    /// SHA-256 of the lists as JSON.
    pub(super) digest: String,
    /// The matching as `talimger pair` prints it.
    pub(super) certificate: String,
}

/// Lets the engine draft. `None` where the result does not pass its own check.
pub(super) fn draft(basis: &Basis, mode: Mode, seed: u64) -> Option<Drafted> {
    let (lists, numbers) = (&basis.lists, Numbers::of(&basis.lists));
    let instance = numbers.instance(lists).ok()?;
    let (matching, largest) = find(&instance, mode, seed);
    if !certify(&instance, &matching).is_stable() {
        return None;
    }
    let explainer = Explainer::new(&instance, &matching);
    let mut lines: Vec<Line> = basis
        .agreed
        .iter()
        .map(|(newcomer, (pair, mentor))| {
            line(newcomer, Outcome::AlreadyAgreed { pair: pair.clone(), mentor: mentor.clone() })
        })
        .collect();
    for (index, newcomer) in (0..).zip(&numbers.newcomers) {
        let outcome = match explainer.resident(index)? {
            Explanation::Placed { hospital, .. } => {
                Outcome::Proposed { mentor: numbers.mentor(hospital)?.clone() }
            }
            Explanation::Unplaced { cause, .. } => Outcome::Unmatched { cause: cause_of(cause)? },
        };
        lines.push(line(newcomer, outcome));
    }
    lines.sort_by(|a, b| a.newcomer.cmp(&b.newcomer));
    let certificate = certificate(&numbers, &matching, largest.as_ref())?;
    Some(Drafted { lines, digest: digest(lists)?, certificate })
}

/// Newcomers propose and ties are drawn: no newcomer gains by hiding a true order (Dubins and Freedman 1981). Or
/// as many pairs as possible: a largest stable matching with its proof at school sizes, and never less than two
/// thirds of one (Király 2013). Whoever has the lists repeats the former by `talimger pair --seed`, the latter with
/// `--exact` too.
fn find(instance: &Instance, mode: Mode, seed: u64) -> (Matching, Option<Largest>) {
    match mode {
        Mode::Truthful => (stable_matching(instance, Side::Residents, TieBreak::Seed(seed)), None),
        Mode::MostPairs => {
            let found = largest(instance, Effort { seed, ..Effort::default() });
            (found.matching.clone(), Some(found))
        }
    }
}

fn line(newcomer: &NewcomerId, outcome: Outcome) -> Line {
    Line { newcomer: newcomer.clone(), outcome, decision: Decision::Kept }
}

const fn cause_of(cause: WhyUnplaced) -> Option<Cause> {
    match cause {
        WhyUnplaced::NoWishes => Some(Cause::NoWishes),
        WhyUnplaced::NotListed => Some(Cause::NotListed),
        WhyUnplaced::AllFull => Some(Cause::AllFull),
        // Somebody was passed over: such a result was not stable.
        WhyUnplaced::Passed => None,
    }
}

fn digest(lists: &Lists) -> Option<String> {
    Some(hex(&Sha256::digest(serde_json::to_vec(lists).ok()?)))
}

/// Who has which index.
pub(super) struct Numbers {
    newcomers: Vec<NewcomerId>,
    mentors: Vec<MentorId>,
}

impl Numbers {
    pub(super) fn of(lists: &Lists) -> Self {
        Self {
            newcomers: lists.newcomers.keys().cloned().collect(),
            mentors: lists.mentors.keys().cloned().collect(),
        }
    }

    fn newcomer_at(&self, newcomer: &NewcomerId) -> Option<u32> {
        self.newcomers.binary_search(newcomer).ok().and_then(|index| u32::try_from(index).ok())
    }

    fn mentor_at(&self, mentor: &MentorId) -> Option<u32> {
        self.mentors.binary_search(mentor).ok().and_then(|index| u32::try_from(index).ok())
    }

    pub(super) fn newcomers(&self) -> &[NewcomerId] {
        &self.newcomers
    }

    pub(super) fn mentor(&self, index: u32) -> Option<&MentorId> {
        self.mentors.get(usize::try_from(index).ok()?)
    }

    pub(super) fn newcomer(&self, index: u32) -> Option<&NewcomerId> {
        self.newcomers.get(usize::try_from(index).ok()?)
    }

    pub(super) fn instance(&self, lists: &Lists) -> Result<Instance, BuildError> {
        let mut builder = Instance::builder();
        builder.reserve(lists.newcomers.values().flat_map(Order::tiers).map(Vec::len).sum());
        for wishes in lists.newcomers.values() {
            builder.resident(tiers(wishes, |mentor| self.mentor_at(mentor)));
        }
        for (mentor, list) in &lists.mentors {
            let places = lists.places.get(mentor).copied().unwrap_or_default();
            builder.hospital(u32::from(places), tiers(list, |newcomer| self.newcomer_at(newcomer)));
        }
        builder.build()
    }

    /// The matching as a person left it.
    pub(super) fn matching(&self, proposal: &Proposal) -> Matching {
        let with = |newcomer: &NewcomerId| proposal.line(newcomer).and_then(Line::mentor);
        let each = self.newcomers.iter().map(|one| with(one).and_then(|mentor| self.mentor_at(mentor)));
        Matching::new(each.collect())
    }
}

/// The tiers of an order by index.
fn tiers<Id>(order: &Order<Id>, at: impl Fn(&Id) -> Option<u32>) -> impl Iterator<Item = Vec<u32>> {
    order.tiers().iter().map(move |tier| tier.iter().filter_map(&at).collect())
}

/// A proposal explained to the coordinator, with whom each index means.
#[derive(Debug)]
pub struct Explained {
    /// What each newcomer whom the engine placed or did not place got, and why.
    pub newcomers: BTreeMap<NewcomerId, CoordinatorOutcome>,
    /// What each mentor got, and why.
    pub mentors: BTreeMap<MentorId, CoordinatorIntake>,
    /// The newcomer of each index.
    pub newcomer_of: Vec<NewcomerId>,
    /// The mentor of each index.
    pub mentor_of: Vec<MentorId>,
}

/// Explains a proposal as it stands, changes by hand included. For the coordinator only.
pub fn explain(proposal: &Proposal) -> Result<Explained, BuildError> {
    let numbers = Numbers::of(&proposal.lists);
    let instance = numbers.instance(&proposal.lists)?;
    let matching = numbers.matching(proposal);
    let explainer = Explainer::new(&instance, &matching);
    let newcomers = (0..).zip(&numbers.newcomers);
    let newcomers =
        newcomers.filter_map(|(index, one)| Some((one.clone(), explainer.resident(index)?))).collect();
    let mentors = (0..).zip(&numbers.mentors);
    let mentors =
        mentors.filter_map(|(index, one)| Some((one.clone(), explainer.hospital(index)?))).collect();
    Ok(Explained { newcomers, mentors, newcomer_of: numbers.newcomers, mentor_of: numbers.mentors })
}

impl Explained {
    /// The mentor an index means.
    pub fn mentor(&self, index: u32) -> Option<&MentorId> {
        self.mentor_of.get(usize::try_from(index).ok()?)
    }

    /// The newcomer an index means.
    pub fn newcomer(&self, index: u32) -> Option<&NewcomerId> {
        self.newcomer_of.get(usize::try_from(index).ok()?)
    }
}

/// What a newcomer may know of their own outcome: nothing of anybody else's list, and no «no».
pub fn own_outcome(explained: &Explained, newcomer: &NewcomerId) -> Option<OwnOutcome> {
    explained.newcomers.get(newcomer).map(CoordinatorOutcome::for_the_resident)
}

/// What a mentor may know of their own newcomers: nothing of anybody else's list, and no «no».
pub fn own_intake(explained: &Explained, mentor: &MentorId) -> Option<OwnIntake> {
    explained.mentors.get(mentor).map(CoordinatorIntake::for_the_hospital)
}

#[cfg(test)]
mod tests;
