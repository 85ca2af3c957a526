//! Finding chains, down and up, and applying them.

use super::{Exchange, Move, NONE};
use crate::instance::saturating;

impl Exchange<'_> {
    /// One pair more by a down chain, if there is one.
    pub(super) fn down(&mut self) -> bool {
        self.reset(self.residents.count());
        for resident in 0..self.residents.count() {
            if self.position[resident as usize] == NONE && !self.residents.range(resident).is_empty() {
                self.seen[resident as usize] = true;
                self.open.push(resident);
            }
        }
        let mut next = 0;
        while let Some(&resident) = self.open.get(next) {
            next += 1;
            if let Some(position) = self.look_down(resident) {
                self.apply_down(Some(position), resident);
                return true;
            }
        }
        false
    }

    /// Reaches whoever may give way to this resident, who has lost their place. Gives the entry of a
    /// free place if there is one.
    fn look_down(&mut self, resident: u32) -> Option<u32> {
        let own = self.holder(resident);
        let mut must_stop_at = NONE;
        for at in self.residents.range(resident) {
            let rank = self.residents.rank(resident, at);
            if rank > must_stop_at {
                break;
            }
            let hospital = self.residents.entries[at].person;
            if hospital == own || self.capacity[hospital as usize] == 0 {
                continue;
            }
            if self.is_free(hospital) {
                return Some(saturating(at));
            }
            let theirs = self.rank_by_hospital(saturating(at));
            if theirs > self.worst[hospital as usize] {
                continue;
            }
            if theirs < self.worst[hospital as usize] {
                must_stop_at = rank;
            }
            if !std::mem::replace(&mut self.expanded[hospital as usize], true) {
                self.reach_worst(hospital, Move { resident, position: saturating(at) });
            }
        }
        if must_stop_at == NONE && own != NONE {
            self.ends.push(resident);
        }
        None
    }

    fn reach_worst(&mut self, hospital: u32, by: Move) {
        for &other in &self.held[hospital as usize] {
            let worst = self.rank_by_hospital(self.position[other as usize]) == self.worst[hospital as usize];
            if worst && !self.seen[other as usize] {
                self.seen[other as usize] = true;
                self.parent[other as usize] = by;
                self.open.push(other);
            }
        }
    }

    /// The last of a chain goes to the free place, or nowhere; those before each take the next one's.
    pub(super) fn apply_down(&mut self, free: Option<u32>, last: u32) {
        let mut moves = Vec::new();
        moves.extend(free.map(|position| Move { resident: last, position }));
        let mut resident = last;
        while self.parent[resident as usize].resident != NONE {
            let by = self.parent[resident as usize];
            moves.push(by);
            self.leave(resident);
            resident = by.resident;
        }
        for to in moves {
            self.enter(to);
        }
    }

    /// One pair more by an up chain, if there is one.
    pub(super) fn up(&mut self) -> bool {
        self.reset(self.hospitals.count());
        for hospital in 0..self.hospitals.count() {
            if self.is_free(hospital) {
                self.seen[hospital as usize] = true;
                self.open.push(hospital);
            }
        }
        let mut next = 0;
        while let Some(&hospital) = self.open.get(next) {
            next += 1;
            if let Some(last) = self.look_up(hospital) {
                self.apply_up(Some(last), hospital);
                return true;
            }
        }
        false
    }

    /// Reaches the hospitals whose residents may come to this one, which has a place to give. Gives
    /// somebody without a place if it is their turn.
    fn look_up(&mut self, hospital: u32) -> Option<Move> {
        let root = self.parent[hospital as usize].resident == NONE;
        let mut best_who_gains = NONE;
        for at in self.hospitals.range(hospital) {
            let rank = self.hospitals.rank(hospital, at);
            if rank > best_who_gains {
                break;
            }
            let entry = self.hospitals.entries[at];
            let resident = entry.person;
            let mine = self.residents.rank(resident, entry.mirror as usize);
            let to = Move { resident, position: entry.mirror };
            let holder = self.holder(resident);
            if holder == NONE {
                return Some(to);
            }
            let now = self.residents.rank(resident, self.position[resident as usize] as usize);
            if holder == hospital || now < mine {
                continue;
            }
            if now > mine {
                best_who_gains = rank;
            }
            if !std::mem::replace(&mut self.seen[holder as usize], true) {
                self.parent[holder as usize] = to;
                self.open.push(holder);
            }
        }
        if best_who_gains == NONE && !root {
            self.ends.push(hospital);
        }
        None
    }

    /// Somebody without a place, or nobody, comes to the last hospital; each before passes one on.
    pub(super) fn apply_up(&mut self, comes: Option<Move>, last: u32) {
        let mut moves: Vec<Move> = comes.into_iter().collect();
        let mut hospital = last;
        while self.parent[hospital as usize].resident != NONE {
            let by = self.parent[hospital as usize];
            self.leave(by.resident);
            moves.push(by);
            hospital = self.residents.entries[by.position as usize].person;
        }
        for to in moves {
            self.enter(to);
        }
    }
}
