//! All rotations between both optima, and which has to come before which.

use crate::instance::{Instance, Lists, Side, saturating};
use crate::stable::Matching;

const NONE: u32 = u32::MAX;

/// The ranks, from 0, that the two of a pair give each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranks {
    pub(super) resident: u32,
    pub(super) hospital: u32,
}

impl Ranks {
    pub(super) fn sum(self) -> i64 {
        i64::from(self.resident) + i64::from(self.hospital)
    }
}

/// One resident moves.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    pub(super) resident: u32,
    /// Where to.
    pub(super) hospital: u32,
    pub(super) from: Ranks,
    pub(super) to: Ranks,
}

/// Residents who move at once, each to the place the next one leaves.
#[derive(Debug, Clone)]
pub(super) struct Rotation {
    pub(super) moves: Vec<Change>,
}

/// A stable matching on its way down. All positions are positions in the flat lists.
pub(super) struct Table<'a> {
    residents: &'a Lists,
    hospitals: &'a Lists,
    /// Where each resident is in their own list, or `NONE`.
    at: Vec<u32>,
    /// For each entry of the hospitals' lists, whether that resident is held.
    held: Vec<bool>,
    /// Entry of the worst one each full hospital holds; `NONE` for one that is not full.
    worst: Vec<u32>,
    /// The rotation that made each entry of the hospitals' lists impossible, or `NONE`.
    ruled_out_by: Vec<u32>,
    /// The last rotation that moved each resident, or `NONE`.
    moved_by: Vec<u32>,
    /// The last rotation in which each hospital let its worst one go, or `NONE`.
    parted_by: Vec<u32>,
}

impl<'a> Table<'a> {
    pub(super) fn new(instance: &'a Instance, best: &Matching) -> Self {
        let (residents, hospitals) = (instance.lists(Side::Residents), instance.lists(Side::Hospitals));
        let mut table = Self {
            residents,
            hospitals,
            at: vec![NONE; residents.count() as usize],
            held: vec![false; hospitals.entries.len()],
            worst: vec![NONE; hospitals.count() as usize],
            ruled_out_by: vec![NONE; hospitals.entries.len()],
            moved_by: vec![NONE; residents.count() as usize],
            parted_by: vec![NONE; hospitals.count() as usize],
        };
        let mut filled = vec![0; hospitals.count() as usize];
        for resident in 0..residents.count() {
            let hospital = best.hospital_of(resident);
            let at = residents.range(resident).find(|&at| Some(residents.entries[at].person) == hospital);
            if let Some(at) = at {
                let entry = residents.entries[at];
                table.at[resident as usize] = saturating(at);
                table.held[entry.mirror as usize] = true;
                filled[entry.person as usize] += 1;
            }
        }
        for hospital in 0..hospitals.count() {
            let full = filled[hospital as usize] == instance.capacity(hospital);
            let mut entries = hospitals.range(hospital);
            // Without a place nobody is better than the worst one: the first entry, held by nobody, says so.
            let none = entries.start;
            if full {
                let last = entries.rfind(|&entry| table.held[entry]).unwrap_or(none);
                table.worst[hospital as usize] = saturating(last);
            }
        }
        table
    }

    /// Rotations in an order in which they can be taken, and for each those it needs.
    pub(super) fn all(mut self) -> (Vec<Rotation>, Vec<Vec<usize>>) {
        let (mut rotations, mut needs) = (Vec::new(), Vec::new());
        // A path of residents, each asking for the place the next one holds; where it bites itself is a
        // rotation. Whoever leads nowhere now will not lead anywhere later: hospitals only get choosier.
        let mut dead = vec![false; self.at.len()];
        let mut on_path = vec![NONE; self.at.len()];
        let mut path: Vec<(u32, u32)> = Vec::new();
        for start in 0..saturating(self.at.len()) {
            let mut resident = start;
            while !dead[start as usize] {
                let seen = on_path[resident as usize];
                if seen != NONE {
                    let cycle = path.split_off(seen as usize);
                    for &(member, _) in &cycle {
                        on_path[member as usize] = NONE;
                    }
                    let index = saturating(rotations.len());
                    needs.push(self.needs_of(&cycle));
                    rotations.push(self.eliminate(&cycle, index));
                    resident = path.pop().map_or(start, |(last, _)| {
                        on_path[last as usize] = NONE;
                        last
                    });
                } else if let Some((to, next)) =
                    self.next_wish(resident).filter(|&(_, next)| !dead[next as usize])
                {
                    on_path[resident as usize] = saturating(path.len());
                    path.push((resident, to));
                    resident = next;
                } else {
                    dead[resident as usize] = true;
                    resident = path.pop().map_or(start, |(last, _)| {
                        on_path[last as usize] = NONE;
                        last
                    });
                }
            }
        }
        (rotations, needs)
    }

    /// The next hospital down the list that would rather have the resident than its worst one, as an
    /// entry of the list, and that worst one. A hospital that is not full keeps the same people in all
    /// stable matchings, and so does whoever would have to pass by it.
    fn next_wish(&self, resident: u32) -> Option<(u32, u32)> {
        let at = self.at[resident as usize];
        if at == NONE {
            return None;
        }
        for position in at as usize + 1..self.residents.range(resident).end {
            let entry = self.residents.entries[position];
            match self.worst[entry.person as usize] {
                NONE => return None,
                worst if entry.mirror < worst => {
                    return Some((saturating(position), self.hospitals.entries[worst as usize].person));
                }
                _ => {}
            }
        }
        None
    }

    /// What has to come before: whatever brought the movers here, made them the worst ones of the hospitals
    /// they leave, and closed the hospitals they pass by.
    fn needs_of(&self, cycle: &[(u32, u32)]) -> Vec<usize> {
        let mut needs = Vec::new();
        for &(resident, to) in cycle {
            let at = self.residents.entries[self.at[resident as usize] as usize];
            needs.extend([self.moved_by[resident as usize], self.parted_by[at.person as usize]]);
            for position in self.at[resident as usize] + 1..to {
                needs.push(self.ruled_out_by[self.residents.entries[position as usize].mirror as usize]);
            }
        }
        needs.sort_unstable();
        needs.dedup();
        needs.into_iter().filter(|&need| need != NONE).map(|need| need as usize).collect()
    }

    fn ranks(&self, resident: u32, position: u32) -> Ranks {
        let entry = self.residents.entries[position as usize];
        Ranks {
            resident: self.residents.rank(resident, position as usize),
            hospital: self.hospitals.rank(entry.person, entry.mirror as usize),
        }
    }

    fn eliminate(&mut self, cycle: &[(u32, u32)], index: u32) -> Rotation {
        let mut moves = Vec::with_capacity(cycle.len());
        for &(resident, to) in cycle {
            let from = self.at[resident as usize];
            let entry = self.residents.entries[to as usize];
            let (from, to_ranks) = (self.ranks(resident, from), self.ranks(resident, to));
            moves.push(Change { resident, hospital: entry.person, from, to: to_ranks });
            let left = self.residents.entries[self.at[resident as usize] as usize];
            self.held[left.mirror as usize] = false;
            self.parted_by[left.person as usize] = index;
            self.held[entry.mirror as usize] = true;
            self.at[resident as usize] = to;
            self.moved_by[resident as usize] = index;
        }
        for change in &moves {
            let worst = &mut self.worst[change.hospital as usize];
            while !self.held[*worst as usize] {
                self.ruled_out_by[*worst as usize] = index;
                *worst -= 1;
            }
        }
        Rotation { moves }
    }
}
