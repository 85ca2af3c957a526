//! Random lists.

use proptest::prelude::*;

pub(crate) use crate::properties::plain::{Classes, Matched, Plain, held, rank};

/// A list of at least `least` of `others`, in any order, cut into classes where `tied` allows.
pub(crate) fn list(others: u32, least: usize, tied: bool) -> impl Strategy<Value = Classes> {
    let everybody: Vec<u32> = (0..others).collect();
    let least = least.min(others as usize);
    let joins = prop::collection::vec(prop::bool::weighted(0.6), others as usize);
    (Just(everybody).prop_shuffle(), least..=others as usize, joins).prop_map(
        move |(order, length, joins)| {
            let mut classes: Classes = Vec::new();
            for (&person, joined) in order[..length].iter().zip(joins) {
                match classes.last_mut() {
                    Some(class) if tied && joined => class.push(person),
                    _ => classes.push(vec![person]),
                }
            }
            classes
        },
    )
}

/// Up to `most` people a side; hospitals with up to three places.
pub(crate) fn plain(most: u32, least: usize, tied: bool) -> impl Strategy<Value = Plain> {
    (0..=most, 0..=most).prop_flat_map(move |(residents, hospitals)| {
        (
            prop::collection::vec(list(hospitals, least, tied), residents as usize),
            prop::collection::vec(list(residents, least, tied), hospitals as usize),
            prop::collection::vec(prop_oneof![3 => Just(1_u32), 1 => 0..=3_u32], hospitals as usize),
        )
            .prop_map(|(residents, hospitals, capacity)| Plain { residents, hospitals, capacity })
    })
}
