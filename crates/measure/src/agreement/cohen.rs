//! Cohen's κ with weights for two examiners.

use super::spread;
use crate::gates::{Estimate, Figure, NotShown, SEVERAL};
use crate::marks::Marks;
use crate::moments::{count, number};
use crate::quantiles::Z;

/// How much a disagreement counts, from 0 of the same mark to 1 of the two ends of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// |i − j|/(c − 1).
    Linear,
    /// ((i − j)/(c − 1))², nearly the intraclass correlation.
    Quadratic,
}

impl Weights {
    fn of(self, one: u8, other: u8, scale: u8) -> f64 {
        let share = f64::from(one.abs_diff(other)) / f64::from(scale);
        match self {
            Self::Linear => share,
            Self::Quadratic => share * share,
        }
    }
}

/// κ = 1 − Σw·p/Σw·e of two examiners over the candidates both marked, with the interval of Fleiss, Cohen and Everitt;
/// of examiners who agree everywhere it has no width, so n beside it says more.
///
/// J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968) 213–220; J. L. Fleiss, J. Cohen, B. S. Everitt, Large
/// sample standard errors of kappa and weighted kappa, Psychological Bulletin 72 (1969) 323–327.
pub fn kappa(marks: &Marks, (first, second): (usize, usize), weights: Weights) -> Figure<Estimate> {
    let column = |examiner: usize| marks.table.columns().get(examiner).map_or(&[][..], Vec::as_slice);
    let both = column(first).iter().zip(column(second));
    let pairs: Vec<(u8, u8)> = both.filter_map(|(one, other)| Some(((*one)?, (*other)?))).collect();
    spread(pairs.iter().flat_map(|(one, other)| [*one, *other]), pairs.len())?;
    let n = count(pairs.len());
    let apart = |one: u8, other: u8| weights.of(one, other, marks.high - marks.low);
    let ones = shares(pairs.iter().map(|pair| pair.0), n);
    let others = shares(pairs.iter().map(|pair| pair.1), n);
    let mean_from = |mark: u8, shares: &[(u8, f64)]| {
        shares.iter().map(|(other, share)| share * apart(mark, *other)).sum::<f64>()
    };
    let seen = pairs.iter().map(|(one, other)| apart(*one, *other)).sum::<f64>() / n;
    let chance: f64 = ones.iter().map(|(mark, share)| share * mean_from(*mark, &others)).sum();
    if chance <= 0.0 {
        return Err(NotShown::NoVariance);
    }
    let kappa = 1.0 - seen / chance;
    // The same variance in weights of disagreement v = 1 − w: each bracket is 1 − v − (2 − v̄ − v̄′)(1 − κ).
    let bracket = |(one, other): &(u8, u8)| {
        let margins = 2.0 - mean_from(*one, &others) - mean_from(*other, &ones);
        (1.0 - apart(*one, *other) - margins * (1.0 - kappa)).powi(2)
    };
    let square =
        pairs.iter().map(bracket).sum::<f64>() / n - (kappa - (1.0 - chance) * (1.0 - kappa)).powi(2);
    let half = Z * (square.max(0.0) / n).sqrt() / chance;
    Ok(Estimate::new(kappa, ((kappa - half).max(-1.0), (kappa + half).min(1.0)), number(pairs.len())))
}

/// κ of every two examiners among several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kappas {
    /// The lowest.
    pub low: Estimate,
    /// The highest; the same where there is one.
    pub high: Estimate,
    /// Of so many pairs.
    pub shown: u32,
    /// Of so many pairs that have a candidate in common at all.
    pub met: u32,
}

/// Where κ of every two examiners lies, of each two over the candidates both marked; not shown where no two have one.
pub fn kappas(marks: &Marks, weights: Weights) -> Figure<Kappas> {
    let columns = marks.table.columns();
    let mut each = Vec::new();
    for (first, one) in columns.iter().enumerate() {
        for (second, other) in columns.iter().enumerate().skip(first + 1) {
            if one.iter().zip(other).any(|(one, other)| one.is_some() && other.is_some()) {
                each.push(kappa(marks, (first, second), weights));
            }
        }
    }
    let found: Vec<Estimate> = each.iter().flatten().copied().collect();
    let low = found.iter().copied().min_by(|one, other| one.value.total_cmp(&other.value));
    let high = found.iter().copied().max_by(|one, other| one.value.total_cmp(&other.value));
    if let (Some(low), Some(high)) = (low, high) {
        return Ok(Kappas { low, high, shown: number(found.len()), met: number(each.len()) });
    }
    // Whoever has enough candidates says more of the reason than whoever has too few.
    let few = NotShown::TooFew { need: SEVERAL };
    Err(each.iter().filter_map(|figure| figure.err()).find(|why| *why != few).unwrap_or(few))
}

/// The share of each mark in use.
fn shares(marks: impl Iterator<Item = u8>, n: f64) -> Vec<(u8, f64)> {
    let mut sorted: Vec<u8> = marks.collect();
    sorted.sort_unstable();
    sorted
        .chunk_by(|one, other| one == other)
        .filter_map(|same| Some((*same.first()?, count(same.len()) / n)))
        .collect()
}
