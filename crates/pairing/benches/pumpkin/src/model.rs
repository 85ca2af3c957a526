//! A rotation as Pumpkin reads it: one whole number for each two people, the slot in which they meet.

use std::collections::BTreeMap;

use pairing::rotation::{Meeting, Task};
use pumpkin_solver::conflict_resolvers::resolvers::ResolutionResolver;
use pumpkin_solver::core::constraints::Constraint;
use pumpkin_solver::core::predicate;
use pumpkin_solver::core::results::{ProblemSolution, SatisfactionResult};
use pumpkin_solver::core::termination::Indefinite;
use pumpkin_solver::core::variables::{DomainId, Literal};
use pumpkin_solver::{Solver, all_different, boolean_less_than_or_equals};

/// How the rule «one meeting at once» is told.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    /// The slots of somebody's meetings are all different.
    Different,
    /// For each person and slot a sum that is one at most.
    Sums,
}

pub(crate) struct Model {
    solver: Solver,
    pairs: Vec<(u32, u32, DomainId)>,
}

/// Whom a limit holds for: a newcomer or a mentor, by index.
type Person = (bool, u32);

impl Model {
    /// For mentors who see one newcomer at once; everybody has to share a slot with everybody.
    pub(crate) fn new(task: &Task, way: Way) -> Self {
        let mut model = Self { solver: Solver::default(), pairs: Vec::new() };
        let (mut by_person, mut by_week, mut by_slot) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let limited = task.newcomer_per_week.is_some() || task.mentor_per_week.is_some();
        for (newcomer, mentor, slots) in pairs(task) {
            let numbers: Vec<i32> = slots.iter().map(|&slot| slot.cast_signed()).collect();
            let meets = model.solver.new_sparse_integer(numbers);
            model.pairs.push((newcomer, mentor, meets));
            let people: [Person; 2] = [(false, newcomer), (true, mentor)];
            for person in people {
                by_person.entry(person).or_insert_with(Vec::new).push(meets);
            }
            if !limited && matches!(way, Way::Different) {
                continue;
            }
            for slot in slots {
                let tag = model.solver.new_constraint_tag();
                let here =
                    model.solver.new_literal_for_predicate(predicate!(meets == slot.cast_signed()), tag);
                let week = task.weeks[slot as usize];
                for person in people {
                    by_week.entry((person, week)).or_insert_with(Vec::new).push(here);
                    by_slot.entry((person, slot)).or_insert_with(Vec::new).push(here);
                }
            }
        }
        match way {
            Way::Different => by_person.into_values().for_each(|meetings| model.different(meetings)),
            Way::Sums => by_slot.into_values().for_each(|meetings| model.at_most(1, meetings)),
        }
        for (((mentors, _), _), meetings) in by_week {
            if let Some(most) = if mentors { task.mentor_per_week } else { task.newcomer_per_week } {
                model.at_most(most, meetings);
            }
        }
        model
    }

    fn different(&mut self, meetings: Vec<DomainId>) {
        let tag = self.solver.new_constraint_tag();
        self.solver.add_constraint(all_different(meetings, tag)).post();
    }

    fn at_most(&mut self, most: u32, meetings: Vec<Literal>) {
        if meetings.len() > most as usize {
            let tag = self.solver.new_constraint_tag();
            let weights = vec![1; meetings.len()];
            boolean_less_than_or_equals(weights, meetings, most.cast_signed(), tag).post(&mut self.solver);
        }
    }

    /// A complete timetable, or nothing where Pumpkin has proved that there is none.
    pub(crate) fn solve(&mut self) -> Option<Vec<Meeting>> {
        let mut brancher = self.solver.default_brancher();
        let mut resolver = ResolutionResolver::default();
        match self.solver.satisfy(&mut brancher, &mut Indefinite, &mut resolver) {
            SatisfactionResult::Satisfiable(found) => {
                let solution = found.solution();
                let meeting = |&(newcomer, mentor, meets): &(u32, u32, DomainId)| {
                    let slot = solution.get_integer_value(meets).cast_unsigned();
                    Meeting { slot, newcomer, mentor }
                };
                Some(self.pairs.iter().map(meeting).collect())
            }
            SatisfactionResult::Unsatisfiable(..) => None,
            SatisfactionResult::Unknown(..) => unreachable!("nothing stops the search"),
        }
    }
}

/// Each two people with the slots in which both are free.
fn pairs(task: &Task) -> Vec<(u32, u32, Vec<u32>)> {
    let free = |busy: &[u32]| {
        let mut free = vec![true; task.weeks.len()];
        for &slot in busy.iter().chain(&task.closed) {
            free[slot as usize] = false;
        }
        free
    };
    let newcomers: Vec<Vec<bool>> = task.newcomers.iter().map(|busy| free(busy)).collect();
    let mentors: Vec<Vec<bool>> = task.mentors.iter().map(|mentor| free(&mentor.busy)).collect();
    let mut pairs = Vec::new();
    for (newcomer, one) in (0..).zip(&newcomers) {
        for (mentor, other) in (0..).zip(&mentors) {
            let both = (0..).zip(one.iter().zip(other)).filter(|(_, (one, other))| **one && **other);
            pairs.push((newcomer, mentor, both.map(|(slot, _)| slot).collect()));
        }
    }
    pairs
}
