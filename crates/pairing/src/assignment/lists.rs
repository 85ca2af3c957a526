//! The pairs of each source, put in order only as far as somebody looks.
//!
//! Prices of sinks are never above 0, so a search over a source's pairs, cheapest first, can stop where
//! the costs alone are too high. Mostly that is after a few pairs; ordering all of them would take longer
//! than everything else.

use super::number::Number;
use crate::cardinality::Graph;
use crate::instance::saturating;

/// How many pairs of a source are put in order at first; then as many again as already are.
const FIRST: u32 = 16;

/// A pair as its source sees it.
#[derive(Clone, Copy)]
pub(super) struct Edge<N> {
    pub(super) cost: N,
    pub(super) sink: u32,
    /// Its number in the whole problem.
    number: u32,
}

/// Pairs source by source; those of a source that are in order have their place for good.
pub(super) struct Lists<N> {
    first: Vec<u32>,
    /// Where the part in order ends, for each source.
    ordered: Vec<u32>,
    edges: Vec<Edge<N>>,
}

impl<N: Number> Lists<N> {
    /// Rows are the sources. `keep` says which edges count.
    pub(super) fn of_rows(graph: &Graph, cost: impl Fn(u32) -> N, keep: impl Fn(u32) -> bool) -> Self {
        let mut first = Vec::with_capacity(graph.first.len());
        first.push(0);
        let mut edges = Vec::with_capacity(graph.column.len());
        for row in 0..graph.rows() {
            edges.extend(graph.of_row(row).filter(|&edge| keep(edge)).map(|number| Edge {
                cost: cost(number),
                sink: graph.column[number as usize],
                number,
            }));
            first.push(saturating(edges.len()));
        }
        Self::new(first, edges)
    }

    /// Columns are the sources. Row by row, so that only the writing jumps.
    pub(super) fn of_columns(graph: &Graph, cost: impl Fn(u32) -> N, keep: impl Fn(u32) -> bool) -> Self {
        let mut first = vec![0; graph.columns() as usize + 1];
        for (number, &column) in (0..).zip(&graph.column) {
            first[column as usize + 1] += u32::from(keep(number));
        }
        for column in 1..first.len() {
            first[column] += first[column - 1];
        }
        let nothing = Edge { cost: N::default(), sink: 0, number: 0 };
        let mut edges = vec![nothing; first.last().copied().unwrap_or(0) as usize];
        let mut next = first.clone();
        for row in 0..graph.rows() {
            for number in graph.of_row(row).filter(|&edge| keep(edge)) {
                let next = &mut next[graph.column[number as usize] as usize];
                edges[*next as usize] = Edge { cost: cost(number), sink: row, number };
                *next += 1;
            }
        }
        Self::new(first, edges)
    }

    fn new(first: Vec<u32>, edges: Vec<Edge<N>>) -> Self {
        let ordered = first[..first.len() - 1].to_vec();
        Self { first, ordered, edges }
    }

    /// How many sources there are.
    pub(super) fn sources(&self) -> u32 {
        saturating(self.ordered.len())
    }

    /// How many pairs all sources have together.
    pub(super) fn len(&self) -> usize {
        self.edges.len()
    }

    /// Where a source's pairs begin.
    pub(super) fn start(&self, source: u32) -> u32 {
        self.first[source as usize]
    }

    /// All pairs, in no order.
    pub(super) fn edges(&self) -> &[Edge<N>] {
        &self.edges
    }

    /// All pairs of a source, in no order.
    pub(super) fn of_source(&self, source: u32) -> &[Edge<N>] {
        &self.edges[self.first[source as usize] as usize..self.first[source as usize + 1] as usize]
    }

    /// The pair of a source at this place, if there is one: from [`Lists::start`] on, the cheapest first.
    pub(super) fn get(&mut self, source: u32, at: u32) -> Option<Edge<N>> {
        if at >= self.ordered[source as usize] && !self.order_more(source) {
            return None;
        }
        Some(self.edges[at as usize])
    }

    /// A pair at a place somebody has looked at.
    pub(super) fn known(&self, at: u32) -> Edge<N> {
        self.edges[at as usize]
    }

    #[inline(never)]
    fn order_more(&mut self, source: u32) -> bool {
        let (first, end) = (self.first[source as usize], self.first[source as usize + 1]);
        let from = self.ordered[source as usize];
        let rest = &mut self.edges[from as usize..end as usize];
        let many = FIRST.max(from - first) as usize;
        let key = |edge: &Edge<N>| (edge.cost, edge.number);
        let ordered = if rest.len() > 2 * many {
            rest.select_nth_unstable_by_key(many, key);
            &mut rest[..many]
        } else {
            rest
        };
        ordered.sort_unstable_by_key(key);
        self.ordered[source as usize] = from + saturating(ordered.len());
        from < end
    }

    /// Says by the number of each pair in the whole problem whether it is used.
    pub(super) fn mark(&self, used: &[bool], whole: &mut [bool]) {
        for (edge, _) in self.edges.iter().zip(used).filter(|&(_, &used)| used) {
            whole[edge.number as usize] = true;
        }
    }
}
