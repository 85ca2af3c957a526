//! The change of a group between two measurements, and what would have come without anybody's help
//! (methods/measurement.md §7). Without a comparison group it is a change and never an effect.
//!
//! | figure | formula, for n pupils with x before and y after, Δ = mean(y − x) |
//! |---|---|
//! | mean change | Δ ± t(n − 1) · s_diff/√n |
//! | size g | J · Δ/s_w, s_w = s_diff/√(2(1 − r)), J = 1 − 3/(4(n − 1) − 1) |
//! | line | y ~ a + b·x by least squares on classmates who were not helped |
//! | expected change | mean(a + b·x − x) over the group |
//! | excess | mean(y − a − b·x), variance s²/n + s_e²(1/m + (x̄ − x̄ₘ)²/Sxx), Welch's degrees of freedom |
//! | apart | Hedges' g of x between group and classmates |
//! | by chance | share of all ways in which a lot could have fallen that set the mean changes as far apart |
//!
//! The line is there because of regression to the mean: whoever is chosen for being low rises without any help (A. G.
//! Barnett, J. C. van der Pols, A. J. Dobson, Regression to the mean: what it is and how to deal with it, International
//! Journal of Epidemiology 34 (2005) 215–220).

use crate::gates::{Estimate, Figure, NotShown, SEVERAL, at_least};
use crate::moments::{constant, correlation, count, covariance, mean, median, number, variance};
use crate::quantiles::{Z, t};

/// Baselines further apart than this, in g, are not comparable (What Works Clearinghouse).
pub const FAR_APART: f64 = 0.25;

/// Decimals in which a change in points of per cent is told. With one of them whoever reads the mean of eleven and, once somebody has
/// left, that of ten works out the change of that one; in whole points that is known to ten points and more only.
pub const DECIMALS: usize = 0;

/// Correlations as close to 1 leave nothing to divide by.
const SAME: f64 = 1e-9;

/// One pupil's two measurements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Two {
    /// The earlier one.
    pub before: f64,
    /// The later one.
    pub after: f64,
}

/// The change of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// How many.
    pub n: u32,
    /// The median of their changes.
    pub median: f64,
    /// The mean change with its interval.
    pub mean: Estimate,
    /// The change in units of spread.
    pub size: Figure<Estimate>,
}

/// What classmates who were not helped say about a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// How many classmates.
    pub others: u32,
    /// The change that their line leads to expect of the group without any help.
    pub expected: f64,
    /// How far the group lies above the line.
    pub excess: Estimate,
    /// Somebody of the group began lower than every classmate: there the line is a guess.
    pub beyond: bool,
    /// How differently the two groups began.
    pub apart: Figure<f64>,
}

impl Beside {
    /// The two groups began so differently that they are not comparable.
    pub fn is_far_apart(&self) -> bool {
        self.apart.is_ok_and(|apart| apart.abs() > FAR_APART)
    }
}

fn changes(all: &[Two]) -> Vec<f64> {
    all.iter().map(|one| one.after - one.before).collect()
}

/// The change of a group of [`SEVERAL`] and more: none is told without its interval.
pub fn change(group: &[Two]) -> Figure<Change> {
    let n = number(group.len());
    at_least(n, SEVERAL)?;
    let changes = changes(group);
    Ok(Change {
        n,
        median: median(&changes).ok_or(NotShown::Nothing)?,
        mean: mean_of(&changes)?,
        size: size(group, &changes),
    })
}

/// A mean with its interval by Student's t.
fn mean_of(values: &[f64]) -> Figure<Estimate> {
    if constant(values) {
        return Err(NotShown::NoVariance);
    }
    let n = number(values.len());
    let (middle, error) = (mean(values), (variance(values) / f64::from(n)).sqrt());
    around(middle, (error, f64::from(n) - 1.0), n)
}

/// A value, its standard error and the degrees of freedom of that, as an estimate.
fn around(value: f64, (error, freedom): (f64, f64), n: u32) -> Figure<Estimate> {
    let width = t(freedom).ok_or(NotShown::NoVariance)? * error;
    Ok(Estimate::new(value, (value - width, value + width), n))
}

/// Hedges' correction.
fn correction(freedom: f64) -> f64 {
    1.0 - 3.0 / (4.0 * freedom - 1.0)
}

/// The change in units of the spread within a measurement, never of the differences: that would inflate it.
fn size(group: &[Two], changes: &[f64]) -> Figure<Estimate> {
    let (before, after) = columns(group);
    let correlation = correlation(&before, &after).ok_or(NotShown::NoVariance)?;
    let apart = 2.0 * (1.0 - correlation);
    if apart <= SAME {
        return Err(NotShown::NoVariance);
    }
    let n = count(group.len());
    let d = mean(changes) / (variance(changes) / apart).sqrt();
    let error = ((1.0 / n + d * d / (2.0 * n)) * apart).sqrt();
    let (g, width) = (correction(n - 1.0) * d, correction(n - 1.0) * error * Z);
    Ok(Estimate::new(g, (g - width, g + width), number(group.len())))
}

fn columns(group: &[Two]) -> (Vec<f64>, Vec<f64>) {
    group.iter().map(|one| (one.before, one.after)).unzip()
}

/// The line of [`SEVERAL`] and more classmates beside the change of a group of [`SEVERAL`] and more.
pub fn beside(group: &[Two], others: &[Two]) -> Figure<Beside> {
    at_least(number(group.len()), SEVERAL)?;
    at_least(number(others.len()), SEVERAL)?;
    let (before, after) = columns(others);
    if constant(&before) {
        return Err(NotShown::NoVariance);
    }
    let slope = covariance(&before, &after) / variance(&before);
    let start = mean(&after) - slope * mean(&before);
    let line = |one: &Two| start + slope * one.before;
    let rest = |all: &[Two]| all.iter().map(|one| one.after - line(one)).collect::<Vec<f64>>();
    let rises: Vec<f64> = group.iter().map(|one| line(one) - one.before).collect();
    let lowest = before.iter().copied().fold(f64::INFINITY, f64::min);
    let (began, _) = columns(group);
    Ok(Beside {
        others: number(others.len()),
        expected: mean(&rises),
        excess: excess((&began, &rest(group)), (&before, &rest(others)))?,
        beyond: began.iter().any(|one| *one < lowest),
        apart: apart(&began, &before),
    })
}

/// The mean of what the group lies above the line; the line itself is known from few classmates only, and the interval
/// knows that. Of both sides come where they began and how far they lie above the line.
fn excess((began, above): (&[f64], &[f64]), (before, off): (&[f64], &[f64])) -> Figure<Estimate> {
    let (n, m) = (count(above.len()), count(before.len()));
    let squares = off.iter().map(|one| one * one).sum::<f64>();
    let distance = mean(began) - mean(before);
    let own = variance(above) / n;
    let drawn = squares / (m - 2.0) * (1.0 / m + distance * distance / (variance(before) * (m - 1.0)));
    if own + drawn <= SAME {
        return Err(NotShown::NoVariance);
    }
    let freedom = (own + drawn).powi(2) / (own * own / (n - 1.0) + drawn * drawn / (m - 2.0));
    around(mean(above), ((own + drawn).sqrt(), freedom), number(above.len()))
}

/// Hedges' g of two groups.
fn apart(one: &[f64], other: &[f64]) -> Figure<f64> {
    let freedom = count(one.len()) + count(other.len()) - 2.0;
    let squares = |all: &[f64]| variance(all) * (count(all.len()) - 1.0);
    let spread = ((squares(one) + squares(other)) / freedom).sqrt();
    if spread <= SAME {
        return Err(NotShown::NoVariance);
    }
    Ok(correction(freedom) * (mean(one) - mean(other)) / spread)
}

/// How much more the drawn ones changed than those who wait: Welch's interval of the difference of two mean changes. By lot among
/// eligible people it may be called an effect; without one it may not.
pub fn difference(drawn: &[Two], waiting: &[Two]) -> Figure<Estimate> {
    at_least(number(drawn.len()), SEVERAL)?;
    at_least(number(waiting.len()), SEVERAL)?;
    let (one, other) = (changes(drawn), changes(waiting));
    let (n, m) = (count(one.len()), count(other.len()));
    let (own, theirs) = (variance(&one) / n, variance(&other) / m);
    if own + theirs <= SAME {
        return Err(NotShown::NoVariance);
    }
    let freedom = (own + theirs).powi(2) / (own * own / (n - 1.0) + theirs * theirs / (m - 1.0));
    let all = number(drawn.len() + waiting.len());
    around(mean(&one) - mean(&other), ((own + theirs).sqrt(), freedom), all)
}

/// In what share of all ways in which the lot could have fallen the mean changes would lie at least as far apart.
pub fn by_chance(drawn: &[Two], waiting: &[Two]) -> Figure<f64> {
    crate::redraws::by_chance(&changes(drawn), &changes(waiting))
}
