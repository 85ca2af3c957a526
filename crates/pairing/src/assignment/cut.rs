//! The two sides of the cut, each a task in which one party gives all it has.

use super::Problem;
use super::transport::{Input, Number, cheapest};
use crate::cardinality::{MostPairs, reached_from_spare_rows};
use crate::instance::saturating;

impl Problem {
    /// Which edges are used by the cheapest of all assignments with as many pairs as `most` has.
    pub(super) fn best_of_most<N: Number>(
        &self,
        most: &MostPairs,
        rows: &[u32],
        columns: &[u32],
        costs: &[N],
        exact: Option<N>,
    ) -> Vec<bool> {
        let graph = &self.graph;
        let (row_cut, column_cut) = reached_from_spare_rows(graph, most);
        let mut used = vec![false; graph.column.len()];
        let (mut rows, mut columns) = (rows.to_vec(), columns.to_vec());
        for (edge, used) in used.iter_mut().enumerate() {
            let (row, column) = (graph.row[edge] as usize, graph.column[edge] as usize);
            // From a row that is reached to a column that is not: every largest assignment uses it.
            if row_cut[row] && !column_cut[column] {
                *used = true;
                rows[row] -= 1;
                columns[column] -= 1;
            }
        }
        let inside = |edge: &u32| {
            column_cut[graph.column[*edge as usize] as usize] && row_cut[graph.row[*edge as usize] as usize]
        };
        let outside = |edge: &u32| {
            !column_cut[graph.column[*edge as usize] as usize] && !row_cut[graph.row[*edge as usize] as usize]
        };
        let of_columns =
            (0..graph.columns()).map(|column| graph.of_column(column).iter().copied().filter(inside));
        let of_rows = (0..graph.rows()).map(|row| graph.of_row(row).filter(outside));
        let part = Part::new(of_columns, &graph.row, costs, exact);
        part.solve(&columns, (&column_cut, true), (&rows, &row_cut), &mut used);
        let part = Part::new(of_rows, &graph.column, costs, exact);
        part.solve(&rows, (&row_cut, false), (&columns, &column_cut), &mut used);
        used
    }
}

/// One side of the cut, source by source.
struct Part<N> {
    first: Vec<u32>,
    sink: Vec<u32>,
    cost: Vec<N>,
    /// Number of each edge in the whole problem.
    edge: Vec<u32>,
    exact: Option<N>,
}

impl<N: Number> Part<N> {
    fn new(
        sources: impl Iterator<Item = impl Iterator<Item = u32>>,
        sink_of: &[u32],
        costs: &[N],
        exact: Option<N>,
    ) -> Self {
        let mut part = Self { first: vec![0], sink: Vec::new(), cost: Vec::new(), edge: Vec::new(), exact };
        let mut cheapest_first = Vec::new();
        for edges in sources {
            cheapest_first.clear();
            cheapest_first.extend(edges);
            cheapest_first.sort_unstable_by_key(|&edge| (costs[edge as usize], edge));
            for &edge in &cheapest_first {
                part.sink.push(sink_of[edge as usize]);
                part.cost.push(costs[edge as usize]);
                part.edge.push(edge);
            }
            part.first.push(saturating(part.edge.len()));
        }
        part
    }

    /// Places all of the sources that lie on this side: where their cut says so. Sinks on the other
    /// side have no edges here.
    fn solve(
        &self,
        supply: &[u32],
        (cut, side): (&[bool], bool),
        (room, sink_cut): (&[u32], &[bool]),
        used: &mut [bool],
    ) {
        let here = |units: &[u32], cut: &[bool]| -> Vec<u32> {
            units.iter().zip(cut).map(|(&units, &cut)| if cut == side { units } else { 0 }).collect()
        };
        let (supply, room) = (here(supply, cut), here(room, sink_cut));
        let input = Input {
            first: &self.first,
            sink: &self.sink,
            cost: &self.cost,
            supply: &supply,
            room: &room,
            exact: self.exact,
        };
        for (&edge, chosen) in self.edge.iter().zip(cheapest(&input)) {
            used[edge as usize] |= chosen;
        }
    }
}
