//! Ejection chains: a pair without a meeting takes a slot, and whoever it pushes out looks for another.

use super::grid::{Grid, Pair};
use crate::instance::{Side, saturating};
use crate::ties::ticket;

/// How long a meeting does not return to a slot it was pushed out of.
const REST: u32 = 12;

/// The grid with the fewest pairs left out that was met on the way.
pub(super) fn repair(grid: Grid, steps: u32, seed: u64) -> Grid {
    let mut open: Vec<Pair> = grid.unmet().collect();
    let pairs = grid.newcomers as usize * grid.mentors as usize;
    let mut chains =
        Chains { weight: vec![1; pairs], rests: vec![(u32::MAX, 0); pairs], seed, drawn: 0, grid };
    let (mut best, mut fewest) = (chains.grid.slots_of_all(), open.len());
    for step in 0..steps {
        if open.is_empty() {
            break;
        }
        let drawn = chains.draw(saturating(open.len()));
        let pair = open.swap_remove(drawn as usize);
        match chains.insert(pair, step) {
            Some(pushed_out) => open.extend(pushed_out),
            None => open.push(pair),
        }
        if open.len() < fewest {
            fewest = open.len();
            best = chains.grid.slots_of_all();
        }
    }
    if open.len() > fewest {
        chains.grid.restore(&best);
    }
    chains.grid
}

struct Chains {
    grid: Grid,
    /// Grows with every time a pair is pushed out.
    weight: Vec<u64>,
    /// The slot each pair was last pushed out of, and until which step it stays away.
    rests: Vec<(u32, u32)>,
    seed: u64,
    drawn: u32,
}

impl Chains {
    fn number(&self, (newcomer, mentor): Pair) -> usize {
        newcomer as usize * self.grid.mentors as usize + mentor as usize
    }

    /// Puts a pair where it pushes out least. Gives those pushed out, or nothing if no slot will do now.
    fn insert(&mut self, pair: Pair, step: u32) -> Option<Vec<Pair>> {
        let mut best: Option<(u64, u32, Vec<Pair>)> = None;
        let mut alike = 0;
        let (rests_from, until) = self.rests[self.number(pair)];
        let slots: Vec<u32> = self.grid.common(pair.0, pair.1).collect();
        for slot in slots {
            if slot == rests_from && step < until {
                continue;
            }
            let weight = |other: Pair| self.weight[self.number(other)];
            let Some(out) = self.grid.pushed_out(pair, slot, weight) else { continue };
            let cost: u64 = out.iter().map(|&other| weight(other)).sum();
            let better = best.as_ref().is_none_or(|best| cost < best.0);
            alike =
                if better { 1 } else { alike + u32::from(best.as_ref().is_some_and(|best| cost == best.0)) };
            // Of equals each is kept with the same chance.
            if better || (best.as_ref().is_some_and(|best| cost == best.0) && self.draw(alike) == 0) {
                best = Some((cost, slot, out));
            }
        }
        let (_, slot, out) = best?;
        for &other in &out {
            let number = self.number(other);
            self.weight[number] += 1;
            let from = self.grid.remove(other.0, other.1);
            self.rests[number] = (from, step + REST + self.draw(REST));
        }
        self.grid.place(pair.0, pair.1, slot);
        Some(out)
    }

    fn draw(&mut self, below: u32) -> u32 {
        self.drawn = self.drawn.wrapping_add(1);
        let bits = ticket(self.seed, Side::Residents, self.drawn) >> 32;
        u32::try_from((bits * u64::from(below)) >> 32).unwrap_or(0)
    }
}
