//! Which side gives all it has, and the cut where neither does.

use super::Problem;
use super::lists::Lists;
use super::number::Number;
use super::transport::{Placed, Task, cheapest};
use crate::cardinality::{MostPairs, most_pairs_from, reached_from_spare_rows};

/// Capacities of both sides.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) rows: &'a [u32],
    pub(super) columns: &'a [u32],
}

/// A best assignment and what proves it.
pub(super) struct Best<N> {
    /// For each pair whether it is used.
    pub(super) used: Vec<bool>,
    /// Rows all of whose places, or pairs, every largest assignment uses.
    pub(super) full_rows: Vec<bool>,
    /// The same of columns.
    pub(super) full_columns: Vec<bool>,
    /// Between a row and a column of which one is full, no used pair costs more than both their prices, and
    /// no other less. Whoever need not be full has a price of 0 or less, and 0 if places are left.
    pub(super) row_price: Vec<N>,
    pub(super) column_price: Vec<N>,
}

impl<N: Number> Best<N> {
    fn of_rows(used: Vec<bool>, Placed { source_price, sink_price, .. }: Placed<N>) -> Self {
        Self {
            used,
            full_rows: vec![true; source_price.len()],
            full_columns: vec![false; sink_price.len()],
            row_price: source_price,
            column_price: sink_price,
        }
    }

    fn of_columns(used: Vec<bool>, Placed { source_price, sink_price, .. }: Placed<N>) -> Self {
        Self {
            used,
            full_rows: vec![false; sink_price.len()],
            full_columns: vec![true; source_price.len()],
            row_price: sink_price,
            column_price: source_price,
        }
    }
}

impl Problem {
    /// The cheapest of all assignments with as many pairs as possible.
    pub(super) fn best_of_most<N: Number>(
        &self,
        places: Places<'_>,
        cost: impl Fn(u32) -> N,
        exact: Option<N>,
    ) -> Best<N> {
        let graph = &self.graph;
        let mut used = vec![false; graph.column.len()];
        // Nobody has more places than pairs.
        let rows: Vec<u32> =
            (0..graph.rows()).zip(places.rows).map(|(row, &p)| p.min(graph.degree_of_row(row))).collect();
        let columns: Vec<u32> = (0..graph.columns())
            .zip(places.columns)
            .map(|(column, &p)| p.min(graph.degree_of_column(column)))
            .collect();
        let total = |units: &[u32]| units.iter().map(|&units| u64::from(units)).sum::<u64>();
        // Mostly the side with fewer places can give them all, and nothing else has to be found out.
        let from_rows = total(&rows) <= total(&columns);
        let (supply, room) = if from_rows { (&rows, &columns) } else { (&columns, &rows) };
        let mut lists = if from_rows {
            Lists::of_rows(graph, &cost, |_| true)
        } else {
            Lists::of_columns(graph, &cost, |_| true)
        };
        let outcome = place(Task { lists: &mut lists, supply, room, exact, sure: false }, &mut used);
        if !outcome.all {
            let most = most_pairs_from(graph, &rows, &columns, used);
            return self.across_the_cut(&most, (rows, columns), cost, exact);
        }
        if from_rows { Best::of_rows(used, outcome) } else { Best::of_columns(used, outcome) }
    }

    /// The two sides of the cut, each a task in which one party gives all it has.
    fn across_the_cut<N: Number>(
        &self,
        most: &MostPairs,
        (mut rows, mut columns): (Vec<u32>, Vec<u32>),
        cost: impl Fn(u32) -> N,
        exact: Option<N>,
    ) -> Best<N> {
        let graph = &self.graph;
        let (row_cut, column_cut) = reached_from_spare_rows(graph, most);
        let ends = |edge: u32| (graph.row[edge as usize] as usize, graph.column[edge as usize] as usize);
        let mut used = vec![false; graph.column.len()];
        for (edge, used) in (0..).zip(&mut used) {
            let (row, column) = ends(edge);
            // From a row that is reached to a column that is not: every largest assignment uses it.
            if row_cut[row] && !column_cut[column] {
                *used = true;
                rows[row] -= 1;
                columns[column] -= 1;
            }
        }
        let side = |units: &[u32], cut: &[bool], reached: bool| -> Vec<u32> {
            units.iter().zip(cut).map(|(&units, &cut)| if cut == reached { units } else { 0 }).collect()
        };
        let here = |reached: bool| {
            let (row_cut, column_cut) = (&row_cut, &column_cut);
            move |edge| {
                let (row, column) = ends(edge);
                row_cut[row] == reached && column_cut[column] == reached
            }
        };
        let places = |reached| (side(&rows, &row_cut, reached), side(&columns, &column_cut, reached));
        let (of_rows, of_columns) = places(true);
        let mut lists = Lists::of_columns(graph, &cost, here(true));
        let task = Task { lists: &mut lists, supply: &of_columns, room: &of_rows, exact, sure: true };
        let reached = place(task, &mut used);
        let (of_rows, of_columns) = places(false);
        let mut lists = Lists::of_rows(graph, &cost, here(false));
        let task = Task { lists: &mut lists, supply: &of_rows, room: &of_columns, exact, sure: true };
        let others = place(task, &mut used);
        debug_assert!(reached.all && others.all, "on its side of the cut everybody can be placed");
        let on_both = |cut: &[bool], reached: &[N], other: &[N]| -> Vec<N> {
            let prices = cut.iter().zip(reached.iter().zip(other));
            prices.map(|(&cut, (&reached, &other))| if cut { reached } else { other }).collect()
        };
        Best {
            used,
            row_price: on_both(&row_cut, &reached.sink_price, &others.source_price),
            column_price: on_both(&column_cut, &reached.source_price, &others.sink_price),
            full_rows: row_cut.into_iter().map(|reached| !reached).collect(),
            full_columns: column_cut,
        }
    }
}

/// Marks how all sources are placed best, if they can be; if not, some of them are.
fn place<N: Number>(mut task: Task<'_, N>, used: &mut [bool]) -> Placed<N> {
    let placed = cheapest(&mut task);
    task.lists.mark(&placed.used, used);
    placed
}
