use std::collections::HashMap;

use pairing::assignment::{Problem, ProblemError, Sense, Verdict};
use proptest::prelude::*;

use crate::cases;
use crate::properties::assignment::{Table, check_by_paths, check_table as check, check_verdict};

fn table(
    most: usize,
    criteria: usize,
    numbers: impl Strategy<Value = i64> + Clone,
) -> impl Strategy<Value = Table> {
    (0..=most, 0..=most).prop_flat_map(move |(rows, columns)| {
        let cell = prop::option::weighted(0.7, prop::collection::vec(numbers.clone(), criteria));
        let capacity = || prop_oneof![4 => Just(1_u32), 2 => Just(2_u32), 1 => Just(0_u32), 1 => Just(3_u32)];
        (
            prop::collection::vec(prop::collection::vec(cell, columns), rows),
            prop::collection::vec(capacity(), rows),
            prop::collection::vec(capacity(), columns),
        )
            .prop_map(move |(cells, rows, columns)| Table { cells, rows, columns, criteria })
    })
}

/// Rows and columns are nearly as many, and each row can go to a few columns only: nearly all are placed,
/// and moving one moves many.
fn sparse() -> impl Strategy<Value = Table> {
    (20..=32_usize, 0..=4_usize, prop::bool::weighted(0.7)).prop_flat_map(|(rows, more, single)| {
        let columns = rows + more - 2;
        let row = prop::collection::hash_map(0..columns, 0..=40_i64, 2..=5);
        let capacity = move || if single { 1..=1_u32 } else { 0..=3 };
        (
            prop::collection::vec(row, rows),
            prop::collection::vec(capacity(), rows),
            prop::collection::vec(capacity(), columns),
        )
            .prop_map(move |(lists, rows, columns)| {
                let cells = |list: HashMap<usize, i64>| {
                    (0..columns.len()).map(|column| Some(vec![*list.get(&column)?])).collect()
                };
                Table { cells: lists.into_iter().map(cells).collect(), rows, columns, criteria: 1 }
            })
    })
}

fn sense() -> impl Strategy<Value = Sense> {
    prop_oneof![Just(Sense::Min), Just(Sense::Max)]
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn six_by_six_is_what_trying_everything_finds(table in table(6, 2, -4..=9_i64), sense in sense()) {
        check(&table, sense);
    }

    #[test]
    fn larger_sparse_tables_agree_with_plain_augmenting_paths(table in sparse(), sense in sense()) {
        check_by_paths(&table, &table.problem(), sense);
    }
}

proptest! {
    #![proptest_config(cases(1_200))]

    #[test]
    fn as_many_pairs_as_possible_then_the_best_total(table in table(4, 1, -5..=9_i64), sense in sense()) {
        check(&table, sense);
    }

    #[test]
    fn criteria_count_in_strict_order(table in table(3, 3, 0..=2_i64), sense in sense()) {
        check(&table, sense);
    }

    #[test]
    fn numbers_may_be_as_large_as_they_come(
        table in table(3, 1, prop_oneof![Just(i64::MIN), Just(i64::MAX), any::<i64>(), -3..3_i64]), sense in sense(),
    ) {
        check(&table, sense);
    }

    #[test]
    fn the_verdict_on_each_pair_is_what_forcing_it_shows(table in table(3, 2, 0..=3_i64), sense in sense()) {
        for row in 0..table.rows.len() as u32 {
            for column in 0..table.columns.len() as u32 {
                check_verdict(&table, sense, row, column);
            }
        }
        let problem = table.problem();
        prop_assert_eq!(problem.explain(sense, 99, 0), Verdict::Forbidden);
        prop_assert_eq!(problem.explain(sense, 0, 99), Verdict::Forbidden);
    }
}

/// Row 0 can go nowhere, so column 1 or 2 stays empty, although places and rows are as many.
#[test]
fn a_column_without_places_takes_nobody_and_spoils_nothing() {
    for (one, other) in [(9, 1), (1, 9), (5, 5), (0, 1_000)] {
        for sense in [Sense::Min, Sense::Max] {
            let row = |cells: [Option<i64>; 3]| cells.map(|cell| cell.map(|number| vec![number])).to_vec();
            let table = Table {
                cells: vec![row([Some(3), None, None]), row([Some(2), Some(one), Some(other)])],
                rows: vec![1, 1],
                columns: vec![0, 1, 1],
                criteria: 1,
            };
            check(&table, sense);
        }
    }
}

/// Larger than trying everything allows: prices found by an auction written here bound every total.
#[test]
fn a_large_square_agrees_with_a_plain_auction() {
    let size = 60_u32;
    let number = |row: u32, column: u32| {
        i64::from(pairing::ties::ticket(u64::from(row), pairing::Side::Residents, column) as u32 % 1_000)
    };
    let mut builder = Problem::builder(&vec![1; size as usize], 1);
    for row in 0..size {
        builder.row(1, (0..size).map(|column| (column, [number(row, column)])));
    }
    let solved = builder.build().unwrap().solve(Sense::Max);
    // Bertsekas 1988: with whole numbers times (n + 1) and steps of 1 the auction ends at an optimum.
    let scale = i64::from(size) + 1;
    let mut price = vec![0_i64; size as usize];
    let mut holder = vec![None; size as usize];
    let mut open: Vec<u32> = (0..size).collect();
    while let Some(row) = open.pop() {
        let mut offers: Vec<(i64, usize)> =
            (0..size).map(|c| (number(row, c) * scale - price[c as usize], c as usize)).collect();
        offers.sort_unstable();
        let (best, second) = (offers[size as usize - 1], offers[size as usize - 2]);
        price[best.1] += best.0 - second.0 + 1;
        open.extend(holder[best.1].replace(row));
    }
    let expected: i64 = (0..).zip(&holder).map(|(column, row)| number(row.unwrap(), column)).sum();
    assert_eq!(solved.totals, [i128::from(expected)]);
}

#[test]
fn rows_that_make_no_sense_are_refused() {
    let build = |columns: &[u32], pairs: &[(u32, Vec<i64>)]| {
        let mut builder = Problem::builder(columns, 1);
        builder.row(1, pairs.iter().map(|(column, numbers)| (*column, numbers)));
        builder.build().map(|_| ())
    };
    assert_eq!(build(&[1], &[(0, vec![1])]), Ok(()));
    assert_eq!(build(&[1], &[(1, vec![1])]), Err(ProblemError::UnknownColumn { row: 0, column: 1 }));
    assert_eq!(build(&[1], &[(0, vec![1]), (0, vec![2])]), Err(ProblemError::Twice { row: 0, column: 0 }));
    assert_eq!(build(&[1], &[(0, vec![])]), Err(ProblemError::Criteria { row: 0, column: 0 }));
}
