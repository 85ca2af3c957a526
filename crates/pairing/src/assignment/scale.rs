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

#[derive(Debug, Clone)]
pub(super) struct Scale {
    digits: Vec<Digit>,
    /// No price or distance is further from 0 than this.
    pub(super) furthest: i128,
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

    pub(super) fn combined<N: TryFrom<i128> + Default>(&self, sense: Sense, scale: Option<&Scale>) -> Vec<N> {
        let Some(scale) = scale else { return Vec::new() };
        if self.criteria == 0 {
            return self.graph.column.iter().map(|_| N::default()).collect();
        }
        let combine = |numbers: &[i64]| {
            let digits = scale.digits.iter().zip(numbers);
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
        };
        self.costs.chunks_exact(self.criteria).map(combine).collect()
    }
}
