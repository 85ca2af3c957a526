//! How far a total can be trusted: α, the error of measurement and the border around the cut
//! (methods/measurement.md §2).

use crate::answers::Answers;
use crate::gates::{Estimate, Figure, NotShown, SEVERAL, at_least};
use crate::moments::{count, mean, number, variance};
use crate::quantiles::{LOWER, UPPER, Z, f};

/// Reliability of the totals of one test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reliability {
    /// Cronbach's α = k/(k−1) · (1 − Σs²/s²_T) with Feldt's interval; for marks of 0 and 1 it is KR-20. A first exam
    /// of a school gives a wide interval: show it.
    ///
    /// L. J. Cronbach, Psychometrika 16 (1951) 297–334; L. S. Feldt, Psychometrika 30 (1965) 357–370.
    pub alpha: Estimate,
    /// Mean of the totals, in marks.
    pub mean: f64,
    /// Standard deviation of the totals, in marks.
    pub deviation: f64,
    /// Standard error of measurement s_T·√(1 − α), in marks.
    pub error: f64,
}

/// A total beside the cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One error of measurement below it still passes.
    Pass,
    /// Within one error of the cut: a second look or an oral part, not a coin.
    Border,
    /// One error above it still fails.
    Fail,
}

/// α and its company; everybody must have got every item, and there must be two items at least.
pub fn reliability(answers: &Answers) -> Figure<Reliability> {
    let (columns, feldt) = ready(answers)?;
    let spread: f64 = columns.iter().map(|column| variance(column)).sum();
    let alpha = feldt.around(alpha(columns.len(), spread, variance(answers.totals())));
    let deviation = variance(answers.totals()).sqrt();
    Ok(Reliability {
        alpha,
        mean: mean(answers.totals()),
        deviation,
        error: deviation * (1.0 - alpha.value).sqrt(),
    })
}

/// α of the test without each item, in their order; nothing is to be deleted on it with fewer than 100 people.
pub fn without_each(answers: &Answers) -> Figure<Vec<Figure<Estimate>>> {
    let (columns, _) = ready(answers)?;
    let items = columns.len() - 1;
    let feldt = Feldt::new(answers.people(), items)?;
    let spread: f64 = columns.iter().map(|column| variance(column)).sum();
    let without = |column: &Vec<f64>| {
        let rests: Vec<f64> = answers.totals().iter().zip(column).map(|(total, mark)| total - mark).collect();
        let whole = variance(&rests);
        if whole <= 0.0 {
            return Err(NotShown::NoVariance);
        }
        Ok(feldt.around(alpha(items, spread - variance(column), whole)))
    };
    Ok(columns.iter().map(without).collect())
}

impl Reliability {
    /// Where the true total of somebody with this one lies in 95 of 100 cases: x ± z₀·SEM, in marks.
    pub fn band(self, total: f64) -> (f64, f64) {
        (total - Z * self.error, total + Z * self.error)
    }

    /// Pass if x − SEM ≥ cut, fail if x + SEM < cut, otherwise border.
    pub fn verdict(self, total: f64, cut: f64) -> Verdict {
        // A total added up in another order must not miss the cut by its last bit.
        const SAME: f64 = 1e-9;
        if total - self.error >= cut - SAME {
            Verdict::Pass
        } else if total + self.error < cut - SAME {
            Verdict::Fail
        } else {
            Verdict::Border
        }
    }

    /// Kelley's estimate of the true total αx + (1 − α)x̄, in marks; not for α below 0.
    pub fn kelley(self, total: f64) -> Figure<f64> {
        let share = self.alpha.value;
        if share < 0.0 { Err(NotShown::BelowZero) } else { Ok(share * total + (1.0 - share) * self.mean) }
    }

    /// How many times as long the test would have to be, with items like these, for a reliability of `goal`:
    /// t(1 − r) / (r(1 − t)), after Spearman and Brown. `None` where no length would do.
    pub fn length_for(self, goal: f64) -> Option<f64> {
        let r = self.alpha.value;
        (r > 0.0 && (0.0..1.0).contains(&goal)).then(|| goal * (1.0 - r) / (r * (1.0 - goal)))
    }
}

/// Reliability of a test, or a panel, `times` as long: m·r / (1 + (m − 1)r). Not defined where 1 + (m − 1)r ≤ 0.
pub fn spearman_brown(r: f64, times: f64) -> Option<f64> {
    let below = 1.0 + (times - 1.0) * r;
    (below > 0.0 && times > 0.0).then(|| times * r / below).filter(|longer| longer.is_finite())
}

/// Columns without gaps and Feldt's quantiles, or why there is no α.
fn ready(answers: &Answers) -> Figure<(Vec<Vec<f64>>, Feldt)> {
    at_least(number(answers.people()), SEVERAL)?;
    if !answers.is_complete() {
        return Err(NotShown::Gaps);
    }
    if answers.all_equal() {
        return Err(NotShown::NoVariance);
    }
    let feldt = Feldt::new(answers.people(), answers.items())?;
    Ok((answers.columns().iter().map(|column| column.iter().flatten().copied().collect()).collect(), feldt))
}

fn alpha(items: usize, spread: f64, whole: f64) -> f64 {
    count(items) / (count(items) - 1.0) * (1.0 - spread / whole)
}

/// The two quantiles of F(n − 1, (n − 1)(k − 1)).
#[derive(Clone, Copy)]
struct Feldt {
    n: u32,
    low: f64,
    high: f64,
}

impl Feldt {
    /// One item has no α.
    fn new(people: usize, items: usize) -> Figure<Self> {
        let (above, below) = (count(people) - 1.0, (count(people) - 1.0) * (count(items) - 1.0));
        let ends = f(LOWER, above, below).zip(f(UPPER, above, below));
        ends.map(|(low, high)| Self { n: number(people), low, high }).ok_or(NotShown::NoVariance)
    }

    /// [1 − (1 − α)·F₀.₉₇₅, 1 − (1 − α)·F₀.₀₂₅].
    fn around(self, alpha: f64) -> Estimate {
        Estimate::new(alpha, (1.0 - (1.0 - alpha) * self.high, 1.0 - (1.0 - alpha) * self.low), self.n)
    }
}
