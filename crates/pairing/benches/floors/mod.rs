//! One plain pass over what a solver is given: less than that it cannot take.

use std::hint::black_box;

use pairing::{Instance, Side};

use crate::drawn::Row;
use crate::rotations;

/// Every wish of both sides, once.
pub(crate) fn wishes(instance: &Instance) -> u32 {
    let read = |side| -> u32 {
        (0..instance.count(side))
            .flat_map(|owner| instance.wishes(side, owner))
            .fold(0, |sum, wish| sum.wrapping_add(wish.other))
    };
    read(black_box(Side::Residents)).wrapping_add(read(Side::Hospitals))
}

/// Every cost, once.
pub(crate) fn costs(rows: &[Row]) -> i64 {
    rows.iter().flatten().fold(0, |sum, &(column, [cost])| sum + cost + i64::from(column))
}

/// What [`slots`] reads: whether each of the larger side is free in each slot.
pub(crate) fn free((newcomers, mentors, weeks, a_week, _): rotations::Size) -> Vec<bool> {
    vec![true; (newcomers.max(mentors) * weeks * a_week) as usize]
}

/// For every two people, every slot once.
pub(crate) fn slots((newcomers, mentors, weeks, a_week, _): rotations::Size, free: &[bool]) -> usize {
    let slots = (weeks * a_week) as usize;
    let rows = |count: u32| free.chunks_exact(slots).take(count as usize);
    rows(newcomers)
        .flat_map(|one| rows(mentors).map(move |other| one.iter().zip(other)))
        .map(|pairs| pairs.filter(|(one, other)| **one && **other).count())
        .sum()
}
