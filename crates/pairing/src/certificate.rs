//! What a matching violates, found without the solver.
//!
//! The check reads the instance and the matching and nothing else, so it is as good for a matching
//! made by hand, by another program or years ago. It takes time linear in the lists (and sorts the
//! people within each hospital).

use crate::held::{Held, ranks};
use crate::instance::{Instance, Side, saturating};
use crate::stable::Matching;

/// A resident and a hospital.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pair {
    /// Index of the resident.
    pub resident: u32,
    /// Index of the hospital.
    pub hospital: u32,
}

/// A hospital with more residents than places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OverCapacity {
    /// Index of the hospital.
    pub hospital: u32,
    /// How many it was given.
    pub held: u32,
    /// How many places it has.
    pub capacity: u32,
}

/// Everything a matching violates. Empty lists are the proof that it is stable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Pairs of the matching that do not rank each other, or of whom one does not exist.
    pub unacceptable: Vec<Pair>,
    /// Hospitals with more residents than places.
    pub over_capacity: Vec<OverCapacity>,
    /// Pairs who would both strictly gain by leaving what they have for each other. A resident placed
    /// with somebody unacceptable counts as having nothing, and so does that place.
    pub blocking_pairs: Vec<Pair>,
}

impl Certificate {
    /// Whether all pairs are mutual and within capacity.
    pub fn is_valid(&self) -> bool {
        self.unacceptable.is_empty() && self.over_capacity.is_empty()
    }

    /// Whether the matching is valid and nobody blocks it (weakly stable where there are ties).
    pub fn is_stable(&self) -> bool {
        self.is_valid() && self.blocking_pairs.is_empty()
    }
}

/// Checks a matching against an instance. Pairs come ordered by resident, then by the resident's
/// list; hospitals by index.
pub fn certify(instance: &Instance, matching: &Matching) -> Certificate {
    let held = Held::of(instance, matching);
    Certificate {
        unacceptable: unacceptable(instance, matching),
        over_capacity: over_capacity(instance, &held),
        blocking_pairs: blocking_pairs(instance, &held),
    }
}

/// How many pairs a cover allows at most: each resident of it one, each hospital its places. That is a bound
/// on every matching, stable or not. Fails with a pair who rank each other and are both not in the cover.
/// People who do not exist, or are named twice, count only as what they add to the bound.
pub fn cover_allows(instance: &Instance, residents: &[u32], hospitals: &[u32]) -> Result<u64, Pair> {
    let marked = |people: &[u32], count: u32| {
        let mut marked = vec![false; count as usize];
        for &person in people {
            if let Some(mark) = marked.get_mut(person as usize) {
                *mark = true;
            }
        }
        marked
    };
    let covered = marked(residents, instance.count(Side::Residents));
    let full = marked(hospitals, instance.count(Side::Hospitals));
    let lists = instance.lists(Side::Residents);
    for resident in (0..lists.count()).filter(|&resident| !covered[resident as usize]) {
        let wishes = lists.range(resident).map(|at| lists.entries[at].person);
        if let Some(hospital) = wishes.into_iter().find(|&hospital| !full[hospital as usize]) {
            return Err(Pair { resident, hospital });
        }
    }
    let places = |&hospital: &u32| instance.capacity(hospital);
    let known = hospitals.iter().filter(|&&hospital| hospital < instance.count(Side::Hospitals));
    Ok(residents.len() as u64 + known.map(places).map(u64::from).sum::<u64>())
}

fn unacceptable(instance: &Instance, matching: &Matching) -> Vec<Pair> {
    (0..)
        .zip(matching.as_slice())
        .filter_map(|(resident, hospital)| Some(Pair { resident, hospital: (*hospital)? }))
        .filter(|pair| ranks(instance, pair.resident, pair.hospital).is_none())
        .collect()
}

fn over_capacity(instance: &Instance, held: &Held) -> Vec<OverCapacity> {
    (0..instance.count(Side::Hospitals))
        .map(|hospital| OverCapacity {
            hospital,
            held: saturating(held.by_hospital(hospital).len()),
            capacity: instance.capacity(hospital),
        })
        .filter(|hospital| hospital.held > hospital.capacity)
        .collect()
}

fn blocking_pairs(instance: &Instance, held: &Held) -> Vec<Pair> {
    let (residents, hospitals) = (instance.lists(Side::Residents), instance.lists(Side::Hospitals));
    let mut blocking = Vec::new();
    for resident in 0..residents.count() {
        for position in residents.range(resident) {
            if residents.rank(resident, position) >= held.by_resident(resident) {
                break;
            }
            let entry = residents.entries[position];
            let hospital = entry.person;
            let rank = hospitals.rank(hospital, entry.mirror as usize);
            if held.would_take(hospital, instance.capacity(hospital), rank) {
                blocking.push(Pair { resident, hospital });
            }
        }
    }
    blocking
}
