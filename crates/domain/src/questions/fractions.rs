//! Parts of a question's points, and points. Whole numbers of ten-millionths: seven sevenths are a whole again.

use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::Add;

/// Ten-millionths in a whole.
pub(super) const WHOLE: i32 = 10_000_000;
/// Two parts nearer than this are the same: Moodle accepts 33.333 % for a third, and refuses 33 %.
const SAME: i32 = 100;

/// The parts that Moodle knows, in ten-millionths (docs.moodle.org, «Grades» of a multiple choice question).
const KNOWN: [i32; 22] = [
    10_000_000,
    9_000_000,
    8_333_333,
    8_000_000,
    7_500_000,
    7_000_000,
    6_666_667,
    6_000_000,
    5_000_000,
    4_000_000,
    3_333_333,
    3_000_000,
    2_500_000,
    2_000_000,
    1_666_667,
    1_428_571,
    1_250_000,
    1_111_111,
    1_000_000,
    500_000,
    0,
    -10_000_000,
];

/// A part of a question's points: from minus one whole to one whole, one of those that Moodle knows, so that every bank
/// can be handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct Fraction(i32);

impl Fraction {
    /// All of the points.
    pub const WHOLE: Self = Self(WHOLE);
    /// None of them.
    pub const NONE: Self = Self(0);

    /// All there are, the largest first.
    pub fn all() -> impl Iterator<Item = Self> {
        let positive = KNOWN.into_iter().filter(|part| *part >= 0);
        let negative = KNOWN.into_iter().filter(|part| *part > 0).rev().map(|part| -part);
        positive.chain(negative).map(Self)
    }

    /// The known part for a number of per cent, or the nearest one as an error.
    pub fn from_percent(percent: f64) -> Result<Self, Self> {
        let wanted = percent / 100.0 * f64::from(WHOLE);
        let off = |part: &Self| (f64::from(part.0) - wanted).abs();
        let nearest = Self::all().min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(Self::NONE);
        if off(&nearest) < f64::from(SAME) { Ok(nearest) } else { Err(nearest) }
    }

    /// In per cent, with the five digits that Moodle writes.
    pub fn percent(self) -> f64 {
        f64::from(self.0) / f64::from(WHOLE) * 100.0
    }

    /// Ten-millionths.
    pub const fn parts(self) -> i32 {
        self.0
    }
}

impl From<Fraction> for i32 {
    fn from(fraction: Fraction) -> Self {
        fraction.0
    }
}

impl TryFrom<i32> for Fraction {
    type Error = String;

    fn try_from(parts: i32) -> Result<Self, String> {
        Self::all()
            .find(|known| known.0 == parts)
            .ok_or_else(|| format!("{parts} is no part that Moodle knows"))
    }
}

/// Points of a candidate or of a question, in ten-millionths of a point; a wrong choice may cost some.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(i64);

impl Points {
    /// One point.
    pub const ONE: Self = Self(WHOLE as i64);
    /// The most that one question brings.
    pub const MOST: Self = Self(100 * WHOLE as i64);

    /// Whole points.
    pub const fn whole(points: u8) -> Self {
        Self(points as i64 * WHOLE as i64)
    }

    /// From ten-millionths of a point.
    pub const fn from_parts(parts: i64) -> Self {
        Self(parts)
    }

    /// Ten-millionths of a point.
    pub const fn parts(self) -> i64 {
        self.0
    }

    /// Hundredths of a point, rounded half away from zero: what is shown and compared with a pass mark.
    pub const fn hundredths(self) -> i64 {
        let half = if self.0 < 0 { -50_000 } else { 50_000 };
        (self.0 + half) / 100_000
    }

    /// A part of these points, given in ten-millionths.
    pub(super) fn part(self, parts: i64) -> Self {
        let exact = i128::from(self.0) * i128::from(parts) / i128::from(WHOLE);
        Self(i64::try_from(exact).unwrap_or_default())
    }
}

impl Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}
