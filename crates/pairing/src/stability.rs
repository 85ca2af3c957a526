//! Weak, strong and super-stability: how a matching stands up to other readings of its ties.
//!
//! R. W. Irving, «Stable marriage and indifference», *Discrete Applied Mathematics* 48 (1994) 261–272;
//! for hospitals, R. W. Irving, D. F. Manlove, S. Scott (SWAT 2000; STACS 2003). A super-stable matching
//! is stable however ties are read, and a strongly stable one cannot be upset by bribing somebody who
//! is indifferent. Only weakly stable ones always exist.

use crate::certificate::{Pair, certify};
use crate::held::Held;
use crate::instance::{Instance, Side};
use crate::stable::Matching;

/// When a resident and a hospital who are not together count as blocking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stability {
    /// Both would strictly gain. What [`certify`] checks.
    Weak,
    /// One would strictly gain and the other would not lose.
    Strong,
    /// Neither would lose.
    Super,
}

/// Pairs that block a matching in this sense, ordered by resident, then by the resident's list. Linear
/// in the lists.
pub fn blocking_pairs(instance: &Instance, matching: &Matching, stability: Stability) -> Vec<Pair> {
    let held = Held::of(instance, matching);
    let (residents, hospitals) = (instance.lists(Side::Residents), instance.lists(Side::Hospitals));
    let mut blocking = Vec::new();
    for resident in 0..residents.count() {
        let now = held.by_resident(resident);
        for position in residents.range(resident) {
            let rank = residents.rank(resident, position);
            if rank > now {
                break;
            }
            let entry = residents.entries[position];
            let hospital = entry.person;
            if matching.hospital_of(resident) == Some(hospital) {
                continue;
            }
            let theirs = hospitals.rank(hospital, entry.mirror as usize);
            let capacity = instance.capacity(hospital);
            let hospital_gains = held.would_take(hospital, capacity, theirs);
            let hospital_keeps = hospital_gains
                || capacity > 0 && held.by_hospital(hospital).last().is_some_and(|&worst| worst == theirs);
            let blocks = match stability {
                Stability::Weak => rank < now && hospital_gains,
                Stability::Strong => rank < now && hospital_keeps || hospital_gains,
                Stability::Super => hospital_keeps,
            };
            if blocks {
                blocking.push(Pair { resident, hospital });
            }
        }
    }
    blocking
}

/// Whether a matching is mutual, within capacity and nobody blocks it in this sense.
pub fn is_stable(instance: &Instance, matching: &Matching, stability: Stability) -> bool {
    certify(instance, matching).is_valid() && blocking_pairs(instance, matching, stability).is_empty()
}
