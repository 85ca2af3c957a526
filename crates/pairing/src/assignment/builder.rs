//! Rows one after another, checked.

use std::error::Error;
use std::fmt;

use super::Problem;
use crate::cardinality::Graph;
use crate::instance::saturating;

/// Why rows cannot become a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemError {
    /// A row names a column that does not exist.
    UnknownColumn {
        /// Index of the row.
        row: u32,
        /// The column that does not exist.
        column: u32,
    },
    /// A row names a column twice.
    Twice {
        /// Index of the row.
        row: u32,
        /// The column named twice.
        column: u32,
    },
    /// A pair does not have one number for each criterion.
    Criteria {
        /// Index of the row.
        row: u32,
        /// Index of the column.
        column: u32,
    },
    /// More rows, columns or pairs than 32 bits can count, or totals beyond 128 bits.
    TooLarge,
}

impl fmt::Display for ProblemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownColumn { row, column } => {
                write!(f, "row {row} names column {column}, which does not exist")
            }
            Self::Twice { row, column } => write!(f, "row {row} names column {column} twice"),
            Self::Criteria { row, column } => {
                write!(f, "row {row} does not give column {column} one number for each criterion")
            }
            Self::TooLarge => f.write_str("too many pairs, or numbers too large to add"),
        }
    }
}

impl Error for ProblemError {}

/// Takes the rows one after another; they are numbered from 0 in the order they come.
#[derive(Debug, Clone)]
pub struct Builder {
    criteria: usize,
    first: Vec<u32>,
    column: Vec<u32>,
    /// All criteria of a pair next to each other.
    costs: Vec<i64>,
    row_capacity: Vec<u32>,
    column_capacity: Vec<u32>,
    fault: Option<ProblemError>,
}

impl Builder {
    /// Adds a row with its capacity (0 is allowed) and the columns it can have, in any order, each with
    /// one number for each criterion, the most important first.
    pub fn row<Numbers: AsRef<[i64]>>(
        &mut self,
        capacity: u32,
        pairs: impl IntoIterator<Item = (u32, Numbers)>,
    ) {
        let row = saturating(self.row_capacity.len());
        for (column, numbers) in pairs {
            let numbers = numbers.as_ref();
            if numbers.len() != self.criteria {
                self.fault.get_or_insert(ProblemError::Criteria { row, column });
            }
            if column as usize >= self.column_capacity.len() {
                self.fault.get_or_insert(ProblemError::UnknownColumn { row, column });
            }
            self.column.push(column);
            self.costs.extend(numbers);
        }
        self.first.push(saturating(self.column.len()));
        self.row_capacity.push(capacity);
    }

    /// Checks the rows. Linear in the pairs.
    pub fn build(self) -> Result<Problem, ProblemError> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let largest = self.column.len().max(self.row_capacity.len()).max(self.column_capacity.len());
        if largest >= u32::MAX as usize {
            return Err(ProblemError::TooLarge);
        }
        let mut last_row = vec![u32::MAX; self.column_capacity.len()];
        for (row, ends) in (0..).zip(self.first.windows(2)) {
            for &column in &self.column[ends[0] as usize..ends[1] as usize] {
                if std::mem::replace(&mut last_row[column as usize], row) == row {
                    return Err(ProblemError::Twice { row, column });
                }
            }
        }
        let columns = saturating(self.column_capacity.len());
        let graph = Graph::new(self.first, self.column, columns);
        let problem = Problem {
            criteria: self.criteria,
            graph,
            costs: self.costs,
            row_capacity: self.row_capacity,
            column_capacity: self.column_capacity,
        };
        problem.scale().map(|_| problem).ok_or(ProblemError::TooLarge)
    }
}

impl Problem {
    /// Starts a problem with these columns, given by their capacities, and so many criteria.
    pub fn builder(column_capacity: &[u32], criteria: usize) -> Builder {
        Builder {
            criteria,
            first: vec![0],
            column: Vec::new(),
            costs: Vec::new(),
            row_capacity: Vec::new(),
            column_capacity: column_capacity.to_vec(),
            fault: None,
        }
    }
}
