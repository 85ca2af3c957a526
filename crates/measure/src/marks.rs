//! What examiners gave: a row for each candidate, a column for each examiner, gaps where one did not mark.

use crate::gates::SEVERAL;
use crate::moments::number;
use crate::table::{MOST, Misread, Table};
use std::collections::BTreeSet;

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

    /// How many candidates and examiners.
    pub fn size(&self) -> (u32, u32) {
        (number(self.table.height()), number(self.table.columns().len()))
    }

    /// The largest part without gaps: two examiners or more, and every candidate whom all of them marked. Most scores
    /// decide, among parts of enough candidates for a coefficient where there are some, and among equals more examiners.
    /// Nothing where no two examiners have marked the same candidate.
    pub fn block(&self) -> Option<Self> {
        let size = |among: &[usize]| {
            let candidates = self.whole(among).count();
            (number(candidates) >= SEVERAL, candidates * among.len(), among.len())
        };
        let panels = self.panels();
        let among = panels.iter().filter(|among| among.len() > 1).max_by_key(|among| size(among))?;
        Self::new(among.len(), self.whole(among)).ok()
    }

    /// Everybody who sat together at some candidate, and whom such panels have in common: the examiners of the largest part
    /// are one of these sets. Panels are small, so that there are few of them.
    fn panels(&self) -> BTreeSet<Vec<usize>> {
        let rows: BTreeSet<Vec<usize>> =
            self.table.rows().map(|row| row.map(|(examiner, _)| examiner).collect()).collect();
        let mut panels: BTreeSet<Vec<usize>> = BTreeSet::new();
        for row in rows {
            let shared = |panel: &Vec<usize>| -> Vec<usize> {
                panel.iter().copied().filter(|who| row.contains(who)).collect()
            };
            let common: Vec<Vec<usize>> = panels.iter().map(shared).collect();
            panels.extend(common);
            panels.insert(row);
        }
        panels
    }

    /// Scores by these examiners of the candidates whom all of them marked.
    fn whole(&self, among: &[usize]) -> impl Iterator<Item = Vec<Option<f64>>> {
        let score = |row: usize, who: usize| self.table.columns().get(who)?.get(row).copied().flatten();
        let row = move |row: usize| -> Option<Vec<Option<f64>>> {
            among.iter().map(|who| score(row, *who).map(Some)).collect()
        };
        (0..self.table.height()).filter_map(row)
    }
}

/// How many candidates two examiners or more have marked.
pub(crate) fn double_marked<T: Copy>(table: &Table<T>) -> usize {
    table.rows().filter(|row| row.clone().count() > 1).count()
}
