//! The exact search: all pairs who share a slot meet, or it is shown that they cannot.

use super::grid::Grid;
use crate::instance::saturating;
use crate::search::{Answer, Literal, NoTheory, Solver, not};

/// Above this many possible meetings the search would not end in useful time.
const MOST_POSSIBLE: usize = 60_000;

pub(super) enum Searched {
    Found(Box<Grid>),
    Impossible,
    GaveUp,
}

/// A meeting that can be.
struct Possible {
    newcomer: u32,
    mentor: u32,
    slot: u32,
}

/// Starts from the timetable found so far; what is settled stays.
pub(super) fn search(grid: &Grid, conflicts: u64) -> Searched {
    let mut possible = Vec::new();
    for newcomer in 0..grid.newcomers {
        for mentor in 0..grid.mentors {
            if !grid.is_settled(newcomer, mentor) {
                let meeting = |slot| Possible { newcomer, mentor, slot };
                possible.extend(grid.common(newcomer, mentor).map(meeting));
            }
        }
    }
    if conflicts == 0 || possible.len() > MOST_POSSIBLE {
        return Searched::GaveUp;
    }
    let mut solver = Solver::new(possible.len());
    for (variable, at) in possible.iter().enumerate() {
        solver.prefer(variable, grid.slot_of(at.newcomer, at.mentor) == Some(at.slot));
    }
    let literals = || (0..saturating(possible.len())).map(|variable| 2 * variable);
    let groups = |key: &dyn Fn(&Possible) -> (u32, u32)| -> Vec<((u32, u32), Vec<Literal>)> {
        let mut keyed: Vec<_> = possible.iter().map(key).zip(literals()).collect();
        keyed.sort_unstable();
        let chunks = keyed.chunk_by(|one, other| one.0 == other.0);
        chunks.map(|chunk| (chunk[0].0, chunk.iter().map(|&(_, literal)| literal).collect())).collect()
    };
    for (_, meetings) in groups(&|at| (at.newcomer, at.mentor)) {
        solver.clause(&meetings);
        at_most(&mut solver, 1, &meetings);
    }
    for (_, meetings) in groups(&|at| (at.newcomer, at.slot)) {
        at_most(&mut solver, 1, &meetings);
    }
    for ((mentor, slot), meetings) in groups(&|at| (at.mentor, at.slot)) {
        let taken = grid.taken_in_slot(mentor, slot);
        at_most(&mut solver, grid.capacity[mentor as usize].saturating_sub(taken), &meetings);
    }
    for ((newcomer, week), meetings) in groups(&|at| (at.newcomer, grid.week_of(at.slot))) {
        let taken = grid.taken_in_week(Some(newcomer), None, week);
        at_most(&mut solver, grid.newcomer_per_week.saturating_sub(taken), &meetings);
    }
    for ((mentor, week), meetings) in groups(&|at| (at.mentor, grid.week_of(at.slot))) {
        let taken = grid.taken_in_week(None, Some(mentor), week);
        at_most(&mut solver, grid.mentor_per_week.saturating_sub(taken), &meetings);
    }
    match solver.solve(&mut NoTheory, conflicts) {
        Answer::Found(values) => Searched::Found(Box::new(filled(grid, &possible, &values))),
        Answer::Impossible => Searched::Impossible,
        Answer::GaveUp => Searched::GaveUp,
    }
}

fn at_most(solver: &mut Solver, limit: u32, literals: &[Literal]) {
    let others = literals.iter().map(|&literal| not(literal)).collect();
    solver.at_least(None, literals.len().saturating_sub(limit as usize), others);
}

fn filled(grid: &Grid, possible: &[Possible], values: &[bool]) -> Grid {
    let mut grid = grid.clone();
    for at in possible {
        if grid.slot_of(at.newcomer, at.mentor).is_some() {
            grid.remove(at.newcomer, at.mentor);
        }
    }
    for (at, _) in possible.iter().zip(values).filter(|&(_, &value)| value) {
        grid.place(at.newcomer, at.mentor, at.slot);
    }
    grid
}
