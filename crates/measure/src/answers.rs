//! What people answered in a test: marks of people on items, with gaps where an item was not presented.

use crate::moments::constant;
use crate::table::{MOST, Misread, Table};

/// The least that an item may be worth: smaller parts would drown in rounding.
pub(crate) const LEAST: f64 = 1e-3;

/// Marks of people on items.
///
/// With random banks not everybody gets every item: `None` says that it was not presented. Whoever was shown an item
/// and left it empty has 0 marks on it, not `None`.
#[derive(Clone, Debug)]
pub struct Answers {
    table: Table<f64>,
    most: Vec<f64>,
    totals: Vec<f64>,
}

/// Everybody who got one item and another one beside it.
pub(crate) struct Beside {
    /// Rows of these people.
    pub(crate) people: Vec<usize>,
    /// Their marks on the item.
    pub(crate) marks: Vec<f64>,
    /// Their marks on all their other items together.
    pub(crate) rests: Vec<f64>,
}

impl Answers {
    /// `most` is what each item is worth, from 0.001 to a million marks; a row holds a person's marks, from 0 to that.
    pub fn new<R: AsRef<[Option<f64>]>>(
        most: &[f64],
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self, Misread> {
        if let Some(column) = most.iter().position(|most| !(LEAST..=MOST).contains(most)) {
            return Err(Misread::OutOfRange { row: 0, column });
        }
        let fits = |mark: f64, item: usize| most.get(item).is_some_and(|most| (0.0..=*most).contains(&mark));
        let table = Table::new(most.len(), rows, fits)?;
        let totals = table.rows().map(|row| row.map(|(_, mark)| mark).sum()).collect();
        Ok(Self { table, most: most.to_vec(), totals })
    }

    /// How many people.
    pub fn people(&self) -> usize {
        self.table.height()
    }

    /// How many items.
    pub fn items(&self) -> usize {
        self.most.len()
    }

    /// Everybody's marks together, in the order of the rows.
    pub fn totals(&self) -> &[f64] {
        &self.totals
    }

    /// What each item is worth.
    pub(crate) fn worth(&self) -> &[f64] {
        &self.most
    }

    /// An item's marks in the order of the rows.
    pub(crate) fn columns(&self) -> &[Vec<Option<f64>>] {
        self.table.columns()
    }

    /// An item's column; empty where there is no such item.
    pub(crate) fn column(&self, item: usize) -> &[Option<f64>] {
        self.columns().get(item).map_or(&[], Vec::as_slice)
    }

    /// Everybody got everything.
    pub(crate) fn is_complete(&self) -> bool {
        self.table.is_complete()
    }

    /// Nobody tells two totals apart.
    pub(crate) fn all_equal(&self) -> bool {
        constant(&self.totals)
    }

    /// What the items that each person got are worth together.
    pub(crate) fn offered(&self) -> Vec<f64> {
        let worth = |row: usize| self.table.row(row).filter_map(|(item, _)| self.most.get(item)).sum::<f64>();
        (0..self.people()).map(worth).collect()
    }

    /// How many items each person got.
    pub(crate) fn presented(&self) -> Vec<usize> {
        self.table.rows().map(Iterator::count).collect()
    }

    /// Whoever got an item and another one beside it; `presented` as [`Answers::presented`] counts it.
    pub(crate) fn beside(&self, item: usize, presented: &[usize]) -> Beside {
        let mut beside = Beside { people: Vec::new(), marks: Vec::new(), rests: Vec::new() };
        let people = self.column(item).iter().zip(&self.totals).zip(presented).enumerate();
        for (person, ((mark, total), given)) in people {
            if let (Some(mark), true) = (mark, *given > 1) {
                beside.people.push(person);
                beside.marks.push(*mark);
                beside.rests.push(total - mark);
            }
        }
        beside
    }

    /// Rows by their totals, the lowest first; equals in the order of the rows.
    pub(crate) fn ranking(&self) -> Vec<usize> {
        let mut ranking: Vec<usize> = (0..self.people()).collect();
        let total = |person: &usize| self.totals.get(*person).copied().unwrap_or_default();
        ranking.sort_by(|one, other| total(one).total_cmp(&total(other)));
        ranking
    }
}
