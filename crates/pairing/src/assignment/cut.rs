//! Which side gives all it has, and the cut where neither does.

use super::Problem;
use super::lists::Lists;
use super::number::Number;
use super::transport::{Task, cheapest};
use crate::cardinality::{MostPairs, most_pairs_from, reached_from_spare_rows};

/// Capacities of both sides.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) rows: &'a [u32],
    pub(super) columns: &'a [u32],
}

impl Problem {
    /// Which edges are used by the cheapest of all assignments with as many pairs as possible.
    pub(super) fn best_of_most<N: Number>(
        &self,
        places: Places<'_>,
        cost: impl Fn(u32) -> N,
        exact: Option<N>,
    ) -> Vec<bool> {
        let graph = &self.graph;
        let mut used = vec![false; graph.column.len()];
        // Nobody has more places than pairs.
        let rows: Vec<u32> =
            (0..graph.rows()).zip(places.rows).map(|(row, &p)| p.min(degree(&graph.of_row(row)))).collect();
        let column_ends = graph.column_first.windows(2);
        let columns: Vec<u32> =
            column_ends.zip(places.columns).map(|(ends, &p)| p.min(ends[1] - ends[0])).collect();
        let total = |units: &[u32]| units.iter().map(|&units| u64::from(units)).sum::<u64>();
        // Mostly the side with fewer places can give them all, and nothing else has to be found out.
        let solved = if total(&rows) <= total(&columns) {
            let mut lists = Lists::of_rows(graph, &cost, |_| true);
            place(&mut lists, &rows, &columns, exact, &mut used)
        } else {
            let mut lists = Lists::of_columns(graph, &cost, |_| true);
            place(&mut lists, &columns, &rows, exact, &mut used)
        };
        if !solved {
            let most = most_pairs_from(graph, &rows, &columns, used);
            used = self.across_the_cut(&most, (rows, columns), cost, exact);
        }
        used
    }

    /// The two sides of the cut, each a task in which one party gives all it has.
    fn across_the_cut<N: Number>(
        &self,
        most: &MostPairs,
        (mut rows, mut columns): (Vec<u32>, Vec<u32>),
        cost: impl Fn(u32) -> N,
        exact: Option<N>,
    ) -> Vec<bool> {
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
        for reached in [true, false] {
            let here = |edge| {
                let (row, column) = ends(edge);
                row_cut[row] == reached && column_cut[column] == reached
            };
            let (rows, columns) = (side(&rows, &row_cut, reached), side(&columns, &column_cut, reached));
            let solved = if reached {
                place(&mut Lists::of_columns(graph, &cost, here), &columns, &rows, exact, &mut used)
            } else {
                place(&mut Lists::of_rows(graph, &cost, here), &rows, &columns, exact, &mut used)
            };
            debug_assert!(solved, "on its side of the cut everybody can be placed");
        }
        used
    }
}

fn degree(edges: &std::ops::Range<u32>) -> u32 {
    edges.end - edges.start
}

/// Marks how all sources are placed best. Says whether they can be; if not, some of them are.
fn place<N: Number>(
    lists: &mut Lists<N>,
    supply: &[u32],
    room: &[u32],
    exact: Option<N>,
    used: &mut [bool],
) -> bool {
    let (chosen, all) = cheapest(Task { lists, supply, room, exact });
    lists.mark(&chosen, used);
    all
}
