//! Whole timetables: taken over from before, put aside and come back to.

use super::{Grid, NONE, Pair};
use crate::rotation::{Meeting, TaskError};

impl Grid {
    /// The slot of each pair, to come back to.
    pub(in crate::rotation) fn slots_of_all(&self) -> Vec<u32> {
        self.slot_of.clone()
    }

    pub(in crate::rotation) fn restore(&mut self, slots: &[u32]) {
        let pairs = (0..self.newcomers).flat_map(|one| (0..self.mentors).map(move |other| (one, other)));
        let pairs: Vec<Pair> = pairs.collect();
        for &(newcomer, mentor) in &pairs {
            if self.slot_of(newcomer, mentor).is_some() {
                self.remove(newcomer, mentor);
            }
        }
        for ((newcomer, mentor), &slot) in pairs.into_iter().zip(slots) {
            if slot != NONE {
                self.place(newcomer, mentor, slot);
            }
        }
    }

    /// Takes over what has taken place, and what is still possible of the rest.
    pub(in crate::rotation) fn adopt(&mut self, old: &[Meeting]) -> Result<(), TaskError> {
        let mut sorted = old.to_vec();
        sorted.sort_unstable();
        let mut met = vec![false; self.slot_of.len()];
        for Meeting { slot, newcomer, mentor } in sorted {
            if newcomer >= self.newcomers || mentor >= self.mentors {
                return Err(TaskError::UnknownPerson);
            }
            if slot >= self.slots {
                return Err(TaskError::UnknownSlot(slot));
            }
            if std::mem::replace(&mut met[self.pair(newcomer, mentor)], true) {
                return Err(TaskError::MetTwice { newcomer, mentor });
            }
            if slot < self.from || self.fits(newcomer, mentor, slot) {
                self.place(newcomer, mentor, slot);
            }
        }
        Ok(())
    }

    /// Moves a meeting to where it was, if that is possible now.
    pub(in crate::rotation) fn move_back(&mut self, old: &Meeting) {
        let &Meeting { slot, newcomer, mentor } = old;
        let Some(now) = self.slot_of(newcomer, mentor).filter(|&now| now != slot && now >= self.from) else {
            return;
        };
        self.remove(newcomer, mentor);
        let to = if self.fits(newcomer, mentor, slot) { slot } else { now };
        self.place(newcomer, mentor, to);
    }
}
