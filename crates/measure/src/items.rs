//! What each item of a test is like, by classical test theory (methods/measurement.md §2).

use crate::answers::{Answers, Beside};
use crate::gates::{Estimate, Figure, MANY, NotShown, SEVERAL, SOME, at_least};
use crate::moments::{correlation, count, mean, number};
use crate::quantiles::Z;
use crate::scales::around;

/// The figures of one item, over those who got it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Facility, «доля верных»: the mean mark as a share of what the item is worth, with Wilson's interval. From 0,
    /// nobody, to 1, everybody; called «difficulty» elsewhere, which reads backwards.
    pub facility: Figure<Estimate>,
    /// Item-rest correlation: of the marks with the marks on all the person's other items, so that the item does
    /// not correlate with itself; the interval by Fisher's z.
    pub rest: Figure<Estimate>,
    /// D27: facility of the 27 % with the highest totals minus that of the 27 % with the lowest.
    pub difference: Figure<f64>,
    /// What the figures say of the item by themselves.
    pub reading: Option<Reading>,
}

/// What an item's figures ask people to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Item-rest correlation from .30 on.
    Good,
    /// From .20 on.
    Weak,
    /// From 0 on.
    Revise,
    /// Below 0: whoever knows more answers this one worse.
    CheckKey,
}

/// The figures of every item, in their order.
///
/// D27 takes g = ⌊0.27 n + 0.5⌋ people at each end; equal totals at its border stand in the order of the rows, so hand
/// them in by id. The item-rest correlation does not depend on the order.
pub fn items(answers: &Answers) -> Vec<Item> {
    let (presented, ranking) = (answers.presented(), answers.ranking());
    let figures = |item: usize| {
        let facility = facility(answers, item);
        let rest = rest(&answers.beside(item, &presented));
        Item {
            facility,
            rest,
            difference: difference(answers, item, &ranking),
            reading: read(facility, rest),
        }
    };
    (0..answers.items()).map(figures).collect()
}

/// An item's marks of those who got it, each as a share of what it is worth.
fn shares(answers: &Answers, item: usize) -> Vec<f64> {
    let worth = answers.worth().get(item).copied().unwrap_or(1.0);
    answers.column(item).iter().flatten().map(|mark| mark / worth).collect()
}

fn facility(answers: &Answers, item: usize) -> Figure<Estimate> {
    let shares = shares(answers, item);
    let (share, n) = (mean(&shares).clamp(0.0, 1.0), number(shares.len()));
    at_least(n, SOME)?;
    Ok(Estimate::new(share, around(share, f64::from(n)), n))
}

fn rest(beside: &Beside) -> Figure<Estimate> {
    at_least(number(beside.people.len()), SEVERAL)?;
    correlated(&beside.marks, &beside.rests)
}

/// A correlation with the interval by Fisher's z: tanh(artanh r ± z₀/√(n − 3)).
pub(crate) fn correlated(one: &[f64], other: &[f64]) -> Figure<Estimate> {
    let r = correlation(one, other).ok_or(NotShown::NoVariance)?;
    let half = Z / (count(one.len()) - 3.0).max(1.0).sqrt();
    Ok(Estimate::new(r, ((r.atanh() - half).tanh(), (r.atanh() + half).tanh()), number(one.len())))
}

/// The people at the low and at the high end of those who got an item.
pub(crate) fn ends(ranking: &[usize], got: impl Fn(usize) -> bool) -> (Vec<usize>, Vec<usize>) {
    let order: Vec<usize> = ranking.iter().copied().filter(|person| got(*person)).collect();
    // ⌊0.27 n + 0.5⌋ in whole numbers.
    let size = (27 * order.len() + 50) / 100;
    let low = order.iter().take(size).copied().collect();
    (low, order.iter().rev().take(size).copied().collect())
}

fn difference(answers: &Answers, item: usize, ranking: &[usize]) -> Figure<f64> {
    let column = answers.column(item);
    let mark = |person: usize| column.get(person).copied().flatten();
    let got = column.iter().flatten().count();
    at_least(number(got), SEVERAL)?;
    if answers.all_equal() {
        return Err(NotShown::NoVariance);
    }
    let (low, high) = ends(ranking, |person| mark(person).is_some());
    let worth = answers.worth().get(item).copied().unwrap_or(1.0);
    let level = |people: Vec<usize>| mean(&people.into_iter().filter_map(mark).collect::<Vec<f64>>()) / worth;
    Ok(level(high) - level(low))
}

/// Of fewer than [`MANY`] only a negative correlation of an item that nearly nobody or nearly everybody got right is
/// read: the key is to be checked. More would be noise.
fn read(facility: Figure<Estimate>, rest: Figure<Estimate>) -> Option<Reading> {
    let (facility, rest) = (facility.ok()?, rest.ok()?);
    if rest.n < MANY {
        let strange = rest.value < 0.0 && !(0.05..=0.95).contains(&facility.value);
        return strange.then_some(Reading::CheckKey);
    }
    Some(match rest.value {
        r if r >= 0.3 => Reading::Good,
        r if r >= 0.2 => Reading::Weak,
        r if r >= 0.0 => Reading::Revise,
        _ => Reading::CheckKey,
    })
}
