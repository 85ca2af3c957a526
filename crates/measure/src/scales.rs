//! Marks of a group on a short scale: what may be told of them, and why not (methods/measurement.md §1).
//!
//! Fewer than the least: nothing. From the least on: how many, the median and the range. A share is told with its
//! interval, and only where both those who are in it and those who are not are so many that nobody is picked out.

use crate::gates::{Cell, parts_of};
use crate::quantiles::Z;

/// What may be told of the marks of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    /// Too few people; how many stays unknown, nobody included.
    Hidden,
    /// Enough.
    Shown(Summary),
}

/// The marks of a group that is large enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// How many people marked it.
    pub n: u32,
    /// Twice the median, so that it is whole: 7 means 3½.
    pub twice_median: u16,
    /// The lowest mark.
    pub low: u8,
    /// The highest mark.
    pub high: u8,
    /// How many marked it high.
    pub share: Share,
}

/// How many of a group are of a kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Share {
    /// So many, with the 95 % interval of the share, each from 0 to 1.
    Shown {
        /// How many.
        count: u32,
        /// Of how many.
        n: u32,
        /// The share.
        value: f64,
        /// Lower end of the interval.
        low: f64,
        /// Upper end of the interval.
        high: f64,
    },
    /// On one of the two sides stand fewer than the least.
    Hidden,
}

/// Wilson's interval of a share: `(p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`; `None` of nobody.
///
/// E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American
/// Statistical Association 22 (1927) 209–212.
pub fn wilson(count: u32, n: u32) -> Option<(f64, f64)> {
    if n == 0 || count > n {
        return None;
    }
    Some(around(f64::from(count) / f64::from(n), f64::from(n)))
}

/// Wilson's interval around a share `p` of `n` from 0 to 1. For marks in parts it is too wide rather than too narrow:
/// marks from 0 to 1 with mean p vary by p(1 − p) at the most.
pub(crate) fn around(p: f64, n: f64) -> (f64, f64) {
    let square = Z * Z;
    let middle = p + square / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + square / (4.0 * n * n)).sqrt();
    let whole = 1.0 + square / n;
    (((middle - half) / whole).max(0.0), ((middle + half) / whole).min(1.0))
}

/// A share of a group of `n` that may be told.
pub fn share(count: u32, n: u32, least: u32) -> Share {
    match (parts_of(n, count, n.saturating_sub(count), least), wilson(count, n)) {
        ((Cell::Shown(count), Cell::Shown(_)), Some((low, high))) => {
            Share::Shown { count, n, value: f64::from(count) / f64::from(n), low, high }
        }
        _ => Share::Hidden,
    }
}

/// What may be told of marks; those from `from` on count as high.
pub fn marks(given: &[u8], from: u8, least: u32) -> Told {
    let n = u32::try_from(given.len()).unwrap_or(u32::MAX);
    let mut sorted = given.to_vec();
    sorted.sort_unstable();
    let (Some(low), Some(high)) = (sorted.first(), sorted.last()) else { return Told::Hidden };
    if n < least {
        return Told::Hidden;
    }
    let (upper, lower) = (sorted.len() / 2, (sorted.len() - 1) / 2);
    let at = |place: usize| sorted.get(place).copied().map_or(0, u16::from);
    let count = sorted.iter().filter(|mark| **mark >= from).count();
    Told::Shown(Summary {
        n,
        twice_median: at(upper) + at(lower),
        low: *low,
        high: *high,
        share: share(u32::try_from(count).unwrap_or(u32::MAX), n, least),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(given: &[u8]) -> Summary {
        match marks(given, 4, 5) {
            Told::Shown(summary) => summary,
            Told::Hidden => panic!("hidden: {given:?}"),
        }
    }

    #[test]
    fn four_people_are_hidden_and_nobody_looks_like_four() {
        for few in [&[][..], &[5], &[1, 2, 3, 4]] {
            assert_eq!(marks(few, 4, 5), Told::Hidden);
        }
        let five = shown(&[5, 1, 3, 2, 4]);
        assert_eq!((five.n, five.twice_median, five.low, five.high), (5, 6, 1, 5));
        assert_eq!(five.share, Share::Hidden, "two of five would be picked out");
    }

    #[test]
    fn the_median_lies_between_the_two_in_the_middle() {
        assert_eq!(shown(&[1, 2, 3, 4, 5, 5]).twice_median, 7);
        assert_eq!(shown(&[4; 9]).twice_median, 8);
    }

    #[test]
    fn a_share_stands_with_its_interval_where_both_sides_are_large() {
        let ten = shown(&[5, 5, 5, 4, 4, 3, 3, 2, 1, 1]);
        let Share::Shown { count, n: 10, value, low, high } = ten.share else { panic!("{ten:?}") };
        // By hand: p = 0.5, n = 10: (0.5 + 0.19207 ± 1.95996·√(0.025 + 0.0096036)) / 1.384146.
        assert_eq!((count, value), (5, 0.5));
        assert!((low - 0.236_593).abs() < 1e-5 && (high - 0.763_407).abs() < 1e-5, "{low} {high}");
        assert_eq!(shown(&[5, 5, 5, 5, 5, 5, 3, 2, 1, 1]).share, Share::Hidden, "four would be picked out");
        assert_eq!(shown(&[5; 12]).share, Share::Hidden, "so would everybody");
    }

    #[test]
    fn an_interval_stays_between_nothing_and_everything_and_of_nobody_there_is_none() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
        for n in 1..60 {
            for count in 0..=n {
                let (low, high) = wilson(count, n).unwrap();
                let share = f64::from(count) / f64::from(n);
                assert!((0.0..=share + 1e-12).contains(&low) && (share - 1e-12..=1.0).contains(&high));
            }
        }
    }

    #[test]
    fn the_order_of_marks_does_not_matter() {
        let mut given = vec![1, 5, 2, 4, 3, 3, 5, 1, 2, 4, 5];
        let told = marks(&given, 4, 5);
        given.reverse();
        assert_eq!(marks(&given, 4, 5), told);
    }
}
