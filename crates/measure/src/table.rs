//! Rows of people, columns of whatever they are measured by, with gaps.

/// The largest number that is taken: squares and sums of such numbers stay exact enough.
pub(crate) const MOST: f64 = 1e6;

/// Why numbers are not taken at all: whoever handed them in is wrong, not the people behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// There is no column.
    NoColumns,
    /// The row of this number, from 0, is shorter or longer than the first.
    Ragged {
        /// Of the row, from 0.
        row: usize,
    },
    /// A number that is not finite, below the least or above the most of its place.
    OutOfRange {
        /// Of its row, from 0.
        row: usize,
        /// Of its column, from 0.
        column: usize,
    },
}

/// Checked rows, kept by columns, for most figures go down a column.
#[derive(Clone, Debug)]
pub(crate) struct Table<T> {
    height: usize,
    columns: Vec<Vec<Option<T>>>,
}

impl<T: Copy> Table<T> {
    /// `fits` says whether a number may stand in a column.
    pub(crate) fn new<R: AsRef<[Option<T>]>>(
        width: usize,
        rows: impl IntoIterator<Item = R>,
        fits: impl Fn(T, usize) -> bool,
    ) -> Result<Self, Misread> {
        if width == 0 {
            return Err(Misread::NoColumns);
        }
        let mut table = Self { height: 0, columns: vec![Vec::new(); width] };
        for cells in rows {
            let (row, cells) = (table.height, cells.as_ref());
            if cells.len() != width {
                return Err(Misread::Ragged { row });
            }
            for (column, (kept, cell)) in table.columns.iter_mut().zip(cells).enumerate() {
                if cell.is_some_and(|value| !fits(value, column)) {
                    return Err(Misread::OutOfRange { row, column });
                }
                kept.push(*cell);
            }
            table.height += 1;
        }
        Ok(table)
    }

    pub(crate) fn height(&self) -> usize {
        self.height
    }

    pub(crate) fn columns(&self) -> &[Vec<Option<T>>] {
        &self.columns
    }

    /// What stands in a row, with its column; gaps left out.
    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = (usize, T)> + Clone {
        let cell = move |column: &Vec<Option<T>>| column.get(row).copied().flatten();
        self.columns.iter().enumerate().filter_map(move |(at, column)| cell(column).map(|value| (at, value)))
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = impl Iterator<Item = (usize, T)> + Clone> {
        (0..self.height).map(|row| self.row(row))
    }

    /// No gap anywhere.
    pub(crate) fn is_complete(&self) -> bool {
        self.columns.iter().flatten().all(Option::is_some)
    }
}
