//! Modified Angoff for a theory test: judges say, item by item and round by round, how likely a minimally competent
//! candidate answers right.
//!
//! W. H. Angoff, Scales, Norms, and Equivalent Scores, in: Educational Measurement, 2nd ed. (1971) 508–600.

use crate::moments::{count, mean, variance};
use crate::table::{MOST, Misread, Table};

/// So many judges are wanted.
const WANTED: usize = 5;
/// With fewer the cut is not called Angoff's.
const REQUIRED: usize = 3;
/// Judges this far apart talk about the item before the next round.
const APART: f64 = 0.2;

/// Judges' chances, round by round.
#[derive(Clone, Debug)]
pub struct Panel {
    /// What each item brings to a paper, in marks.
    weights: Vec<f64>,
    first: Table<f64>,
    later: Vec<Table<f64>>,
}

/// How a cut is called on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// Five judges or more.
    Angoff,
    /// Three or four: fewer than wanted, and it says so.
    AngoffOfFew,
    /// One or two: «agreed by the commission».
    Agreed,
}

/// What one round comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// The mean of the judges' cuts, in right answers.
    pub cut: f64,
    /// The least number of right answers that passes.
    pub whole: u32,
    /// Standard error of the cut over judges, s/√judges; `None` of fewer than three.
    pub error: Option<f64>,
    /// Each judge's cut: the sum of the judge's chances, each times what its item brings.
    pub judges: Vec<f64>,
    /// Items on which judges lie .20 or more apart.
    pub discuss: Vec<usize>,
    /// How the cut is called.
    pub called: Called,
}

impl Panel {
    /// A row for each judge, a chance from 0 to 1 for each item of one mark.
    pub fn new<R: AsRef<[f64]>>(items: usize, chances: impl IntoIterator<Item = R>) -> Result<Self, Misread> {
        Self::weighing(vec![1.0; items], chances)
    }

    /// The same where an item brings more or less than one mark to a paper: its worth, times the part of its topic that
    /// a paper draws. A judge's cut is Σ w·p, which for weights of 1 is Angoff's sum of chances, and for papers drawn at
    /// random what somebody just competent gets on one of them in the mean.
    pub fn weighing<R: AsRef<[f64]>>(
        weights: Vec<f64>,
        chances: impl IntoIterator<Item = R>,
    ) -> Result<Self, Misread> {
        if let Some(column) = weights.iter().position(|weight| !(0.0..=MOST).contains(weight)) {
            return Err(Misread::OutOfRange { row: 0, column });
        }
        Ok(Self { first: read(weights.len(), chances)?, weights, later: Vec::new() })
    }

    /// The next round of the same judges in the same order, about the same items.
    pub fn again<R: AsRef<[f64]>>(mut self, chances: impl IntoIterator<Item = R>) -> Result<Self, Misread> {
        let next = read(self.weights.len(), chances)?;
        if next.height() != self.first.height() {
            return Err(Misread::Ragged { row: next.height().min(self.first.height()) });
        }
        self.later.push(next);
        Ok(self)
    }

    /// Every round in turn.
    pub fn rounds(&self) -> Vec<Round> {
        std::iter::once(&self.first).chain(&self.later).map(|table| round(table, &self.weights)).collect()
    }

    /// The last round, whose cut counts.
    pub fn decided(&self) -> Round {
        round(self.later.last().unwrap_or(&self.first), &self.weights)
    }
}

fn read<R: AsRef<[f64]>>(items: usize, chances: impl IntoIterator<Item = R>) -> Result<Table<f64>, Misread> {
    let rows = chances.into_iter().map(|row| row.as_ref().iter().copied().map(Some).collect::<Vec<_>>());
    let table = Table::new(items, rows, |chance, _| (0.0..=1.0).contains(&chance))?;
    // Without a judge there is no row that any item could stand in.
    if table.height() == 0 { Err(Misread::Ragged { row: 0 }) } else { Ok(table) }
}

fn round(chances: &Table<f64>, weights: &[f64]) -> Round {
    let weighed = |(item, chance): (usize, f64)| chance * weights.get(item).copied().unwrap_or_default();
    let judges: Vec<f64> = chances.rows().map(|row| row.map(weighed).sum()).collect();
    let cut = mean(&judges);
    let wide = |column: &Vec<Option<f64>>| {
        let low = column.iter().flatten().copied().fold(f64::INFINITY, f64::min);
        let high = column.iter().flatten().copied().fold(f64::NEG_INFINITY, f64::max);
        high - low >= APART - 1e-9
    };
    let enough = judges.len() >= REQUIRED;
    Round {
        cut,
        whole: whole(cut),
        error: enough.then(|| (variance(&judges) / count(judges.len())).sqrt()),
        discuss: chances
            .columns()
            .iter()
            .enumerate()
            .filter(|(_, column)| wide(column))
            .map(|(item, _)| item)
            .collect(),
        called: match judges.len() {
            WANTED.. => Called::Angoff,
            REQUIRED.. => Called::AngoffOfFew,
            _ => Called::Agreed,
        },
        judges,
    }
}

/// ⌈cut − 10⁻⁹⌉, for a sum of chances that is whole must not be taken for more by its last bit.
fn whole(cut: f64) -> u32 {
    (0..=u32::MAX).find(|right| f64::from(*right) >= cut - 1e-9).unwrap_or(u32::MAX)
}
