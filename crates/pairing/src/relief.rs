//! Which single change would give one person more a place: one place more, or one «yes» more.
//!
//! For the coordinator only: it tells who has not ranked whom. A change is followed by a vacancy chain
//! (Y. Blum, A. E. Roth, U. G. Rothblum, *Journal of Economic Theory* 76 (1997) 362–411): the place goes
//! to the best who wants it, the place they leave to the next, and so on. Everybody who moves is better
//! off, nobody loses anything, and the matching is stable again. So one place can place at most one
//! person more; where several changes do, the one that moves fewest others comes first.

use std::collections::HashMap;

use crate::held::Held;
use crate::instance::{Instance, Side};
use crate::stable::Matching;

/// One change to what people have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Opening {
    /// A hospital gives one place more.
    Place {
        /// Which one.
        hospital: u32,
    },
    /// A hospital with a free place also accepts a resident who has ranked it, as the last one.
    HospitalAccepts {
        /// Which one.
        hospital: u32,
        /// Whom.
        resident: u32,
    },
    /// A resident without a place also accepts a hospital with a free one that has ranked them.
    ResidentAccepts {
        /// Who.
        resident: u32,
        /// Which one.
        hospital: u32,
    },
}

/// What an opening would bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Relief {
    /// The change.
    pub opening: Opening,
    /// Who would get a place.
    pub placed: u32,
    /// How many others would move to a hospital they would rather have.
    pub moved: u32,
}

/// All openings that would give one person more a place, those that move fewest others first.
///
/// The matching should be stable ([`certify`](crate::certify) tells); of an unstable one the answer says
/// what the chains would do, not that the result is stable. Time is about linear in the lists for each
/// hospital that somebody would rather have.
pub fn relief(instance: &Instance, matching: &Matching) -> Vec<Relief> {
    let market = Market { instance, matching, held: Held::of(instance, matching) };
    let mut found: Vec<Relief> = Vec::new();
    for hospital in 0..instance.count(Side::Hospitals) {
        // While a place is free nobody waits for one.
        if !market.has_free_place(hospital) {
            found.extend(market.chain(hospital, None).map(|(placed, moved)| Relief {
                opening: Opening::Place { hospital },
                placed,
                moved,
            }));
        }
    }
    found.extend(market.hospitals_accept());
    found.extend(market.residents_accept());
    found.sort_by_key(|relief| (relief.moved, relief.opening));
    found
}

struct Market<'a> {
    instance: &'a Instance,
    matching: &'a Matching,
    held: Held,
}

impl Market<'_> {
    fn has_free_place(&self, hospital: u32) -> bool {
        self.held.by_hospital(hospital).len() < self.instance.capacity(hospital) as usize
    }

    /// Where a resident has a place: nowhere if the matching names a hospital that does not exist.
    fn place_of(&self, resident: u32) -> Option<u32> {
        self.matching.hospital_of(resident).filter(|&at| at < self.instance.count(Side::Hospitals))
    }

    /// Fills a place that has become free, and each place this frees. Gives who gets one at last and
    /// how many moved, or nothing if it ends at a place nobody wants. `gone` has just left.
    fn chain(&self, hospital: u32, gone: Option<u32>) -> Option<(u32, u32)> {
        let mut now: HashMap<u32, (u32, u32)> = HashMap::new();
        let mut hospital = hospital;
        let mut moved = 0;
        loop {
            let (resident, rank) = self.best_who_gains(hospital, gone, &now)?;
            let left = now.get(&resident).map(|&(at, _)| at).or_else(|| self.place_of(resident));
            let Some(left) = left else { return Some((resident, moved)) };
            now.insert(resident, (hospital, rank));
            moved += 1;
            hospital = left;
        }
    }

    /// The best-ranked resident who would rather be here, and the rank they give this hospital.
    fn best_who_gains(
        &self,
        hospital: u32,
        gone: Option<u32>,
        now: &HashMap<u32, (u32, u32)>,
    ) -> Option<(u32, u32)> {
        let (lists, residents) = (self.instance.lists(Side::Hospitals), self.instance.lists(Side::Residents));
        lists.range(hospital).find_map(|at| {
            let entry = lists.entries[at];
            let rank = residents.rank(entry.person, entry.mirror as usize);
            let current = now.get(&entry.person).map_or(self.held.by_resident(entry.person), |now| now.1);
            (rank < current && gone != Some(entry.person)).then_some((entry.person, rank))
        })
    }

    fn hospitals_accept(&self) -> impl Iterator<Item = Relief> {
        self.instance.one_sided(Side::Residents).iter().filter_map(|dropped| {
            let (resident, hospital) = (dropped.owner, dropped.wish.other);
            if !self.has_free_place(hospital) || dropped.wish.number > self.held.by_resident(resident) {
                return None;
            }
            let (placed, moved) = match self.place_of(resident) {
                None => (resident, 0),
                Some(left) => {
                    let (placed, moved) = self.chain(left, Some(resident))?;
                    (placed, moved + 1)
                }
            };
            Some(Relief { opening: Opening::HospitalAccepts { hospital, resident }, placed, moved })
        })
    }

    fn residents_accept(&self) -> impl Iterator<Item = Relief> {
        self.instance.one_sided(Side::Hospitals).iter().filter_map(|dropped| {
            let (hospital, resident) = (dropped.owner, dropped.wish.other);
            let gains = self.has_free_place(hospital) && self.place_of(resident).is_none();
            let opening = Opening::ResidentAccepts { resident, hospital };
            gains.then_some(Relief { opening, placed: resident, moved: 0 })
        })
    }
}
