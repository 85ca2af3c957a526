//! What proves an assignment the best, checked in one pass without the solver.
//!
//! Linear programming has for every best solution a set of prices that shows it (J. Egerváry 1931, and H. W.
//! Kuhn, *Naval Research Logistics Quarterly* 2 (1955) 83–97, for this problem). Here there are two layers.
//! Some rows and columns are *full*: a pair between a full and another party counts against the places of the
//! full one, a pair of two who are not full is itself the bound; so no assignment has more pairs than these
//! places and pairs together. And among assignments with as many pairs, prices bound the total in the same way.

use std::error::Error;
use std::fmt;

use super::{Problem, Sense};

/// The proof that an assignment has as many pairs as possible and of these the best total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// For each row whether every largest assignment uses all its places (or pairs, if those are fewer).
    pub full_rows: Vec<bool>,
    /// The same of columns.
    pub full_columns: Vec<bool>,
    /// The cost of a pair is the sum over the criteria of `weights` times how much worse its number is than
    /// `base`. The weights are so far apart that less important criteria never outweigh another.
    pub weights: Vec<i128>,
    /// A number for each criterion.
    pub base: Vec<i64>,
    /// Price of each row: a pair with one full party costs at least both prices if it is unused, at most if
    /// it is used. Whoever is not full has a price of 0 or less, and of 0 if places are left.
    pub row_price: Vec<i128>,
    /// Price of each column.
    pub column_price: Vec<i128>,
}

/// Where a certificate does not prove an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// The pairs are not valid: see [`Problem::faults`].
    Pairs,
    /// The certificate belongs to another problem: its lists have other lengths, or numbers are too large.
    Shape,
    /// The weight of this criterion lets less important ones outweigh it.
    Weight(usize),
    /// A row has places left, or a price, that it must not have.
    Row(u32),
    /// The same of a column.
    Column(u32),
    /// A pair must not be used, or must be.
    Pair {
        /// Index of the row.
        row: u32,
        /// Index of the column.
        column: u32,
    },
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pairs => f.write_str("the pairs are not valid"),
            Self::Shape => f.write_str("the certificate belongs to another problem"),
            Self::Weight(criterion) => write!(f, "the weight of criterion {criterion} is too small"),
            Self::Row(row) => write!(f, "places or price of row {row} prove nothing"),
            Self::Column(column) => write!(f, "places or price of column {column} prove nothing"),
            Self::Pair { row, column } => {
                write!(f, "the pair of row {row} and column {column} proves nothing")
            }
        }
    }
}

impl Error for Gap {}

/// What is wrong with pairs, whether good or bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A pair is forbidden, or its row or column does not exist.
    Forbidden {
        /// Index of the row.
        row: u32,
        /// Index of the column.
        column: u32,
    },
    /// A pair is there more than once.
    Twice {
        /// Index of the row.
        row: u32,
        /// Index of the column.
        column: u32,
    },
    /// A row has more pairs than places.
    RowOverCapacity {
        /// Index of the row.
        row: u32,
        /// How many pairs it has.
        held: u32,
        /// How many places it has.
        capacity: u32,
    },
    /// A column has more pairs than places.
    ColumnOverCapacity {
        /// Index of the column.
        column: u32,
        /// How many pairs it has.
        held: u32,
        /// How many places it has.
        capacity: u32,
    },
}

/// Some pairs of a problem, counted.
struct Counted {
    /// For each pair of the problem whether it is among them.
    used: Vec<bool>,
    by_row: Vec<u32>,
    by_column: Vec<u32>,
}

impl Problem {
    /// What is wrong with pairs: first the pairs that cannot be, in their order, then rows and columns by
    /// index. Nothing of how good they are. Linear in the problem.
    pub fn faults(&self, pairs: &[(u32, u32)]) -> Vec<Fault> {
        let (counted, mut faults) = self.count(pairs);
        for ((row, &held), &capacity) in (0..).zip(&counted.by_row).zip(&self.row_capacity) {
            if held > capacity {
                faults.push(Fault::RowOverCapacity { row, held, capacity });
            }
        }
        for ((column, &held), &capacity) in (0..).zip(&counted.by_column).zip(&self.column_capacity) {
            if held > capacity {
                faults.push(Fault::ColumnOverCapacity { column, held, capacity });
            }
        }
        faults
    }

    /// Sum over pairs for each criterion; pairs that are forbidden count nothing.
    pub fn totals(&self, pairs: &[(u32, u32)]) -> Vec<i128> {
        let edges: Vec<u32> = pairs.iter().filter_map(|&(row, column)| self.edge(row, column)).collect();
        self.totals_of(&edges)
    }

    fn count(&self, pairs: &[(u32, u32)]) -> (Counted, Vec<Fault>) {
        let mut counted = Counted {
            used: vec![false; self.graph.column.len()],
            by_row: vec![0; self.row_capacity.len()],
            by_column: vec![0; self.column_capacity.len()],
        };
        let mut faults = Vec::new();
        for &(row, column) in pairs {
            let Some(edge) = self.edge(row, column) else {
                faults.push(Fault::Forbidden { row, column });
                continue;
            };
            if std::mem::replace(&mut counted.used[edge as usize], true) {
                faults.push(Fault::Twice { row, column });
                continue;
            }
            counted.by_row[row as usize] += 1;
            counted.by_column[column as usize] += 1;
        }
        (counted, faults)
    }
}

impl Certificate {
    /// Whether these pairs are proved to be as many as possible with the best total. Reads the problem, the
    /// pairs and the certificate once; fails with the first place where nothing is proved.
    pub fn check(&self, problem: &Problem, sense: Sense, pairs: &[(u32, u32)]) -> Result<(), Gap> {
        if !problem.faults(pairs).is_empty() {
            return Err(Gap::Pairs);
        }
        let (rows, columns) = (problem.row_capacity.len(), problem.column_capacity.len());
        let fits = [self.full_rows.len(), self.row_price.len()] == [rows; 2]
            && [self.full_columns.len(), self.column_price.len()] == [columns; 2]
            && [self.weights.len(), self.base.len()] == [problem.criteria; 2];
        if !fits {
            return Err(Gap::Shape);
        }
        self.check_weights(problem)?;
        let (counted, _) = problem.count(pairs);
        let graph = &problem.graph;
        for row in 0..graph.rows() {
            let at = row as usize;
            let places = problem.row_capacity[at].min(graph.degree_of_row(row));
            if !proves(self.full_rows[at], self.row_price[at], places - counted.by_row[at]) {
                return Err(Gap::Row(row));
            }
        }
        for column in 0..graph.columns() {
            let at = column as usize;
            let places = problem.column_capacity[at].min(graph.degree_of_column(column));
            if !proves(self.full_columns[at], self.column_price[at], places - counted.by_column[at]) {
                return Err(Gap::Column(column));
            }
        }
        for (edge, &used) in (0..).zip(&counted.used) {
            self.check_pair(problem, sense, edge, used)?;
        }
        Ok(())
    }

    /// One step in a criterion has to weigh more than all there can be in those after it.
    fn check_weights(&self, problem: &Problem) -> Result<(), Gap> {
        let total = |capacity: &[u32]| capacity.iter().map(|&places| i128::from(places)).sum::<i128>();
        let pairs = i128::from(crate::instance::saturating(problem.graph.column.len()));
        let most = total(&problem.row_capacity).min(total(&problem.column_capacity)).min(pairs);
        let mut behind = 0_i128;
        for criterion in (0..problem.criteria).rev() {
            let weight = self.weights[criterion];
            if weight <= behind {
                return Err(Gap::Weight(criterion));
            }
            let numbers = problem.costs.iter().skip(criterion).step_by(problem.criteria);
            let smallest = numbers.clone().min().copied().map_or(0, i128::from);
            let largest = numbers.max().copied().map_or(0, i128::from);
            let all = weight.checked_mul(largest - smallest).and_then(|one| one.checked_mul(most));
            behind = all.and_then(|all| behind.checked_add(all)).ok_or(Gap::Shape)?;
        }
        Ok(())
    }

    fn check_pair(&self, problem: &Problem, sense: Sense, edge: u32, used: bool) -> Result<(), Gap> {
        let (row, column) = (problem.graph.row[edge as usize], problem.graph.column[edge as usize]);
        let proved = match (self.full_rows[row as usize], self.full_columns[column as usize]) {
            (true, true) => !used,
            (false, false) => used,
            _ => {
                let prices = self.row_price[row as usize].checked_add(self.column_price[column as usize]);
                let cost = self.cost(sense, problem.numbers(edge)).ok_or(Gap::Shape)?;
                let prices = prices.ok_or(Gap::Shape)?;
                if used { cost <= prices } else { cost >= prices }
            }
        };
        if proved { Ok(()) } else { Err(Gap::Pair { row, column }) }
    }

    fn cost(&self, sense: Sense, numbers: &[i64]) -> Option<i128> {
        let mut sum = 0_i128;
        for ((&weight, &base), &number) in self.weights.iter().zip(&self.base).zip(numbers) {
            let worse = match sense {
                Sense::Min => i128::from(number) - i128::from(base),
                Sense::Max => i128::from(base) - i128::from(number),
            };
            sum = sum.checked_add(weight.checked_mul(worse)?)?;
        }
        Some(sum)
    }
}

/// Whether what somebody has left and their price fit what is said of them.
fn proves(full: bool, price: i128, left: u32) -> bool {
    if full { left == 0 } else { price == 0 || (price < 0 && left == 0) }
}
