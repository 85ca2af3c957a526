//! Numbers the combined costs can be kept in.

use std::ops::{Add, Neg, Sub};

/// Whole numbers of 64 bits, or of 128 where several criteria need them.
pub(super) trait Number:
    Copy + Ord + Default + Into<i128> + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self>
{
    /// Further than everything.
    const FAR: Self;
    /// The smallest step.
    const ONE: Self;
    /// Product; the caller knows that it fits.
    fn times(self, factor: Self) -> Self;
    /// Whole quotient.
    fn over(self, divisor: i64) -> Self;
    /// Quotient rounded down; the divisor is above 0.
    fn floor(self, divisor: Self) -> Self;
    /// What is left of rounding down.
    fn rest(self, divisor: Self) -> Self {
        self - self.floor(divisor).times(divisor)
    }
}

impl Number for i64 {
    const FAR: Self = Self::MAX;
    const ONE: Self = 1;

    fn times(self, factor: Self) -> Self {
        self * factor
    }

    fn over(self, divisor: i64) -> Self {
        self / divisor
    }

    fn floor(self, divisor: Self) -> Self {
        self.div_euclid(divisor)
    }
}

impl Number for i128 {
    const FAR: Self = Self::MAX;
    const ONE: Self = 1;

    fn times(self, factor: Self) -> Self {
        self * factor
    }

    fn over(self, divisor: i64) -> Self {
        self / Self::from(divisor)
    }

    fn floor(self, divisor: Self) -> Self {
        self.div_euclid(divisor)
    }
}
