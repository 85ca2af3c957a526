//! Several criteria in strict order as one number for each pair.

use super::{Problem, Sense};
use crate::instance::saturating;

/// One criterion as a digit of the combined number.
#[derive(Debug, Clone)]
struct Digit {
    smallest: i64,
    largest: i64,
    weight: i128,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Scale {
    digits: Vec<Digit>,
    /// No price or distance is further from 0 than this.
    pub(super) furthest: i128,
}

impl Scale {
    pub(super) fn weights(&self) -> Vec<i128> {
        self.digits.iter().map(|digit| digit.weight).collect()
    }

    /// The best number of each criterion, from which the combined number counts.
    pub(super) fn base(&self, sense: Sense) -> Vec<i64> {
        let base = |digit: &Digit| match sense {
            Sense::Min => digit.smallest,
            Sense::Max => digit.largest,
        };
        self.digits.iter().map(base).collect()
    }
}

impl Problem {
    /// How to write all criteria of a pair as one number that keeps their order: as digits, each with
    /// room for the sum over as many pairs as there can be. Nothing if 128 bits do not hold that.
    pub(super) fn scale(&self) -> Option<Scale> {
        let total = |capacity: &[u32]| capacity.iter().map(|&places| i128::from(places)).sum::<i128>();
        let pairs = i128::from(saturating(self.graph.column.len()));
        let most = total(&self.row_capacity).min(total(&self.column_capacity)).min(pairs);
        let mut digits = vec![Digit { smallest: 0, largest: 0, weight: 1 }; self.criteria];
        let (mut weight, mut dearest) = (1_i128, 0_i128);
        for criterion in (0..self.criteria).rev() {
            let numbers = self.costs.iter().skip(criterion).step_by(self.criteria);
            let (smallest, largest) = numbers.fold((i64::MAX, i64::MIN), |(smallest, largest), &number| {
                (smallest.min(number), largest.max(number))
            });
            let range = (i128::from(largest) - i128::from(smallest)).max(0);
            digits[criterion] = Digit { smallest, largest, weight };
            dearest = dearest.checked_add(range.checked_mul(weight)?)?;
            weight = weight.checked_mul(range.checked_mul(most)?.checked_add(1)?)?;
        }
        // A path visits everybody at most once, and prices are differences of paths.
        let people = i128::from(self.graph.rows()) + i128::from(self.graph.columns()) + 2;
        let furthest = dearest.checked_mul(people)?;
        (furthest <= i128::MAX / 8).then_some(Scale { digits, furthest })
    }

    /// The combined number of each pair, as a function of the pair.
    pub(super) fn combined<'a, N: TryFrom<i128> + Default>(
        &'a self,
        sense: Sense,
        scale: &'a Scale,
    ) -> impl Fn(u32) -> N + 'a {
        move |edge| {
            let digits = scale.digits.iter().zip(self.numbers(edge));
            let sum: i128 = digits
                .map(|(digit, &number)| {
                    digit.weight
                        * match sense {
                            Sense::Min => i128::from(number) - i128::from(digit.smallest),
                            Sense::Max => i128::from(digit.largest) - i128::from(number),
                        }
                })
                .sum();
            // `furthest` is within these numbers, and this is less.
            N::try_from(sum).unwrap_or_default()
        }
    }

    /// The same for the one criterion that most problems have, if their range is within 64 bits.
    pub(super) fn plain<'a>(&'a self, sense: Sense, scale: &'a Scale) -> Option<impl Fn(u32) -> i64 + 'a> {
        let [Digit { smallest, largest, weight: 1 }] = scale.digits[..] else { return None };
        largest.checked_sub(smallest)?;
        Some(move |edge| match sense {
            Sense::Min => self.costs[edge as usize] - smallest,
            Sense::Max => largest - self.costs[edge as usize],
        })
    }
}
