//! Assignment: as many pairs as possible within capacities, and of these the best total.
//!
//! Rows and columns have capacities, pairs that are not listed are forbidden, and each pair can be used
//! once. Several criteria count in strict order: the second only decides between assignments that are
//! equally good by the first, and so on.
//!
//! The largest number of pairs comes first (where not all of the smaller side can be placed, layered augmenting paths find it).
//! What can be reached by exchanging pairs from the rows left over then cuts the problem in two (A. L.
//! Dulmage, N. S. Mendelsohn, *Canadian Journal of Mathematics* 10 (1958) 517–534): on one side every
//! column is full in any largest assignment, on the other every row, and no largest assignment chooses
//! differently across the cut. So nobody has to be left out at an invented price, and each side is a
//! transport problem in which one party gives all it has.

mod auction;
mod bidding;
mod builder;
mod certificate;
mod cut;
mod lists;
mod number;
mod path;
mod scale;
mod transport;

use crate::cardinality::Graph;

pub use builder::{Builder, ProblemError};
pub use certificate::{Certificate, Fault, Gap};
use cut::{Best, Places};
use number::Number;
use scale::Scale;

/// Which total is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// The smallest: the numbers are costs.
    Min,
    /// The largest: the numbers are values.
    Max,
}

/// Rows, columns and what each allowed pair costs or is worth.
///
/// ```
/// use pairing::assignment::{Problem, Sense};
///
/// let mut builder = Problem::builder(&[1, 1, 1], 1); // three columns with one place each
/// builder.row(1, [(0, [4]), (2, [3])]);              // row 0 cannot have column 1
/// builder.row(1, [(0, [2])]);
/// let best = builder.build()?.solve(Sense::Min);
/// assert_eq!(best.pairs, [(0, 2), (1, 0)]);
/// assert_eq!(best.totals, [5]);
/// # Ok::<(), pairing::assignment::ProblemError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Problem {
    criteria: usize,
    graph: Graph,
    costs: Vec<i64>,
    row_capacity: Vec<u32>,
    column_capacity: Vec<u32>,
}

/// A best assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Row and column of each pair, rows ascending, then columns.
    pub pairs: Vec<(u32, u32)>,
    /// Sum over the pairs for each criterion.
    pub totals: Vec<i128>,
}

/// What speaks against a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing: some best assignment has it.
    Best,
    /// The pair is forbidden, or does not exist.
    Forbidden,
    /// Its row or its column has no places.
    NoPlaces,
    /// With it fewer pairs are possible.
    FewerPairs {
        /// How many fewer.
        by: usize,
    },
    /// With it as many pairs are possible, but the total is worse.
    WorseTotal {
        /// Which criterion decides, from 0.
        criterion: usize,
        /// By how much the total of that criterion is worse; positive for either sense.
        by: i128,
    },
}

impl Problem {
    /// As many pairs as possible, and of these assignments one with the best total.
    pub fn solve(&self, sense: Sense) -> Assignment {
        self.prove(sense).0
    }

    /// The same, and what proves it: [`Certificate::check`] needs no solver.
    ///
    /// ```
    /// use pairing::assignment::{Problem, Sense};
    ///
    /// let mut builder = Problem::builder(&[1, 1], 1);
    /// builder.row(1, [(0, [4]), (1, [3])]);
    /// builder.row(1, [(1, [1])]);
    /// let problem = builder.build()?;
    /// let (best, certificate) = problem.prove(Sense::Min);
    /// assert_eq!(best.pairs, [(0, 0), (1, 1)]);
    /// assert_eq!(certificate.check(&problem, Sense::Min, &best.pairs), Ok(()));
    /// # Ok::<(), pairing::assignment::ProblemError>(())
    /// ```
    pub fn prove(&self, sense: Sense) -> (Assignment, Certificate) {
        self.prove_within(sense, &self.row_capacity, &self.column_capacity)
    }

    /// What speaks against a pair. Solves the rest of the problem once with the pair, and once without
    /// this condition.
    pub fn explain(&self, sense: Sense, row: u32, column: u32) -> Verdict {
        let Some(pair) = self.edge(row, column) else { return Verdict::Forbidden };
        let (mut rows, mut columns) = (self.row_capacity.clone(), self.column_capacity.clone());
        if rows[row as usize] == 0 || columns[column as usize] == 0 {
            return Verdict::NoPlaces;
        }
        let best = self.solve(sense);
        if best.pairs.contains(&(row, column)) {
            return Verdict::Best;
        }
        rows[row as usize] -= 1;
        columns[column as usize] -= 1;
        let rest = self.without(pair).prove_within(sense, &rows, &columns).0;
        if rest.pairs.len() + 1 < best.pairs.len() {
            return Verdict::FewerPairs { by: best.pairs.len() - rest.pairs.len() - 1 };
        }
        for (criterion, (best, rest)) in best.totals.iter().zip(&rest.totals).enumerate() {
            let with = rest + i128::from(self.numbers(pair)[criterion]);
            if with != *best {
                return Verdict::WorseTotal { criterion, by: (with - best).abs() };
            }
        }
        Verdict::Best
    }

    fn edge(&self, row: u32, column: u32) -> Option<u32> {
        let mut edges = if row < self.graph.rows() { self.graph.of_row(row) } else { 0..0 };
        edges.find(|&edge| self.graph.column[edge as usize] == column)
    }

    fn numbers(&self, edge: u32) -> &[i64] {
        let start = edge as usize * self.criteria;
        &self.costs[start..start + self.criteria]
    }

    /// The same problem, one pair forbidden.
    fn without(&self, pair: u32) -> Self {
        let mut problem = self.clone();
        let row = self.graph.row[pair as usize] as usize;
        let (mut first, mut column) = (self.graph.first.clone(), self.graph.column.clone());
        for first in &mut first[row + 1..] {
            *first -= 1;
        }
        column.remove(pair as usize);
        let start = pair as usize * self.criteria;
        problem.costs.drain(start..start + self.criteria);
        problem.graph = Graph::new(first, column, self.graph.columns());
        problem
    }

    /// Sum over pairs for each criterion.
    fn totals_of(&self, edges: &[u32]) -> Vec<i128> {
        let total =
            |criterion| edges.iter().map(|&edge| i128::from(self.numbers(edge)[criterion])).sum::<i128>();
        (0..self.criteria).map(total).collect()
    }

    /// More than twice as many as there can be sources or sinks, if costs times this may still be added along
    /// any path.
    fn exact(&self, scale: &Scale) -> Option<i64> {
        let more = 2 * (i64::from(self.graph.rows().max(self.graph.columns())) + 1);
        let furthest = scale.furthest.checked_mul(i128::from(more))?;
        (furthest <= i128::from(i64::MAX / 64)).then_some(more)
    }

    fn prove_within(&self, sense: Sense, rows: &[u32], columns: &[u32]) -> (Assignment, Certificate) {
        let places = Places { rows, columns };
        // `Builder::build` lets no problem through that has no scale.
        let scale = self.scale().unwrap_or_default();
        if scale.furthest > i128::from(i64::MAX / 8) {
            let best = self.best_of_most(places, self.combined::<i128>(sense, &scale), None);
            return self.proved(best, &scale, sense);
        }
        let exact = self.exact(&scale);
        let best = match self.plain(sense, &scale) {
            Some(cost) => self.best_of_most(places, cost, exact),
            None => self.best_of_most(places, self.combined::<i64>(sense, &scale), exact),
        };
        self.proved(best, &scale, sense)
    }

    fn proved<N: Number>(&self, best: Best<N>, scale: &Scale, sense: Sense) -> (Assignment, Certificate) {
        let mut chosen: Vec<u32> =
            (0..).zip(&best.used).filter(|&(_, &used)| used).map(|(edge, _)| edge).collect();
        let ends = |edge: u32| (self.graph.row[edge as usize], self.graph.column[edge as usize]);
        chosen.sort_unstable_by_key(|&edge| ends(edge));
        let assignment =
            Assignment { totals: self.totals_of(&chosen), pairs: chosen.into_iter().map(ends).collect() };
        let certificate = Certificate {
            full_rows: best.full_rows,
            full_columns: best.full_columns,
            weights: scale.weights(),
            base: scale.base(sense),
            row_price: best.row_price.into_iter().map(Into::into).collect(),
            column_price: best.column_price.into_iter().map(Into::into).collect(),
        };
        (assignment, certificate)
    }
}
