//! What a matching, right or wrong, gives each side: counted from the matching alone.

use crate::instance::{Instance, Side, saturating};
use crate::stable::Matching;

/// Worse than every rank: nobody at all, or somebody who is not on the list.
pub(crate) const UNRANKED: u32 = u32::MAX;

/// Ranks that each side gives to what it holds.
pub(crate) struct Held {
    /// For each resident, the rank of their hospital, or [`UNRANKED`].
    of_residents: Vec<u32>,
    /// Where each hospital's ranks begin; one more at the end.
    first: Vec<u32>,
    /// Ranks of the residents held, ascending for each hospital; [`UNRANKED`] for one not on the list.
    of_hospitals: Vec<u32>,
}

impl Held {
    pub(crate) fn of(instance: &Instance, matching: &Matching) -> Self {
        let mut of_residents = vec![UNRANKED; instance.count(Side::Residents) as usize];
        let mut at = Vec::with_capacity(matching.as_slice().len());
        for (resident, hospital) in placed(instance, matching) {
            let (mine, theirs) = ranks(instance, resident, hospital).unwrap_or((UNRANKED, UNRANKED));
            if let Some(rank) = of_residents.get_mut(resident as usize) {
                *rank = mine;
            }
            at.push((hospital, theirs));
        }
        let mut first = vec![0; instance.count(Side::Hospitals) as usize + 1];
        for &(hospital, _) in &at {
            first[hospital as usize + 1] += 1;
        }
        for hospital in 1..first.len() {
            first[hospital] += first[hospital - 1];
        }
        let mut next = first.clone();
        let mut of_hospitals = vec![UNRANKED; at.len()];
        for (hospital, rank) in at {
            of_hospitals[next[hospital as usize] as usize] = rank;
            next[hospital as usize] += 1;
        }
        for ends in first.windows(2) {
            of_hospitals[ends[0] as usize..ends[1] as usize].sort_unstable();
        }
        Self { of_residents, first, of_hospitals }
    }

    /// Rank the resident gives to what they have.
    pub(crate) fn by_resident(&self, resident: u32) -> u32 {
        self.of_residents[resident as usize]
    }

    /// Ranks the hospital gives to those it has, best first.
    pub(crate) fn by_hospital(&self, hospital: u32) -> &[u32] {
        &self.of_hospitals[self.first[hospital as usize] as usize..self.first[hospital as usize + 1] as usize]
    }

    /// Whether the hospital would rather have somebody of this rank than keep all places as they are.
    pub(crate) fn would_take(&self, hospital: u32, capacity: u32, rank: u32) -> bool {
        let held = self.by_hospital(hospital);
        capacity > 0 && (saturating(held.len()) < capacity || held.last().is_some_and(|&worst| rank < worst))
    }
}

/// Pairs of a matching whose hospital exists.
pub(crate) fn placed(instance: &Instance, matching: &Matching) -> impl Iterator<Item = (u32, u32)> {
    let hospitals = instance.count(Side::Hospitals);
    (0..)
        .zip(matching.as_slice())
        .filter_map(move |(resident, hospital)| Some((resident, (*hospital)?)))
        .filter(move |&(_, hospital)| hospital < hospitals)
}

/// The ranks a resident and a hospital give each other, where both do.
pub(crate) fn ranks(instance: &Instance, resident: u32, hospital: u32) -> Option<(u32, u32)> {
    let residents = instance.lists(Side::Residents);
    if resident >= residents.count() {
        return None;
    }
    let position = residents.range(resident).find(|&at| residents.entries[at].person == hospital)?;
    let mirror = residents.entries[position].mirror as usize;
    Some((residents.rank(resident, position), instance.lists(Side::Hospitals).rank(hospital, mirror)))
}
