//! What is known of each person between events.

use std::collections::{BTreeSet, HashMap};

use super::Pace;

#[derive(Debug, Clone)]
pub(super) struct Resident {
    /// Wishes, best first.
    pub(super) list: Vec<u32>,
    pub(super) pace: Pace,
    /// How many wishes count.
    pub(super) reach: usize,
    /// How many of these have been asked. The last one asked holds them, if `held`.
    pub(super) asked: usize,
    pub(super) held: bool,
}

impl Resident {
    pub(super) fn holder(&self) -> Option<u32> {
        self.held.then(|| self.list[self.asked - 1])
    }
}

#[derive(Debug, Clone)]
pub(super) struct Hospital {
    pub(super) places: usize,
    /// Rank of each resident it would take; smaller is better.
    pub(super) rank: HashMap<u32, u32>,
    /// Whom it holds, by rank.
    pub(super) held: BTreeSet<(u32, u32)>,
    /// Who has asked and is not held.
    pub(super) turned_away: BTreeSet<u32>,
}

impl Hospital {
    /// Holds the resident if it can; gives back whoever is not held after that.
    pub(super) fn consider(&mut self, resident: u32) -> Option<u32> {
        let Some(&rank) = self.rank.get(&resident) else {
            self.turned_away.insert(resident);
            return Some(resident);
        };
        self.held.insert((rank, resident));
        if self.held.len() <= self.places {
            return None;
        }
        let (_, worst) = self.held.pop_last()?;
        self.turned_away.insert(worst);
        Some(worst)
    }
}
