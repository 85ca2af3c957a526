use pairing::assignment::{Problem, ProblemError, Sense, Verdict};
use proptest::prelude::*;

use crate::cases;

/// A table as a person would write it; `None` is forbidden.
#[derive(Debug, Clone)]
struct Table {
    cells: Vec<Vec<Option<Vec<i64>>>>,
    rows: Vec<u32>,
    columns: Vec<u32>,
    criteria: usize,
}

/// Size, totals and the pairs.
type Choice = (usize, Vec<i128>, Vec<(u32, u32)>);

impl Table {
    fn problem(&self) -> Problem {
        let mut builder = Problem::builder(&self.columns, self.criteria);
        for (cells, &capacity) in self.cells.iter().zip(&self.rows) {
            let pairs = (0..).zip(cells).filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
            builder.row(capacity, pairs);
        }
        builder.build().unwrap()
    }

    /// Size and totals of every set of pairs within the capacities, by trying each cell both ways.
    fn all(&self) -> Vec<Choice> {
        let mut all = vec![(0, vec![0; self.criteria], Vec::new())];
        for (row, cells) in (0..).zip(&self.cells) {
            for (column, cell) in (0..).zip(cells) {
                let Some(numbers) = cell else { continue };
                let with: Vec<_> = all
                    .iter()
                    .filter(|(_, _, pairs)| {
                        let in_row = pairs.iter().filter(|pair: &&(u32, u32)| pair.0 == row).count();
                        let in_column = pairs.iter().filter(|pair| pair.1 == column).count();
                        in_row < self.rows[row as usize] as usize
                            && in_column < self.columns[column as usize] as usize
                    })
                    .map(|(size, totals, pairs)| {
                        let totals = totals.iter().zip(numbers).map(|(t, &n)| t + i128::from(n)).collect();
                        (size + 1, totals, [pairs.as_slice(), &[(row, column)]].concat())
                    })
                    .collect();
                all.extend(with);
            }
        }
        all
    }
}

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

fn best(table: &Table, sense: Sense, with: Option<(u32, u32)>) -> Option<(usize, Vec<i128>)> {
    let better = |totals: &[i128]| match sense {
        Sense::Min => totals.iter().map(|total| -total).collect::<Vec<_>>(),
        Sense::Max => totals.to_vec(),
    };
    table
        .all()
        .into_iter()
        .filter(|(_, _, pairs)| with.is_none_or(|pair| pairs.contains(&pair)))
        .map(|(size, totals, _)| (size, totals))
        .max_by_key(|(size, totals)| (*size, better(totals)))
}

fn sense() -> impl Strategy<Value = Sense> {
    prop_oneof![Just(Sense::Min), Just(Sense::Max)]
}

fn check(table: &Table, sense: Sense) -> Result<(), TestCaseError> {
    let solved = table.problem().solve(sense);
    let (size, totals) = best(table, sense, None).unwrap();
    prop_assert_eq!(solved.pairs.len(), size);
    prop_assert_eq!(&solved.totals, &totals);
    // The pairs are what the totals say, allowed and within the capacities.
    let mut again = vec![0; table.criteria];
    for &(row, column) in &solved.pairs {
        let numbers = table.cells[row as usize][column as usize].as_ref().unwrap();
        again.iter_mut().zip(numbers).for_each(|(sum, &number)| *sum += i128::from(number));
    }
    prop_assert_eq!(again, totals);
    prop_assert!(solved.pairs.is_sorted() && solved.pairs.windows(2).all(|pair| pair[0] != pair[1]));
    for (row, &capacity) in (0..).zip(&table.rows) {
        prop_assert!(solved.pairs.iter().filter(|pair| pair.0 == row).count() <= capacity as usize);
    }
    for (column, &capacity) in (0..).zip(&table.columns) {
        prop_assert!(solved.pairs.iter().filter(|pair| pair.1 == column).count() <= capacity as usize);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(1_200))]

    #[test]
    fn as_many_pairs_as_possible_then_the_best_total(table in table(4, 1, -5..=9_i64), sense in sense()) {
        check(&table, sense)?;
    }

    #[test]
    fn criteria_count_in_strict_order(table in table(3, 3, 0..=2_i64), sense in sense()) {
        check(&table, sense)?;
    }

    #[test]
    fn numbers_may_be_as_large_as_they_come(
        table in table(3, 1, prop_oneof![Just(i64::MIN), Just(i64::MAX), any::<i64>(), -3..3_i64]), sense in sense(),
    ) {
        check(&table, sense)?;
    }

    #[test]
    fn the_verdict_on_each_pair_is_what_forcing_it_shows(table in table(3, 2, 0..=3_i64), sense in sense()) {
        let problem = table.problem();
        let (size, totals) = best(&table, sense, None).unwrap();
        for row in 0..table.rows.len() as u32 {
            for column in 0..table.columns.len() as u32 {
                let verdict = problem.explain(sense, row, column);
                let expected = match best(&table, sense, Some((row, column))) {
                    _ if table.cells[row as usize][column as usize].is_none() => Verdict::Forbidden,
                    None => Verdict::NoPlaces,
                    Some((with, _)) if with < size => Verdict::FewerPairs { by: size - with },
                    Some((_, with)) => match with.iter().zip(&totals).position(|(a, b)| a != b) {
                        None => Verdict::Best,
                        Some(criterion) => Verdict::WorseTotal {
                            criterion,
                            by: (with[criterion] - totals[criterion]).abs(),
                        },
                    },
                };
                prop_assert_eq!(verdict, expected, "{} {}", row, column);
            }
        }
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
            check(&table, sense).unwrap();
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
