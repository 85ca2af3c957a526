//! As many pairs as possible, then the best total: by trying everything, and by plain augmenting paths.

use std::collections::HashMap;

use pairing::assignment::{Assignment, Problem, Sense, Verdict};

use super::bytes::Bytes;

/// A table as a person would write it; `None` is forbidden.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) cells: Vec<Vec<Option<Vec<i64>>>>,
    pub(crate) rows: Vec<u32>,
    pub(crate) columns: Vec<u32>,
    pub(crate) criteria: usize,
}

/// Size and totals.
type Value = (usize, Vec<i128>);

impl Table {
    pub(crate) fn problem(&self) -> Problem {
        let mut builder = Problem::builder(&self.columns, self.criteria);
        for (cells, &capacity) in self.cells.iter().zip(&self.rows) {
            let pairs = (0..).zip(cells).filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
            builder.row(capacity, pairs);
        }
        builder.build().unwrap()
    }
}

/// The best of every set of pairs within the capacities, by trying every way to fill each row; of those
/// with a certain pair, if one is named.
pub(crate) fn best(table: &Table, sense: Sense, with: Option<(u32, u32)>) -> Option<Value> {
    let mut table = table.clone();
    let mut start = (0, vec![0; table.criteria]);
    if let Some((row, column)) = with {
        let numbers = table.cells[row as usize][column as usize].take()?;
        table.rows[row as usize] = table.rows[row as usize].checked_sub(1)?;
        table.columns[column as usize] = table.columns[column as usize].checked_sub(1)?;
        start = (1, numbers.iter().map(|&number| i128::from(number)).collect());
    }
    let sign = if sense == Sense::Min { -1 } else { 1 };
    // Nobody can be in more pairs than there are people on the other side.
    let most = table.rows.len() as u32;
    let room: Vec<u32> = table.columns.iter().map(|&places| places.min(most)).collect();
    let (size, totals) = best_from(&table, sign, 0, room, &mut HashMap::new());
    let totals = start.1.iter().zip(&totals).map(|(one, other)| one + sign * other).collect();
    Some((start.0 + size, totals))
}

/// The best for the rows from this one on, totals with such a sign that more is better.
fn best_from(
    table: &Table,
    sign: i128,
    row: usize,
    room: Vec<u32>,
    known: &mut HashMap<(usize, Vec<u32>), Value>,
) -> Value {
    let Some(&capacity) = table.rows.get(row) else { return (0, vec![0; table.criteria]) };
    if let Some(value) = known.get(&(row, room.clone())) {
        return value.clone();
    }
    let open = |&column: &usize| room[column] > 0 && table.cells[row][column].is_some();
    let open: Vec<usize> = (0..room.len()).filter(open).collect();
    let mut found = None;
    for chosen in (0_u32..1 << open.len()).filter(|chosen| chosen.count_ones() <= capacity) {
        let mut left = room.clone();
        let mut numbers = vec![0; table.criteria];
        for (_, &column) in (0..).zip(&open).filter(|(bit, _)| chosen >> bit & 1 == 1) {
            left[column] -= 1;
            let cell = table.cells[row][column].as_ref().unwrap();
            numbers.iter_mut().zip(cell).for_each(|(sum, &number)| *sum += sign * i128::from(number));
        }
        let (size, totals) = best_from(table, sign, row + 1, left, known);
        numbers.iter_mut().zip(totals).for_each(|(sum, total)| *sum += total);
        found = found.max(Some((size + chosen.count_ones() as usize, numbers)));
    }
    let found = found.unwrap();
    known.insert((row, room), found.clone());
    found
}

/// A second way to the same values: one cheapest augmenting path after the other, found by relaxing all
/// cells again and again (Bellman and Ford); criteria are compared one after the other.
fn by_paths(table: &Table, sense: Sense) -> Value {
    let (rows, columns) = (table.rows.len(), table.columns.len());
    let sign = if sense == Sense::Min { 1 } else { -1 };
    let cost = |row: usize, column: usize| -> Option<Vec<i128>> {
        let numbers = table.cells[row][column].as_ref()?;
        Some(numbers.iter().map(|&number| sign * i128::from(number)).collect())
    };
    let plus = |one: &[i128], other: &[i128], sign: i128| -> Vec<i128> {
        one.iter().zip(other).map(|(a, b)| a + sign * b).collect()
    };
    let mut used = vec![vec![false; columns]; rows];
    let count = |used: &[Vec<bool>], row: usize| used[row].iter().filter(|&&one| one).count();
    let in_column = |used: &[Vec<bool>], column: usize| used.iter().filter(|row| row[column]).count();
    let mut value = (0, vec![0; table.criteria]);
    loop {
        let mut to_row: Vec<Option<Vec<i128>>> = (0..rows)
            .map(|row| (count(&used, row) < table.rows[row] as usize).then(|| vec![0; table.criteria]))
            .collect();
        let mut to_column: Vec<Option<(Vec<i128>, usize)>> = vec![None; columns];
        let mut from_column: Vec<usize> = vec![usize::MAX; rows];
        let mut changed = true;
        while changed {
            changed = false;
            for row in 0..rows {
                for column in 0..columns {
                    let Some(cost) = cost(row, column) else { continue };
                    if used[row][column] {
                        let Some((there, _)) = &to_column[column] else { continue };
                        let here = plus(there, &cost, -1);
                        if to_row[row].as_ref().is_none_or(|now| here < *now) {
                            (to_row[row], from_column[row], changed) = (Some(here), column, true);
                        }
                    } else if let Some(here) = &to_row[row] {
                        let there = plus(here, &cost, 1);
                        if to_column[column].as_ref().is_none_or(|(now, _)| there < *now) {
                            (to_column[column], changed) = (Some((there, row)), true);
                        }
                    }
                }
            }
        }
        let end = (0..columns)
            .filter(|&column| in_column(&used, column) < table.columns[column] as usize)
            .filter_map(|column| Some((to_column[column].as_ref()?.0.clone(), column)))
            .min();
        let Some((distance, mut column)) = end else { break };
        value = (value.0 + 1, plus(&value.1, &distance, sign));
        loop {
            let row = to_column[column].as_ref().unwrap().1;
            used[row][column] = true;
            if from_column[row] == usize::MAX {
                break;
            }
            column = from_column[row];
            used[row][column] = false;
        }
    }
    value
}

/// Size and total are the best there are, and the pairs are what the totals say.
pub(crate) fn check_table(table: &Table, sense: Sense) {
    let solved = proved(&table.problem(), sense);
    let (size, totals) = best(table, sense, None).unwrap();
    assert_eq!(solved.pairs.len(), size);
    assert_eq!(&solved.totals, &totals);
    check_pairs(table, &solved);
}

/// The same by the second way, which copes with larger tables.
pub(crate) fn check_by_paths(table: &Table, problem: &Problem, sense: Sense) {
    let solved = proved(problem, sense);
    assert_eq!((solved.pairs.len(), solved.totals.clone()), by_paths(table, sense));
    check_pairs(table, &solved);
}

/// The best, which its certificate proves; and nothing else is proved by it.
fn proved(problem: &Problem, sense: Sense) -> Assignment {
    let (solved, certificate) = problem.prove(sense);
    assert_eq!(certificate.check(problem, sense, &solved.pairs), Ok(()));
    assert_eq!(problem.totals(&solved.pairs), solved.totals);
    let (other, of_other) = problem.prove(if sense == Sense::Min { Sense::Max } else { Sense::Min });
    if other.totals == solved.totals {
        // Any certificate proves any best assignment.
        assert_eq!(certificate.check(problem, sense, &other.pairs), Ok(()));
    } else {
        assert!(certificate.check(problem, sense, &other.pairs).is_err());
        assert!(of_other.check(problem, sense, &other.pairs).is_err());
    }
    if let Some((_, fewer)) = solved.pairs.split_last() {
        assert!(certificate.check(problem, sense, fewer).is_err());
    }
    solved
}

/// The pairs are allowed, within the capacities, and add up to the totals.
fn check_pairs(table: &Table, solved: &Assignment) {
    let mut again = vec![0; table.criteria];
    for &(row, column) in &solved.pairs {
        let numbers = table.cells[row as usize][column as usize].as_ref().unwrap();
        again.iter_mut().zip(numbers).for_each(|(sum, &number)| *sum += i128::from(number));
    }
    assert_eq!(again, solved.totals);
    assert!(solved.pairs.is_sorted() && solved.pairs.windows(2).all(|pair| pair[0] != pair[1]));
    for (row, &capacity) in (0..).zip(&table.rows) {
        assert!(solved.pairs.iter().filter(|pair| pair.0 == row).count() <= capacity as usize);
    }
    for (column, &capacity) in (0..).zip(&table.columns) {
        assert!(solved.pairs.iter().filter(|pair| pair.1 == column).count() <= capacity as usize);
    }
}

/// What forcing a pair by trying everything shows.
pub(crate) fn check_verdict(table: &Table, sense: Sense, row: u32, column: u32) {
    let (size, totals) = best(table, sense, None).unwrap();
    let expected = match best(table, sense, Some((row, column))) {
        _ if table.cells[row as usize][column as usize].is_none() => Verdict::Forbidden,
        None => Verdict::NoPlaces,
        Some((with, _)) if with < size => Verdict::FewerPairs { by: size - with },
        Some((_, with)) => match with.iter().zip(&totals).position(|(a, b)| a != b) {
            None => Verdict::Best,
            Some(criterion) => {
                Verdict::WorseTotal { criterion, by: (with[criterion] - totals[criterion]).abs() }
            }
        },
    };
    assert_eq!(table.problem().explain(sense, row, column), expected, "{row} {column}");
}

/// Any bytes as a table: small ones by trying everything, larger ones by the second way.
pub(crate) fn check(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let most = if bytes.flag() { 4 } else { 14 };
    let (rows, columns) = (bytes.below(most + 1), bytes.below(most + 1));
    let criteria = [1, 1, 1, 2, 3, 0][bytes.below(6) as usize];
    let sense = if bytes.flag() { Sense::Min } else { Sense::Max };
    let (kind, forbidden) = (bytes.below(4), bytes.below(8));
    let single = bytes.flag();
    let number = |bytes: &mut Bytes<'_>| match kind {
        0 => i64::from(bytes.below(3)),
        1 => i64::from(bytes.below(251)) - 100,
        2 => [i64::MIN, i64::MAX, 0, -1, 7][bytes.below(5) as usize],
        // Three criteria as large as they come do not fit into 128 bits.
        _ if criteria < 2 => bytes.number(),
        _ => bytes.number() >> 32,
    };
    let mut table = Table { cells: Vec::new(), rows: Vec::new(), columns: Vec::new(), criteria };
    let capacity =
        |bytes: &mut Bytes<'_>| if single { 1 } else { [1, 2, 0, 3, u32::MAX][bytes.below(5) as usize] };
    for _ in 0..rows {
        let cells = (0..columns).map(|_| {
            (bytes.below(9) >= forbidden).then(|| (0..criteria).map(|_| number(&mut bytes)).collect())
        });
        table.cells.push(cells.collect());
        table.rows.push(capacity(&mut bytes));
    }
    table.columns = (0..columns).map(|_| capacity(&mut bytes)).collect();
    let mut builder = Problem::builder(&table.columns, criteria);
    for (cells, &capacity) in table.cells.iter().zip(&table.rows) {
        builder.row(capacity, (0..).zip(cells).filter_map(|(column, cell)| Some((column, cell.as_ref()?))));
    }
    // Several criteria of the widest range do not fit into 128 bits: refused, which is no fault.
    let Ok(problem) = builder.build() else {
        assert!(criteria > 1 && kind == 2);
        return;
    };
    check_by_paths(&table, &problem, sense);
    let cells = table.cells.iter().flatten().flatten().count();
    if cells <= 16 {
        check_table(&table, sense);
        if rows > 0 && columns > 0 {
            check_verdict(&table, sense, bytes.below(rows), bytes.below(columns));
        }
    }
}
