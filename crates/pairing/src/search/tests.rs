use proptest::prelude::*;

use super::{Answer, Literal, NoTheory, Solver};

type Constraint = (Option<Literal>, usize, Vec<Literal>);

fn holds(values: &[bool], literal: Literal) -> bool {
    values[literal as usize / 2] == (literal & 1 == 0)
}

fn satisfied(values: &[bool], (guard, need, literals): &Constraint) -> bool {
    guard.is_some_and(|guard| !holds(values, guard))
        || literals.iter().filter(|&&literal| holds(values, literal)).count() >= *need
}

fn constraint(variables: u32) -> impl Strategy<Value = Constraint> {
    let order: Vec<u32> = (0..variables).collect();
    (
        Just(order).prop_shuffle(),
        1..=variables as usize,
        any::<u32>(),
        prop::option::of(0..2 * variables),
        1..5_usize,
    )
        .prop_map(|(order, length, signs, guard, need)| {
            let literals = order[..length].iter().map(|&v| 2 * v + (signs >> v & 1)).collect();
            (guard, need, literals)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn a_search_finds_values_exactly_where_some_exist(
        constraints in prop::collection::vec(constraint(9), 0..30),
        added_later in prop::collection::vec(constraint(9), 0..4),
    ) {
        let mut solver = Solver::new(9);
        let mut so_far: Vec<Constraint> = Vec::new();
        for part in [constraints, added_later] {
            for (guard, need, literals) in part {
                solver.at_least(guard, need, literals.clone());
                so_far.push((guard, need, literals));
            }
            let possible = (0..1_u32 << 9)
                .map(|bits| (0..9).map(|v| bits >> v & 1 == 1).collect::<Vec<bool>>())
                .any(|values| so_far.iter().all(|constraint| satisfied(&values, constraint)));
            match solver.solve(&mut NoTheory, u64::MAX) {
                Answer::Found(values) => {
                    prop_assert!(so_far.iter().all(|constraint| satisfied(&values, constraint)));
                }
                Answer::Impossible => prop_assert!(!possible),
                Answer::GaveUp => prop_assert!(false, "there was no limit"),
            }
        }
    }
}

/// Seven pigeons, six holes: as counters it is refused at once, as clauses only by search.
#[test]
fn an_impossible_task_is_refused_and_a_limit_is_kept() {
    let mut solver = Solver::new(42);
    for pigeon in 0..7 {
        solver.clause(&(0..6).map(|hole| 2 * (6 * pigeon + hole)).collect::<Vec<_>>());
    }
    for hole in 0..6 {
        for one in 0..7 {
            for other in 0..one {
                solver.clause(&[2 * (6 * one + hole) + 1, 2 * (6 * other + hole) + 1]);
            }
        }
    }
    assert_eq!(solver.solve(&mut NoTheory, 10), Answer::GaveUp);
    assert_eq!(solver.solve(&mut NoTheory, u64::MAX), Answer::Impossible);
    assert!(solver.conflicts() > 10);
}
