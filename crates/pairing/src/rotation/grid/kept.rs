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
            let has_taken_place = slot < self.from;
            if has_taken_place || self.fits(newcomer, mentor, slot) {
                self.place(newcomer, mentor, slot);
                let pair = self.pair(newcomer, mentor);
                self.settled[pair] = has_taken_place;
            }
        }
        Ok(())
    }

    /// Takes over pairs who have met, and meetings that stay whatever anybody's lessons and limits say.
    pub(in crate::rotation) fn fix(&mut self, met: &[Pair], fixed: &[Meeting]) -> Result<(), TaskError> {
        let pairs = fixed.iter().map(|meeting| (meeting.newcomer, meeting.mentor));
        for (newcomer, mentor) in met.iter().copied().chain(pairs) {
            if newcomer >= self.newcomers || mentor >= self.mentors {
                return Err(TaskError::UnknownPerson);
            }
            let pair = self.pair(newcomer, mentor);
            if std::mem::replace(&mut self.settled[pair], true) {
                return Err(TaskError::MetTwice { newcomer, mentor });
            }
        }
        for &Meeting { slot, newcomer, mentor } in fixed {
            if slot >= self.slots {
                return Err(TaskError::UnknownSlot(slot));
            }
            self.place(newcomer, mentor, slot);
            let (mine, theirs) = (self.at(newcomer, slot), self.at(mentor, slot));
            self.newcomer_free[mine] = false;
            if self.taken_in_slot(mentor, slot) >= self.capacity[mentor as usize] {
                self.mentor_free[theirs] = false;
            }
        }
        Ok(())
    }

    /// Moves a meeting to where it was, if that is possible now.
    pub(in crate::rotation) fn move_back(&mut self, old: &Meeting) {
        let &Meeting { slot, newcomer, mentor } = old;
        let Some(now) = self.slot_of(newcomer, mentor).filter(|&now| now != slot) else { return };
        if self.is_settled(newcomer, mentor) {
            return;
        }
        self.remove(newcomer, mentor);
        let to = if self.fits(newcomer, mentor, slot) { slot } else { now };
        self.place(newcomer, mentor, to);
    }
}
