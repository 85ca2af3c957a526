//! How far examiners agree (methods/measurement.md §4).
//!
//! | question | figure |
//! |---|---|
//! | simple, for everybody | [`shares`]: exact and adjacent, [`differences`] of each examiner |
//! | two examiners, one criterion | [`kappa`], quadratic weights |
//! | more examiners, gaps, one criterion | [`krippendorff`], ordinal |
//! | totals, every examiner marked everybody | [`icc`]: of one examiner and of the panel |
//!
//! Four fifths of the marks in one category: the coefficients collapse although examiners agree, so only the shares
//! are shown.

mod alpha;
mod cohen;
mod intraclass;

use crate::gates::{Figure, NotShown, SEVERAL, SOME, at_least};
use crate::marks::{Marks, double_marked};
use crate::moments::{count, number};

pub use alpha::krippendorff;
pub use cohen::{Kappas, Weights, kappa, kappas};
pub use intraclass::{Intraclass, icc};

/// How often two examiners of one candidate agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    /// Of all pairs of marks of one candidate, those that are equal; from 0 to 1.
    pub exact: f64,
    /// Those at most one apart.
    pub adjacent: f64,
    /// How many pairs.
    pub pairs: u32,
    /// How many candidates two examiners or more have marked.
    pub candidates: u32,
}

/// Shares of pairs of marks, from five candidates on.
pub fn shares(marks: &Marks) -> Figure<Shares> {
    let candidates = number(double_marked(&marks.table));
    at_least(candidates, SOME)?;
    let (mut pairs, mut exact, mut adjacent) = (0_u32, 0_u32, 0_u32);
    for row in marks.table.rows() {
        for (examiner, one) in row.clone() {
            for (_, other) in row.clone().filter(|(next, _)| *next > examiner) {
                pairs += 1;
                exact += u32::from(one == other);
                adjacent += u32::from(one.abs_diff(other) <= 1);
            }
        }
    }
    let of = |part: u32| f64::from(part) / f64::from(pairs);
    Ok(Shares { exact: of(exact), adjacent: of(adjacent), pairs, candidates })
}

/// For each examiner the mean of the own mark minus the mean of the others' for the same candidate, in marks; above 0
/// is lenient. From five candidates on whom somebody else marked, too.
pub fn differences(marks: &Marks) -> Vec<Figure<f64>> {
    let mut sums = vec![(0.0, 0_u32); marks.table.columns().len()];
    for row in marks.table.rows() {
        let (all, given) = row.clone().fold((0.0, 0), |(sum, n), (_, mark)| (sum + f64::from(mark), n + 1));
        if given < 2 {
            continue;
        }
        for (examiner, mark) in row {
            if let Some((sum, n)) = sums.get_mut(examiner) {
                *sum += f64::from(mark) - (all - f64::from(mark)) / (count(given) - 1.0);
                *n += 1;
            }
        }
    }
    sums.into_iter().map(|(sum, n)| at_least(n, SOME).map(|()| sum / f64::from(n))).collect()
}

/// Enough candidates, more than one mark in use, and none that nearly everybody got.
fn spread(marks: impl Iterator<Item = u8>, candidates: usize) -> Figure<()> {
    at_least(number(candidates), SEVERAL)?;
    let mut counts = [0_u32; 256];
    for mark in marks {
        if let Some(seen) = counts.get_mut(usize::from(mark)) {
            *seen += 1;
        }
    }
    let (all, most) = (counts.iter().sum::<u32>(), counts.iter().copied().max().unwrap_or(0));
    if most == all {
        Err(NotShown::NoVariance)
    } else if u64::from(most) * 5 >= u64::from(all) * 4 {
        Err(NotShown::OneCategory)
    } else {
        Ok(())
    }
}
