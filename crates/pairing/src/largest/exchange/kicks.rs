//! Kicks: where no chain is left, one tie is read the other way.

use super::{Exchange, Move, NONE};
use crate::instance::saturating;

/// Residents drawn before a kick is given up.
const TRIES: u32 = 1_000;

impl Exchange<'_> {
    /// Another weakly stable matching. Somebody comes to a hospital they rank at least as high as their own, for one
    /// whom it ranks just like them; the place left behind goes to whoever it ranks highest of those who want it,
    /// theirs in turn. So far all is stable but for the one who had to go, who then asks down the list as in deferred
    /// acceptance. Says whether somebody was found.
    pub(super) fn kick(&mut self) -> bool {
        for _ in 0..TRIES {
            let resident = self.draw(self.residents.count());
            let Some((to, gives_way)) = self.wish_tied_with_worst(resident) else { continue };
            let left = self.holder(resident);
            self.leave(gives_way);
            if left != NONE {
                self.leave(resident);
            }
            self.enter(to);
            self.fill_up(left, gives_way);
            self.ask(gives_way);
            return true;
        }
        false
    }

    /// An entry no worse than the one held, at a hospital that is full and ranks the resident like its worst, and one
    /// of those worst.
    fn wish_tied_with_worst(&mut self, resident: u32) -> Option<(Move, u32)> {
        let range = self.residents.range(resident);
        let own = self.holder(resident);
        let most = match self.position[resident as usize] {
            NONE => u32::MAX,
            position => self.residents.rank(resident, position as usize),
        };
        let (mut chosen, mut met) = (None, 0);
        for at in range {
            if self.residents.rank(resident, at) > most {
                break;
            }
            let hospital = self.residents.entries[at].person;
            let alike = || self.rank_by_hospital(saturating(at)) == self.worst[hospital as usize];
            if hospital != own && self.capacity[hospital as usize] > 0 && !self.is_free(hospital) && alike() {
                met += 1;
                if self.draw(met) == 0 {
                    chosen = Some(saturating(at));
                }
            }
        }
        let position = chosen?;
        let hospital = self.residents.entries[position as usize].person;
        Some((Move { resident, position }, self.one_of_worst(hospital)))
    }

    /// One of those a full hospital ranks lowest.
    fn one_of_worst(&mut self, hospital: u32) -> u32 {
        let (mut chosen, mut met) = (NONE, 0);
        for at in 0..self.held[hospital as usize].len() {
            let resident = self.held[hospital as usize][at];
            if self.rank_by_hospital(self.position[resident as usize]) == self.worst[hospital as usize] {
                met += 1;
                if self.draw(met) == 0 {
                    chosen = resident;
                }
            }
        }
        chosen
    }

    /// Gives a free place to whoever wants it more than their own, and so on. Everybody moved gains, so it ends.
    fn fill_up(&mut self, mut hospital: u32, but_for: u32) {
        while hospital != NONE {
            let Some(comes) = self.first_who_gains(hospital, but_for) else { return };
            hospital = self.holder(comes.resident);
            if hospital != NONE {
                self.leave(comes.resident);
            }
            self.enter(comes);
        }
    }

    /// Of those ranked highest by the hospital among all who want it more than their own: one without a place if there
    /// is one, else any.
    fn first_who_gains(&mut self, hospital: u32, but_for: u32) -> Option<Move> {
        let (mut chosen, mut met, mut of_rank) = (None, 0, NONE);
        for at in self.hospitals.range(hospital) {
            let rank = self.hospitals.rank(hospital, at);
            if rank > of_rank {
                break;
            }
            let entry = self.hospitals.entries[at];
            let to = Move { resident: entry.person, position: entry.mirror };
            let now = self.position[entry.person as usize];
            if entry.person == but_for {
                continue;
            }
            if now == NONE {
                return Some(to);
            }
            let mine = self.residents.rank(entry.person, entry.mirror as usize);
            if mine < self.residents.rank(entry.person, now as usize) {
                of_rank = rank;
                met += 1;
                if self.draw(met) == 0 {
                    chosen = Some(to);
                }
            }
        }
        chosen
    }

    /// Lets somebody without a place ask from the top of the list, whoever they push out from the first place ranked like
    /// their own, and so on. Between people ranked alike a draw decides, but not twice at one entry: until a hospital is
    /// better off everybody only goes down their list, so it ends.
    fn ask(&mut self, mut resident: u32) {
        let mut at = self.residents.range(resident).start;
        let mut drawn_from = at;
        while at < self.residents.range(resident).end {
            let to = Move { resident, position: saturating(at) };
            let hospital = self.residents.entries[at].person;
            let may_draw = at >= drawn_from;
            at += 1;
            if self.capacity[hospital as usize] == 0 {
                continue;
            }
            if self.is_free(hospital) {
                self.enter(to);
                return;
            }
            let (theirs, worst) = (self.rank_by_hospital(to.position), self.worst[hospital as usize]);
            if theirs < worst || theirs == worst && may_draw && self.draw(2) == 0 {
                let out = self.one_of_worst(hospital);
                let own = self.position[out as usize] as usize;
                (at, drawn_from) = (self.first_ranked_like(out, own), own + 1);
                self.leave(out);
                self.enter(to);
                resident = out;
            }
        }
    }

    /// The first entry of a resident's list that they rank like this one.
    fn first_ranked_like(&self, resident: u32, own: usize) -> usize {
        let rank = self.residents.rank(resident, own);
        let mut entries = self.residents.range(resident);
        entries.find(|&at| self.residents.rank(resident, at) == rank).unwrap_or(own)
    }
}
