//! Who marks leniently and who severely: score = candidate + examiner by least squares (methods/measurement.md §4).
//!
//! Information, not a correction: marks are corrected only if the rules of the exam said so beforehand and the effect
//! exceeds twice its standard error.

use crate::gates::{Figure, NotShown, SEVERAL, at_least};
use crate::marks::{Scores, double_marked};
use crate::moments::{constant, count, number};
use crate::quantiles::t;

/// One examiner's effect, in marks; the effects of all add up to 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Above 0 is lenient.
    pub value: f64,
    /// Standard error.
    pub error: f64,
    /// Lower end of the interval of 95 %.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How many candidates the examiner marked.
    pub n: u32,
}

impl Effect {
    /// More than twice its standard error.
    pub fn is_notable(self) -> bool {
        self.value.abs() > 2.0 * self.error
    }
}

/// The effect of every examiner, in their order; the candidates' own levels are taken out, so it does not matter that
/// one examiner met better ones. All examiners must be linked by candidates marked in common.
pub fn effects(scores: &Scores) -> Figure<Vec<Effect>> {
    let double = double_marked(&scores.table);
    at_least(number(double), SEVERAL)?;
    let k = scores.table.columns().len();
    if !connected(scores) {
        return Err(NotShown::Disconnected);
    }
    let normal = Normal::of(scores);
    let inverse = inverse(&normal.matrix, k).ok_or(NotShown::Disconnected)?;
    let values: Vec<f64> =
        inverse.chunks(k).map(|row| row.iter().zip(&normal.right).map(|(a, b)| a * b).sum()).collect();
    let misses = normal.misses(scores, &values);
    let marked = scores.table.columns().iter().flatten().flatten().count();
    let candidates = scores.table.rows().filter(|row| row.clone().next().is_some()).count();
    let freedom = count(marked) - count(candidates) - count(k) + 1.0;
    let quantile = t(freedom).ok_or(NotShown::TooFew { need: number(double + 1) })?;
    let square =
        if constant(&misses) { 0.0 } else { misses.iter().map(|miss| miss * miss).sum::<f64>() / freedom };
    let effect = |(examiner, value): (usize, &f64)| {
        // The inverse holds 1/k² for the direction in which all effects grow, which Σ = 0 takes out.
        let share = inverse.get(examiner * k + examiner).map_or(0.0, |own| own - 1.0 / count(k).powi(2));
        let error = (square * share.max(0.0)).sqrt();
        let half = quantile * error;
        let n = scores.table.columns().get(examiner).map_or(0, |column| column.iter().flatten().count());
        Effect { value: *value, error, low: value - half, high: value + half, n: number(n) }
    };
    Ok(values.iter().enumerate().map(effect).collect())
}

/// From the first examiner every other one is reached by candidates marked in common.
fn connected(scores: &Scores) -> bool {
    let mut reached = vec![false; scores.table.columns().len()];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    loop {
        let before = reached.clone();
        for row in scores.table.rows() {
            let touches = row.clone().any(|(examiner, _)| reached.get(examiner).is_some_and(|known| *known));
            for (examiner, _) in row.filter(|_| touches) {
                if let Some(known) = reached.get_mut(examiner) {
                    *known = true;
                }
            }
        }
        if reached == before {
            return reached.iter().all(|known| *known);
        }
    }
}

/// Normal equations of the examiners alone: the candidates are solved for by their means. One is added to every cell
/// of the matrix, which asks for effects that add up to 0 and changes nothing else.
struct Normal {
    matrix: Vec<f64>,
    right: Vec<f64>,
}

impl Normal {
    fn of(scores: &Scores) -> Self {
        let k = scores.table.columns().len();
        let mut normal = Self { matrix: vec![1.0; k * k], right: vec![0.0; k] };
        for row in scores.table.rows() {
            let given = count(row.clone().count());
            let level = row.clone().map(|(_, score)| score).sum::<f64>() / given.max(1.0);
            for (one, score) in row.clone() {
                if let Some(right) = normal.right.get_mut(one) {
                    *right += score - level;
                }
                for (other, _) in row.clone() {
                    if let Some(cell) = normal.matrix.get_mut(one * k + other) {
                        *cell += f64::from(u8::from(one == other)) - 1.0 / given;
                    }
                }
            }
        }
        normal
    }

    /// What candidate and examiner leave of each score.
    fn misses(&self, scores: &Scores, effects: &[f64]) -> Vec<f64> {
        let k = self.right.len();
        let mut misses = Vec::with_capacity(scores.table.height() * k);
        for row in scores.table.rows() {
            let freed = row.map(|(examiner, score)| score - effects.get(examiner).copied().unwrap_or(0.0));
            let level = freed.clone().sum::<f64>() / count(freed.clone().count()).max(1.0);
            misses.extend(freed.map(|score| score - level));
        }
        misses
    }
}

/// The inverse of a positive definite matrix by Gauss and Jordan, which needs no exchange of rows there; `None` where a
/// pivot vanishes.
fn inverse(matrix: &[f64], size: usize) -> Option<Vec<f64>> {
    let mut rows: Vec<Vec<f64>> = matrix.chunks(size).map(|row| [row, &vec![0.0; size]].concat()).collect();
    for (at, row) in rows.iter_mut().enumerate() {
        *row.get_mut(size + at)? = 1.0;
    }
    for at in 0..size {
        let pivot = rows.get(at)?.get(at).copied().filter(|pivot| *pivot > 1e-12)?;
        let own: Vec<f64> = rows.get(at)?.iter().map(|cell| cell / pivot).collect();
        for (other, row) in rows.iter_mut().enumerate() {
            let times = if other == at { pivot - 1.0 } else { row.get(at).copied()? };
            for (cell, from) in row.iter_mut().zip(&own) {
                *cell -= times * from;
            }
        }
    }
    Some(rows.iter().flat_map(|row| row.iter().skip(size).copied()).collect())
}
