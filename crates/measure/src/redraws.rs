//! What a lot gives by chance (methods/measurement.md §7): the same changes under all other ways in which it could have fallen.
//! It asks for no distribution, since the lot itself is what was random. All ways are tried where there are few of them, otherwise
//! so many that are drawn here, always the same ones.

use crate::gates::{Figure, NotShown, SEVERAL, at_least};
use crate::moments::{constant, count, number};

/// Most ways that are all tried.
const MOST_WAYS: u64 = 200_000;
/// So many are drawn where there are more.
const REDRAWS: u32 = 20_000;
/// Where the draws begin.
const SEED: u64 = 2026;
/// Equal but for rounding.
const SLACK: f64 = 1e-12;

/// The share of redraws in which the two mean changes lie at least as far apart as they do, in either direction.
pub(crate) fn by_chance(drawn: &[f64], waiting: &[f64]) -> Figure<f64> {
    at_least(number(drawn.len()), SEVERAL)?;
    at_least(number(waiting.len()), SEVERAL)?;
    let all = [drawn, waiting].concat();
    if constant(&all) {
        return Err(NotShown::NoVariance);
    }
    let total: f64 = all.iter().sum();
    let apart = |sum: f64| (sum / count(drawn.len()) - (total - sum) / count(waiting.len())).abs();
    let told = apart(drawn.iter().sum()) - SLACK;
    let as_far = |sum: f64| apart(sum) >= told;
    if ways(all.len(), drawn.len()).is_some_and(|ways| ways <= MOST_WAYS) {
        let (mut far, mut tried) = (0.0, 0.0);
        every(&all, (drawn.len(), 0.0), &mut |sum| {
            tried += 1.0;
            far += f64::from(as_far(sum));
        });
        return Ok(far / tried);
    }
    let mut chance = Draws(SEED);
    let far = (0..REDRAWS).filter(|_| as_far(chance.sum(&all, drawn.len()))).count();
    // The lot as it fell is one of them.
    Ok((count(far) + 1.0) / (f64::from(REDRAWS) + 1.0))
}

/// In how many ways so many can be taken out of all; nothing where they are too many to count.
fn ways(all: usize, taken: usize) -> Option<u64> {
    let (all, taken) = (u64::try_from(all).ok()?, u64::try_from(taken).ok()?);
    (1..=taken).try_fold(1_u64, |ways, nth| Some(ways.checked_mul(all.checked_sub(taken)? + nth)? / nth))
}

/// The sum of each way in which so many more are taken out of the rest, on top of what is taken.
fn every(rest: &[f64], (more, sum): (usize, f64), each: &mut impl FnMut(f64)) {
    if more == 0 {
        each(sum);
    } else if rest.len() >= more
        && let Some((first, rest)) = rest.split_first()
    {
        every(rest, (more - 1, sum + first), each);
        every(rest, (more, sum), each);
    }
}

/// Numbers that look random and are the same every time: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, Fast splittable
/// pseudorandom number generators, OOPSLA 2014).
struct Draws(u64);

impl Draws {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The sum of so many out of all: each in turn is taken with the chance that is left for it.
    fn sum(&mut self, all: &[f64], taken: usize) -> f64 {
        let (mut more, mut left, mut sum) = (number(taken), number(all.len()), 0.0);
        for one in all {
            if self.bits() % u64::from(left) < u64::from(more) {
                sum += one;
                more -= 1;
            }
            left -= 1;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_counted() {
        assert_eq!((ways(20, 10), ways(26, 12)), (Some(184_756), Some(9_657_700)));
        assert_eq!(ways(1000, 500), None);
    }

    #[test]
    fn every_way_comes_once() {
        let mut sums = Vec::new();
        every(&[1.0, 10.0, 100.0], (2, 0.0), &mut |sum| sums.push(sum.to_string()));
        assert_eq!(sums, ["11", "101", "110"]);
    }

    #[test]
    fn a_draw_takes_so_many_and_each_of_them_as_often_as_another() {
        let mut draws = Draws(SEED);
        let mut taken = [0_u32; 4];
        for _ in 0..10_000 {
            // A digit for each of them.
            let sum = draws.sum(&[1.0, 10.0, 100.0, 1000.0], 2);
            let digits = format!("{sum:04}");
            assert_eq!(digits.matches('1').count(), 2, "{digits}");
            for (count, digit) in taken.iter_mut().zip(digits.chars()) {
                *count += u32::from(digit == '1');
            }
        }
        assert!(taken.iter().all(|count| (4_800..5_200).contains(count)), "{taken:?}");
    }
}
