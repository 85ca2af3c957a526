//! Slot by slot as many meetings as possible, the most pressed first.
//!
//! Newcomers take turns by how many meetings they lack for each slot they have left; each either finds
//! a mentor with room or an augmenting path that frees one. Where all are always free this alone is
//! complete as soon as the slots suffice: what is left stays a regular graph on the fuller side.

use super::grid::{Grid, NONE};
use crate::instance::saturating;

pub(super) fn sweep(grid: &mut Grid) {
    let mut sweep = Sweep::new(grid);
    for slot in 0..grid.slots {
        sweep.slot(grid, slot);
    }
}

struct Sweep {
    /// Mentors each newcomer has not met.
    lacks: Vec<Vec<u32>>,
    mentor_lacks: Vec<u32>,
    /// Free slots left.
    newcomer_left: Vec<u32>,
    mentor_left: Vec<u32>,
    /// In the slot in hand: whom each mentor sees, and how many more they could.
    takes: Vec<Vec<u32>>,
    room: Vec<u32>,
    asked: Vec<bool>,
}

impl Sweep {
    fn new(grid: &Grid) -> Self {
        let count =
            |free: &dyn Fn(u32) -> bool| saturating((0..grid.slots).filter(|&slot| free(slot)).count());
        let newcomers = 0..grid.newcomers;
        let mentors = 0..grid.mentors;
        let lacks = |newcomer: u32, mentor: u32| !grid.is_settled(newcomer, mentor);
        let of_newcomer = |one: u32| mentors.clone().filter(|&other| lacks(one, other)).collect();
        let of_mentor = |one: u32| saturating(newcomers.clone().filter(|&other| lacks(other, one)).count());
        Self {
            lacks: newcomers.clone().map(of_newcomer).collect(),
            mentor_lacks: mentors.clone().map(of_mentor).collect(),
            newcomer_left: newcomers.map(|one| count(&|slot| grid.newcomer_is_free(one, slot))).collect(),
            mentor_left: mentors.map(|one| count(&|slot| grid.mentor_is_free(one, slot))).collect(),
            takes: vec![Vec::new(); grid.mentors as usize],
            room: vec![0; grid.mentors as usize],
            asked: vec![false; grid.mentors as usize],
        }
    }

    fn slot(&mut self, grid: &mut Grid, slot: u32) {
        for mentor in 0..grid.mentors {
            self.takes[mentor as usize].clear();
            let free = grid.mentor_is_free(mentor, slot);
            self.room[mentor as usize] = if free { grid.mentor_room(mentor, slot) } else { 0 };
        }
        let pressed =
            |lacks: u32, left: u32| std::cmp::Reverse(u64::from(lacks) * 1_000 / u64::from(left.max(1)));
        let mut order: Vec<u32> = (0..grid.newcomers)
            .filter(|&one| grid.newcomer_is_free(one, slot) && grid.newcomer_room(one, slot) > 0)
            .collect();
        order.sort_by_key(|&one| {
            pressed(saturating(self.lacks[one as usize].len()), self.newcomer_left[one as usize])
        });
        let (mentor_lacks, mentor_left) = (&self.mentor_lacks, &self.mentor_left);
        for &newcomer in &order {
            self.lacks[newcomer as usize]
                .sort_by_key(|&one| pressed(mentor_lacks[one as usize], mentor_left[one as usize]));
        }
        for newcomer in order {
            self.asked.fill(false);
            self.find(newcomer);
        }
        for mentor in 0..grid.mentors {
            for at in 0..self.takes[mentor as usize].len() {
                let newcomer = self.takes[mentor as usize][at];
                grid.place(newcomer, mentor, slot);
                self.lacks[newcomer as usize].retain(|&other| other != mentor);
                self.mentor_lacks[mentor as usize] -= 1;
            }
            self.mentor_left[mentor as usize] -= u32::from(grid.mentor_is_free(mentor, slot));
        }
        for newcomer in 0..grid.newcomers {
            self.newcomer_left[newcomer as usize] -= u32::from(grid.newcomer_is_free(newcomer, slot));
        }
    }

    /// Finds a mentor for a newcomer, moving others if need be (H. W. Kuhn 1955). The path is kept on a
    /// stack of its own: each step is a newcomer and how far along their list they are.
    fn find(&mut self, newcomer: u32) {
        let mut path = vec![(newcomer, 0_usize, NONE)];
        while let Some(&mut (newcomer, ref mut next, _)) = path.last_mut() {
            let Some(&mentor) = self.lacks[newcomer as usize].get(*next) else {
                path.pop();
                continue;
            };
            // The mentor's newcomers are gone through one by one before the next mentor is asked.
            if self.room[mentor as usize] > 0 {
                self.room[mentor as usize] -= 1;
                self.shift(&path, mentor);
                return;
            }
            *next += 1;
            if !std::mem::replace(&mut self.asked[mentor as usize], true) {
                let onward = self.takes[mentor as usize].iter().map(|&other| (other, 0, mentor));
                let onward: Vec<_> = onward.collect();
                path.extend(onward);
            }
        }
    }

    /// The last of the path goes to the free mentor; whoever asked for the place they leave takes it.
    fn shift(&mut self, path: &[(u32, usize, u32)], free: u32) {
        let Some(&(mut newcomer, _, mut leaves)) = path.last() else { return };
        let mut goes_to = free;
        let mut at = path.len() - 1;
        loop {
            self.takes[goes_to as usize].push(newcomer);
            if leaves == NONE {
                return;
            }
            self.takes[leaves as usize].retain(|&other| other != newcomer);
            // Below on the stack stand first others whom the same mentor sees, then who asked for a place.
            while path[at].2 == leaves {
                at -= 1;
            }
            goes_to = leaves;
            (newcomer, _, leaves) = path[at];
        }
    }
}
