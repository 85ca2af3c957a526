//! Hofstee's compromise as a check of another cut: how few and how many may fail, how low and how high the cut may
//! lie, and where the results meet that.
//!
//! W. K. B. Hofstee, The case for compromise in educational selection and grading, in: On Educational Testing (1983)
//! 109–127.

use crate::gates::{Figure, NotShown, SOME, at_least};
use crate::moments::{count, mean, number};
use crate::table::{MOST, Misread};

/// With fewer candidates the steps of the curve are so coarse that it is a picture, not a rule.
const RULE: u32 = 20;

/// What one judge, or the panel by its means, would put up with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The lowest cut and the highest, in marks.
    pub cut: (f64, f64),
    /// The fewest that may fail and the most, in percent of the candidates.
    pub fail: (f64, f64),
}

/// Where the curve of the results first reaches the line of the panel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Check {
    /// The least whole cut at which as many fail as the panel puts up with, in marks.
    pub cut: u32,
    /// How many percent fail at it.
    pub fail: f64,
    /// Fewer than twenty candidates: a picture, not a rule.
    pub picture: bool,
}

/// The means over judges; a judge's numbers lie in order, cuts from 0 on, percents from 0 to 100.
pub fn panel(judges: &[Bounds]) -> Result<Bounds, Misread> {
    let ordered = |(low, high): (f64, f64), most: f64| 0.0 <= low && low <= high && high <= most;
    for (row, judge) in judges.iter().enumerate() {
        for (column, fits) in [ordered(judge.cut, MOST), ordered(judge.fail, 100.0)].into_iter().enumerate() {
            if !fits {
                return Err(Misread::OutOfRange { row, column });
            }
        }
    }
    if judges.is_empty() {
        return Err(Misread::Ragged { row: 0 });
    }
    let mean_of = |pick: fn(&Bounds) -> f64| mean(&judges.iter().map(pick).collect::<Vec<f64>>());
    Ok(Bounds {
        cut: (mean_of(|judge| judge.cut.0), mean_of(|judge| judge.cut.1)),
        fail: (mean_of(|judge| judge.fail.0), mean_of(|judge| judge.fail.1)),
    })
}

/// Where the curve of the totals meets the line of these judges.
pub fn check(judges: &[Bounds], totals: &[f64]) -> Result<Figure<Check>, Misread> {
    Ok(meet(panel(judges)?, totals))
}

/// The least whole c from the lowest cut to the highest with F(c) ≥ f(c), where F(c) is the percent of totals below c
/// and f falls in a straight line from the most that may fail to the fewest. No intersection where F lies over f
/// from the start, or never reaches it.
fn meet(bounds: Bounds, totals: &[f64]) -> Figure<Check> {
    let n = number(totals.len());
    at_least(n, SOME)?;
    let ((low, high), (fewest, most)) = (bounds.cut, bounds.fail);
    let failing =
        |cut: f64| 100.0 * count(totals.iter().filter(|total| **total < cut - 1e-9).count()) / f64::from(n);
    let line = |cut: f64| most - (most - fewest) * (cut - low) / (high - low);
    if high - low <= 1e-9 || failing(low) >= most {
        return Err(NotShown::NoIntersection);
    }
    wholes(low, high)
        .map(|cut| (cut, failing(f64::from(cut))))
        .find(|(cut, fail)| *fail >= line(f64::from(*cut)) - 1e-9)
        .map(|(cut, fail)| Check { cut, fail, picture: n < RULE })
        .ok_or(NotShown::NoIntersection)
}

/// Whole numbers from one bound to the other.
fn wholes(low: f64, high: f64) -> impl Iterator<Item = u32> {
    (0_u32..)
        .skip_while(move |cut| f64::from(*cut) < low - 1e-9)
        .take_while(move |cut| f64::from(*cut) <= high + 1e-9)
}
