//! Lets the engine draft, and explains what came of it. The same lists and numbers always give the same result.

use super::certificate::certificate;
use super::numbers::Numbers;
use crate::accounts::hex;
use domain::choices::Mode;
use domain::proposals::{Basis, Cause, Decision, Line, Outcome, Proposal};
use domain::secrets::Secret;
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
    /// SHA-256 of the file with the lists.
    pub(super) digest: String,
    /// The matching as `talimger pair` prints it.
    pub(super) certificate: String,
}

/// Lets the engine draft. `None` where the result does not pass its own check.
pub(super) fn draft(basis: &Basis, mode: Mode, seed: u64, secret: &Secret) -> Option<Drafted> {
    let (lists, numbers) = (&basis.lists, Numbers::of(&basis.lists, Some(secret)));
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
    for (index, newcomer) in numbers.newcomers() {
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
    let digest = hex(&Sha256::digest(numbers.file(lists)?));
    Some(Drafted { lines, digest, certificate })
}

/// Newcomers propose, ties are drawn, lists are as long as they like ([`domain::settings::Settings::longest_list`]): no
/// newcomer gains by hiding a true order (Dubins and Freedman 1981). Or
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
    let numbers = Numbers::of(&proposal.lists, proposal.secret.as_ref());
    let instance = numbers.instance(&proposal.lists)?;
    let matching = numbers.matching(proposal);
    let explainer = Explainer::new(&instance, &matching);
    let newcomers = numbers.newcomers();
    let newcomers =
        newcomers.filter_map(|(index, one)| Some((one.clone(), explainer.resident(index)?))).collect();
    let mentors = numbers.mentors();
    let mentors =
        mentors.filter_map(|(index, one)| Some((one.clone(), explainer.hospital(index)?))).collect();
    let (newcomer_of, mentor_of) = numbers.into_people();
    Ok(Explained { newcomers, mentors, newcomer_of, mentor_of })
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
