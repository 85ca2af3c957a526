//! What examiners gave: a row for each candidate, a column for each examiner, gaps where one did not mark.

use crate::table::{MOST, Misread, Table};

/// Marks of one criterion on a scale of whole numbers.
#[derive(Clone, Debug)]
pub struct Marks {
    pub(crate) table: Table<u8>,
    pub(crate) low: u8,
    pub(crate) high: u8,
}

/// Totals or means of a rubric, in marks, from minus a million to a million.
#[derive(Clone, Debug)]
pub struct Scores {
    pub(crate) table: Table<f64>,
}

impl Marks {
    /// `scale` is the lowest and the highest mark that the rubric has, both used or not.
    pub fn new<R: AsRef<[Option<u8>]>>(
        (low, high): (u8, u8),
        examiners: usize,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self, Misread> {
        let table = Table::new(examiners, rows, |mark, _| (low..=high).contains(&mark))?;
        Ok(Self { table, low, high })
    }
}

impl Scores {
    /// Rows of candidates, columns of examiners.
    pub fn new<R: AsRef<[Option<f64>]>>(
        examiners: usize,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self, Misread> {
        Ok(Self { table: Table::new(examiners, rows, |score: f64, _| (-MOST..=MOST).contains(&score))? })
    }
}

/// How many candidates two examiners or more have marked.
pub(crate) fn double_marked<T: Copy>(table: &Table<T>) -> usize {
    table.rows().filter(|row| row.clone().count() > 1).count()
}
