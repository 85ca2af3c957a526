//! All stable matchings of strict lists, and the best of them by several measures.
//!
//! The stable matchings lie between both optima. Going from the residents' to the hospitals' optimum,
//! each step is a *rotation*: some residents each move one stable hospital down, and the hospitals gain.
//! Stable matchings are exactly the sets of rotations that contain what each of them needs first
//! (D. Gusfield, R. W. Irving, *The Stable Marriage Problem*, MIT Press 1989, chapter 3; for hospitals,
//! C. Cheng, E. McDermid, I. Suzuki, IJCAI 2008). So a best one is a closed set of greatest weight,
//! found by a minimum cut and not by listing (R. W. Irving, P. Leather, D. Gusfield, *Journal of the
//! ACM* 34 (1987) 532–543), and all of them can be listed without ever going down a dead end.

mod closure;
mod rotations;

use std::cmp::Reverse;

use crate::instance::{Instance, Side};
use crate::stable::{Matching, stable_matching};
use crate::ties::TieBreak;

use closure::Closure;
use rotations::{Rotation, Table};

/// The structure of all stable matchings of one instance.
#[derive(Debug, Clone)]
pub struct Lattice<'a> {
    instance: &'a Instance,
    best: Matching,
    rotations: Vec<Rotation>,
    /// For each rotation those that have to come before it: smaller numbers.
    needs: Vec<Vec<usize>>,
}

impl<'a> Lattice<'a> {
    /// Finds all rotations, in time about linear in the lists times the longest list of a hospital.
    /// Nothing where anybody ties: with ties the stable matchings have no such structure.
    pub fn new(instance: &'a Instance) -> Option<Self> {
        if instance.has_ties(Side::Residents) || instance.has_ties(Side::Hospitals) {
            return None;
        }
        let best = stable_matching(instance, Side::Residents, TieBreak::ListOrder);
        let (rotations, needs) = Table::new(instance, &best).all();
        Some(Self { instance, best, rotations, needs })
    }

    /// How many rotations lie between both optima; 0 where there is only one stable matching.
    pub fn rotation_count(&self) -> usize {
        self.rotations.len()
    }

    /// The stable matching that is best for everybody of one side at once, and worst for the other.
    pub fn optimal_for(&self, side: Side) -> Matching {
        match side {
            Side::Residents => self.best.clone(),
            Side::Hospitals => self.after(&vec![true; self.rotations.len()]),
        }
    }

    /// All stable matchings, the residents' optimum first. Their number can double with every few
    /// people: take as many as you want to see.
    pub fn matchings(&self) -> impl Iterator<Item = Matching> {
        let mut next = Some(vec![false; self.rotations.len()]);
        std::iter::from_fn(move || {
            let current = next.take()?;
            next = self.successor(&current);
            Some(self.after(&current))
        })
    }

    /// A stable matching with the smallest sum of ranks over everybody placed, both sides counted.
    pub fn egalitarian(&self) -> Matching {
        let weight = |rotation: &Rotation| {
            rotation.moves.iter().map(|change| change.from.sum() - change.to.sum()).sum()
        };
        let weights: Vec<i64> = self.rotations.iter().map(weight).collect();
        let mut closure = Closure::new(&self.needs);
        closure.keep_best(&weights);
        self.after(&closure.least())
    }

    /// A stable matching in which whoever is worst off, on either side, is as well off as possible.
    pub fn minimum_regret(&self) -> Matching {
        let mut taken = vec![false; self.rotations.len()];
        let mut best = self.best.clone();
        let mut least = self.regret(&best);
        // Down the lattice residents only lose and hospitals only gain. So the worst hospital's worst
        // resident has to move, and as little else as that takes.
        while let Some(rotation) = self.moves_worst_of_hospitals(&taken) {
            self.take_with_needs(rotation, &mut taken);
            let matching = self.after(&taken);
            let regret = self.regret(&matching);
            if regret < least {
                (best, least) = (matching, regret);
            }
        }
        best
    }

    /// Among the stable matchings, one that gives as many residents as possible their first wish, of
    /// these as many as possible their second, and so on.
    pub fn rank_maximal(&self) -> Matching {
        let mut closure = Closure::new(&self.needs);
        let moves = self.rotations.iter().flat_map(|rotation| &rotation.moves);
        let last = moves.map(|change| change.to.resident.max(change.from.resident)).max().unwrap_or(0);
        for rank in 0..last {
            let weight = |rotation: &Rotation| {
                let won = rotation.moves.iter().filter(|change| change.to.resident == rank).count();
                let given_up = rotation.moves.iter().filter(|change| change.from.resident == rank).count();
                i64::try_from(won).unwrap_or(i64::MAX) - i64::try_from(given_up).unwrap_or(i64::MAX)
            };
            let weights: Vec<i64> = self.rotations.iter().map(weight).collect();
            if weights.iter().any(|&weight| weight != 0) {
                closure.keep_best(&weights);
            }
        }
        self.after(&closure.least())
    }

    fn after(&self, taken: &[bool]) -> Matching {
        let mut hospital_of = self.best.as_slice().to_vec();
        for (rotation, _) in self.rotations.iter().zip(taken).filter(|&(_, &taken)| taken) {
            for change in &rotation.moves {
                hospital_of[change.resident as usize] = Some(change.hospital);
            }
        }
        Matching::new(hospital_of)
    }

    /// The next closed set if sets are read as binary numbers, the first rotation as the highest digit.
    fn successor(&self, current: &[bool]) -> Option<Vec<bool>> {
        (0..current.len()).rev().find_map(|last| {
            let ready = !current[last] && self.needs[last].iter().all(|&need| current[need]);
            ready.then(|| {
                let mut next = current[..=last].to_vec();
                next[last] = true;
                next.resize(current.len(), false);
                next
            })
        })
    }

    /// Rank from 0 of the worst pair from either side.
    fn regret(&self, matching: &Matching) -> u32 {
        let pairs = (0..).zip(matching.as_slice());
        pairs
            .filter_map(|(resident, hospital)| crate::held::ranks(self.instance, resident, (*hospital)?))
            .map(|(mine, theirs)| mine.max(theirs))
            .max()
            .unwrap_or(0)
    }

    /// The rotation that parts the pair a hospital ranks worst of all, if one can.
    fn moves_worst_of_hospitals(&self, taken: &[bool]) -> Option<usize> {
        let matching = self.after(taken);
        let pairs = (0..).zip(matching.as_slice());
        let ranked = pairs.filter_map(|(resident, hospital)| {
            let (_, theirs) = crate::held::ranks(self.instance, resident, (*hospital)?)?;
            Some((theirs, Reverse(resident)))
        });
        let (_, Reverse(resident)) = ranked.max()?;
        (0..self.rotations.len()).find(|&rotation| {
            !taken[rotation]
                && self.rotations[rotation].moves.iter().any(|change| change.resident == resident)
        })
    }

    fn take_with_needs(&self, rotation: usize, taken: &mut [bool]) {
        let mut open = vec![rotation];
        while let Some(rotation) = open.pop() {
            if !std::mem::replace(&mut taken[rotation], true) {
                open.extend(&self.needs[rotation]);
            }
        }
    }
}
