//! Why each person got what they got, for a coordinator and for the person.
//!
//! Explanations are data without words: the caller speaks. There are two views of each, and the
//! narrower one is a type of its own, so a page for a person cannot show more by mistake. The
//! coordinator sees whether a place was full or the wish was not returned. The person sees only that a
//! wish went otherwise: both reasons look the same, no number tells how others were ranked, and a «no»
//! is never shown.
//!
//! Every matching can be explained, also one changed by hand: where the reason of the engine does not
//! hold, the view says so ([`WhyNotHospital::Passed`], [`WhyNotResident::Passed`]).

mod views;

use crate::held::{Held, UNRANKED, placed, ranks};
use crate::instance::{Instance, Side, saturating};
use crate::stable::Matching;

pub use views::{
    CoordinatorIntake, CoordinatorOutcome, Given, Intake, Outcome, OwnCause, OwnIntake, OwnOutcome, Unmet,
    WentOtherwise, WhyNotHospital, WhyNotResident, WhyUnplaced,
};

/// Explains one matching. Preparing is linear in the lists; each explanation then costs about the
/// length of that person's list.
pub struct Explainer<'a> {
    instance: &'a Instance,
    matching: &'a Matching,
    held: Held,
    /// Pairs ordered by hospital, then resident.
    by_hospital: Vec<(u32, u32)>,
}

impl<'a> Explainer<'a> {
    /// Prepares to explain this matching.
    pub fn new(instance: &'a Instance, matching: &'a Matching) -> Self {
        let mut by_hospital: Vec<_> =
            placed(instance, matching).map(|(resident, hospital)| (hospital, resident)).collect();
        by_hospital.sort_unstable();
        Self { instance, matching, held: Held::of(instance, matching), by_hospital }
    }

    /// What a resident got and why, for the coordinator; nothing for one who does not exist.
    pub fn resident(&self, resident: u32) -> Option<CoordinatorOutcome> {
        if resident >= self.instance.count(Side::Residents) {
            return None;
        }
        let current = self.held.by_resident(resident);
        let better = self.better_hospitals(resident, current);
        Some(match self.matching.hospital_of(resident) {
            Some(hospital) => {
                let wish = (current != UNRANKED).then(|| current + 1);
                Outcome::Placed { hospital, wish, better }
            }
            None => Outcome::Unplaced { cause: cause(&better), wishes: better },
        })
    }

    /// What a hospital got and why, for the coordinator; nothing for one that does not exist.
    pub fn hospital(&self, hospital: u32) -> Option<CoordinatorIntake> {
        if hospital >= self.instance.count(Side::Hospitals) {
            return None;
        }
        let from = self.by_hospital.partition_point(|&(other, _)| other < hospital);
        let len = self.by_hospital[from..].partition_point(|&(other, _)| other == hospital);
        let given = self.by_hospital[from..from + len]
            .iter()
            .map(|&(_, resident)| Given {
                resident,
                wish: ranks(self.instance, resident, hospital).map(|(_, rank)| rank + 1),
            })
            .collect();
        let capacity = self.instance.capacity(hospital);
        Some(Intake { capacity, given, better: self.better_residents(hospital, capacity) })
    }

    fn better_hospitals(&self, resident: u32, current: u32) -> Vec<Unmet<WhyNotHospital>> {
        let lists = self.instance.lists(Side::Residents);
        let hospitals = self.instance.lists(Side::Hospitals);
        let mut better = Vec::new();
        for position in lists.range(resident) {
            let rank = lists.rank(resident, position);
            if rank < current {
                let entry = lists.entries[position];
                let theirs = hospitals.rank(entry.person, entry.mirror as usize);
                let reason = self.why_not_hospital(entry.person, theirs);
                better.push(Unmet { other: entry.person, number: rank + 1, reason });
            }
        }
        let listed = self.matching.hospital_of(resident);
        for dropped in lists.one_sided_of(resident) {
            let wish = dropped.wish;
            if wish.number <= current && listed != Some(wish.other) {
                better.push(Unmet {
                    other: wish.other,
                    number: wish.number,
                    reason: WhyNotHospital::NotListed,
                });
            }
        }
        better.sort_by_key(|wish| wish.number);
        better
    }

    fn why_not_hospital(&self, hospital: u32, rank: u32) -> WhyNotHospital {
        let capacity = self.instance.capacity(hospital);
        if capacity == 0 {
            return WhyNotHospital::NoPlaces;
        }
        if self.held.would_take(hospital, capacity, rank) {
            return WhyNotHospital::Passed;
        }
        let held = self.held.by_hospital(hospital);
        let higher = held.partition_point(|&other| other < rank);
        WhyNotHospital::Full {
            ranked_at_least_as_high: saturating(held.len()),
            of_these_equal: saturating(held.len() - higher),
        }
    }

    fn better_residents(&self, hospital: u32, capacity: u32) -> Vec<Unmet<WhyNotResident>> {
        let lists = self.instance.lists(Side::Hospitals);
        let residents = self.instance.lists(Side::Residents);
        let would_take = |rank| self.held.would_take(hospital, capacity, rank);
        let elsewhere = |resident| self.matching.hospital_of(resident) != Some(hospital);
        let mut better = Vec::new();
        for position in lists.range(hospital) {
            let entry = lists.entries[position];
            let rank = lists.rank(hospital, position);
            if would_take(rank) && elsewhere(entry.person) {
                let theirs = residents.rank(entry.person, entry.mirror as usize);
                let reason = if theirs < self.held.by_resident(entry.person) {
                    WhyNotResident::Passed
                } else {
                    WhyNotResident::Elsewhere
                };
                better.push(Unmet { other: entry.person, number: rank + 1, reason });
            }
        }
        for dropped in lists.one_sided_of(hospital) {
            let wish = dropped.wish;
            if would_take(wish.number - 1) && elsewhere(wish.other) {
                let reason = WhyNotResident::NotListed;
                better.push(Unmet { other: wish.other, number: wish.number, reason });
            }
        }
        better.sort_by_key(|wish| wish.number);
        better
    }
}

fn cause(wishes: &[Unmet<WhyNotHospital>]) -> WhyUnplaced {
    let any = |wanted: WhyNotHospital| wishes.iter().any(|wish| wish.reason == wanted);
    if wishes.is_empty() {
        WhyUnplaced::NoWishes
    } else if any(WhyNotHospital::Passed) {
        WhyUnplaced::Passed
    } else if wishes.iter().all(|wish| wish.reason == WhyNotHospital::NotListed) {
        WhyUnplaced::NotListed
    } else {
        WhyUnplaced::AllFull
    }
}
