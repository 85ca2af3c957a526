//! Moodle's figures of a quiz under Moodle's names, for schools that know them (methods/measurement.md §2).
//!
//! Moodle computes them of any two attempts without a warning; here the display gates stand before them. All are in
//! percent except skewness and kurtosis. One attempt of each person.

use crate::answers::Answers;
use crate::gates::{Figure, MANY, NotShown, SEVERAL, SOME, at_least};
use crate::moments::{central, constant, correlation, count, covariance, mean, median, number, variance};
use crate::reliability::reliability;

/// A question is highlighted where its discriminative efficiency is below.
const HIGHLIGHTED: f64 = 15.0;

/// Moodle's figures of one question, over those who got it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// Facility index: 100·x̄/max.
    pub facility_index: Figure<f64>,
    /// Standard deviation: 100·s/max.
    pub standard_deviation: Figure<f64>,
    /// Intended weight: 100·max/Σmax.
    pub intended_weight: f64,
    /// Effective weight: 100·√cov(X, T) / Σ√cov over the questions with cov ≥ 0; not shown where it is negative.
    pub effective_weight: Figure<f64>,
    /// Discrimination index: 100·r(X, rest). Not «upper minus lower», whatever the name says elsewhere.
    pub discrimination_index: Figure<f64>,
    /// Discriminative efficiency: 100·cov(X, rest)/cov_max, where cov_max is the covariance of both columns, each
    /// sorted.
    pub discriminative_efficiency: Figure<f64>,
}

impl Question {
    /// Moodle marks it: efficiency below 15; said of no fewer than [`MANY`] people. `n` are those who got it.
    pub fn is_highlighted(self, n: u32) -> bool {
        n >= MANY && self.discriminative_efficiency.is_ok_and(|share| share < HIGHLIGHTED)
    }
}

/// Moodle's figures of a whole quiz.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quiz {
    /// Mean of the totals.
    pub average: f64,
    /// Median of the totals.
    pub median: f64,
    /// Standard deviation of the totals.
    pub standard_deviation: f64,
    /// Skewness k₃/k₂^1.5 with unbiased k-statistics.
    pub skewness: f64,
    /// Kurtosis k₄/k₂²; 0 for the normal distribution.
    pub kurtosis: f64,
    /// What stands on α; not shown where α is not.
    pub consistency: Figure<Consistency>,
}

/// Moodle's figures of a quiz that stand on α.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Consistency {
    /// Coefficient of internal consistency, CIC: 100·α.
    pub coefficient_of_internal_consistency: f64,
    /// Error ratio: 100·√(1 − CIC/100).
    pub error_ratio: f64,
    /// Standard error: error ratio · standard deviation / 100.
    pub standard_error: f64,
}

/// Moodle's figures of every question, in their order.
pub fn questions(answers: &Answers) -> Vec<Question> {
    let presented = answers.presented();
    let pulls: Vec<Figure<f64>> = (0..answers.items()).map(|item| pull(answers, item)).collect();
    let pulled: f64 = pulls.iter().flatten().filter(|pull| **pull >= 0.0).map(|pull| pull.sqrt()).sum();
    let whole: f64 = answers.worth().iter().sum();
    let question = |(item, worth): (usize, &f64)| {
        let marks: Vec<f64> = answers.column(item).iter().flatten().copied().collect();
        let n = number(marks.len());
        let beside = answers.beside(item, &presented);
        let several = at_least(number(beside.marks.len()), SEVERAL);
        let discrimination = correlation(&beside.marks, &beside.rests).ok_or(NotShown::NoVariance);
        let pull = pulls.get(item).copied().unwrap_or(Err(NotShown::NoVariance));
        Question {
            facility_index: at_least(n, SOME).map(|()| 100.0 * mean(&marks) / worth),
            standard_deviation: at_least(n, SEVERAL).map(|()| 100.0 * variance(&marks).sqrt() / worth),
            intended_weight: 100.0 * worth / whole,
            effective_weight: pull.and_then(|pull| weight(pull, pulled)),
            discrimination_index: several.and(discrimination).map(|r| 100.0 * r),
            discriminative_efficiency: several.and_then(|()| efficiency(beside.marks, beside.rests)),
        }
    };
    answers.worth().iter().enumerate().map(question).collect()
}

/// Covariance of an item with the totals of those who got it.
fn pull(answers: &Answers, item: usize) -> Figure<f64> {
    let got = answers
        .column(item)
        .iter()
        .zip(answers.totals())
        .filter_map(|(mark, total)| Some((mark.as_ref()?, total)));
    let (marks, totals): (Vec<f64>, Vec<f64>) = got.unzip();
    at_least(number(marks.len()), SEVERAL)?;
    if constant(&totals) {
        return Err(NotShown::NoVariance);
    }
    // Rounding must not make a constant item pull the wrong way.
    Ok(if constant(&marks) { 0.0 } else { covariance(&marks, &totals) })
}

fn weight(pull: f64, pulled: f64) -> Figure<f64> {
    if pull < 0.0 {
        Err(NotShown::BelowZero)
    } else if pulled > 0.0 {
        Ok(100.0 * pull.sqrt() / pulled)
    } else {
        Err(NotShown::NoVariance)
    }
}

fn efficiency(mut marks: Vec<f64>, mut rests: Vec<f64>) -> Figure<f64> {
    if constant(&marks) || constant(&rests) {
        return Err(NotShown::NoVariance);
    }
    let real = covariance(&marks, &rests);
    marks.sort_unstable_by(f64::total_cmp);
    rests.sort_unstable_by(f64::total_cmp);
    Ok((100.0 * real / covariance(&marks, &rests)).min(100.0))
}

/// Moodle's figures of the whole, each total in percent of what its paper could bring: papers may have different questions.
pub fn quiz(answers: &Answers) -> Figure<Quiz> {
    let papers = answers.totals().iter().zip(answers.offered()).filter(|(_, offered)| *offered > 0.0);
    let shares: Vec<f64> = papers.map(|(total, offered)| 100.0 * total / offered).collect();
    at_least(number(shares.len()), SEVERAL)?;
    if constant(&shares) {
        return Err(NotShown::NoVariance);
    }
    let (skewness, kurtosis) = shape(&shares);
    let standard_deviation = variance(&shares).sqrt();
    let consistency = |alpha: f64| {
        let error_ratio = 100.0 * (1.0 - alpha).sqrt();
        Consistency {
            coefficient_of_internal_consistency: 100.0 * alpha,
            error_ratio,
            standard_error: error_ratio * standard_deviation / 100.0,
        }
    };
    Ok(Quiz {
        average: mean(&shares),
        median: median(&shares).ok_or(NotShown::NoVariance)?,
        standard_deviation,
        skewness,
        kurtosis,
        consistency: reliability(answers).map(|found| consistency(found.alpha.value)),
    })
}

/// Skewness and kurtosis by k-statistics; of four and more values that are not all the same.
fn shape(values: &[f64]) -> (f64, f64) {
    let n = count(values.len());
    let (second, third, fourth) = (central(values, 2), central(values, 3), central(values, 4));
    let k2 = n * second / (n - 1.0);
    let k3 = n * n * third / ((n - 1.0) * (n - 2.0));
    let k4 = n * n * ((n + 1.0) * fourth - 3.0 * (n - 1.0) * second * second)
        / ((n - 1.0) * (n - 2.0) * (n - 3.0));
    (k3 / k2.powf(1.5), k4 / (k2 * k2))
}
