//! Intraclass correlations of totals, absolute agreement, two-way random.

use crate::gates::{Estimate, Figure, NotShown, SEVERAL, at_least};
use crate::marks::Scores;
use crate::moments::{constant, count, mean, number, variance};
use crate::quantiles::{UPPER, f};
use crate::reliability::spearman_brown;

/// How far the totals would be the same with other examiners. Read the lower end of the interval: below .5 poor, to
/// .75 moderate, to .9 good, above excellent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intraclass {
    /// ICC(2,1): of one examiner.
    pub single: Estimate,
    /// ICC(2,k): of the panel's mean. Not shown where one examiner's is below zero.
    pub panel: Figure<Estimate>,
}

/// Mean squares of candidates, examiners and the rest.
struct Squares {
    n: f64,
    k: f64,
    rows: f64,
    columns: f64,
    error: f64,
}

/// ICC(2,1) = (R − E)/(R + (k − 1)E + k(C − E)/n) with the interval of Shrout and Fleiss, and ICC(2,k) = (R − E)/(R +
/// (C − E)/n) with that interval stepped up after Spearman and Brown. Every examiner must have marked every candidate,
/// and there must be two examiners.
///
/// P. E. Shrout, J. L. Fleiss, Intraclass correlations, Psychological Bulletin 86 (1979) 420–428; the bands are those
/// of T. K. Koo, M. Y. Li, Journal of Chiropractic Medicine 15 (2016) 155–163.
pub fn icc(scores: &Scores) -> Figure<Intraclass> {
    let n = number(scores.table.height());
    at_least(n, SEVERAL)?;
    let all: Vec<f64> = scores.table.columns().iter().flatten().flatten().copied().collect();
    if !scores.table.is_complete() || scores.table.columns().len() < 2 {
        return Err(NotShown::Gaps);
    }
    if constant(&all) {
        return Err(NotShown::NoVariance);
    }
    let squares = Squares::of(scores);
    let below = squares.below();
    if below <= 0.0 {
        return Err(NotShown::NoVariance);
    }
    let value = ((squares.rows - squares.error) / below).max(-1.0);
    let (low, high) = squares.interval(value).ok_or(NotShown::NoVariance)?;
    let single = Estimate::new(value, (low.max(-1.0), high.min(1.0)), n);
    let stepped = |r: f64| spearman_brown(r, squares.k).map_or(-1.0, |r| r.max(-1.0));
    let panel = if value < 0.0 {
        Err(NotShown::BelowZero)
    } else {
        Ok(Estimate::new(stepped(value), (stepped(single.low), stepped(single.high)), n))
    };
    Ok(Intraclass { single, panel })
}

impl Squares {
    fn of(scores: &Scores) -> Self {
        let columns = scores.table.columns();
        let (n, k) = (count(scores.table.height()), count(columns.len()));
        let of_row = |row: usize| scores.table.row(row).map(|(_, score)| score).sum::<f64>() / k;
        let rows: Vec<f64> = (0..scores.table.height()).map(of_row).collect();
        let of_column =
            |column: &Vec<Option<f64>>| mean(&column.iter().flatten().copied().collect::<Vec<f64>>());
        let means: Vec<f64> = columns.iter().map(of_column).collect();
        let middle = mean(&means);
        let mut left = Vec::new();
        for (column, own) in columns.iter().zip(&means) {
            left.extend(column.iter().flatten().zip(&rows).map(|(score, row)| score - row - own + middle));
        }
        let crumbs = left.iter().map(|miss| miss * miss).sum::<f64>() / ((n - 1.0) * (k - 1.0));
        Self {
            n,
            k,
            rows: k * variance(&rows),
            columns: n * variance(&means),
            // What rounding leaves of equal scores is no disagreement.
            error: if constant(&left) { 0.0 } else { crumbs },
        }
    }

    fn below(&self) -> f64 {
        self.rows + (self.k - 1.0) * self.error + self.k * (self.columns - self.error) / self.n
    }

    /// Shrout's and Fleiss' interval; both sides of the degrees of freedom are multiplied by E², so that examiners who
    /// differ by a constant have one, too.
    fn interval(&self, icc: f64) -> Option<(f64, f64)> {
        let Self { n, k, rows, columns, error } = *self;
        if columns <= 0.0 && error <= 0.0 {
            return Some((1.0, 1.0));
        }
        let (shift, noise) = (k * icc * columns, (n * (1.0 + (k - 1.0) * icc) - k * icc) * error);
        let freedom =
            (k - 1.0) * (n - 1.0) * (shift + noise).powi(2) / ((n - 1.0) * shift * shift + noise * noise);
        // Only a coefficient below zero brings it below one, where quantiles run away.
        let freedom = if freedom.is_finite() { freedom.max(1.0) } else { k - 1.0 };
        let (low, high) = (f(UPPER, n - 1.0, freedom)?, f(UPPER, freedom, n - 1.0)?);
        let both = k * columns + (k * n - k - n) * error;
        let ends = (
            n * (rows - low * error) / (low * both + n * rows),
            n * (high * rows - error) / (both + n * high * rows),
        );
        (ends.0.is_finite() && ends.1.is_finite()).then_some(ends)
    }
}
