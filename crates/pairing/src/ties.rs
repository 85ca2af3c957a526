//! How a tie becomes an order: as listed, or by a published seed.
//!
//! Deferred acceptance wants strict orders. Any order of the tied ones gives a weakly stable matching;
//! which one is a question of fairness. A seed announced before the lists close is a draw nobody can
//! steer and everybody can repeat.
//!
//! **The draw.** Every person has one ticket, the same in everybody's list (single tie-breaking). The
//! ticket of the person with index `i` is the output of Vigna's `splitmix64` for the state
//! `seed + (2 i + s + 1) × 0x9E3779B97F4A7C15` modulo 2⁶⁴, with `s` = 0 for residents and 1 for
//! hospitals. Within a tie the lower ticket comes first; equal tickets go by index.

use std::borrow::Cow;

use crate::instance::{Entry, Instance, Lists, Side, saturating};

/// What decides between people ranked alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TieBreak {
    /// The order in which they stand in the list.
    ListOrder,
    /// The draw described in the [module](self), from this seed.
    Seed(u64),
}

/// The ticket of one person in the draw.
pub fn ticket(seed: u64, side: Side, person: u32) -> u64 {
    let drawn = 2 * u64::from(person) + u64::from(side == Side::Hospitals) + 1;
    let mut z = seed.wrapping_add(drawn.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Entries of both sides in strict order. Borrowed where no tie has to be drawn.
pub(crate) struct Strict<'a> {
    pub(crate) residents: Cow<'a, [Entry]>,
    pub(crate) hospitals: Cow<'a, [Entry]>,
}

pub(crate) fn strict(instance: &Instance, ties: TieBreak) -> Strict<'_> {
    let residents = instance.lists(Side::Residents);
    let hospitals = instance.lists(Side::Hospitals);
    let TieBreak::Seed(seed) = ties else { return as_listed(residents, hospitals) };
    if residents.tied_ranks().is_none() && hospitals.tied_ranks().is_none() {
        return as_listed(residents, hospitals);
    }
    let drawn_residents = draw(residents, |hospital| ticket(seed, Side::Hospitals, hospital));
    let drawn_hospitals = draw(hospitals, |resident| ticket(seed, Side::Residents, resident));
    Strict {
        residents: Cow::Owned(reorder(residents, &drawn_residents, &drawn_hospitals)),
        hospitals: Cow::Owned(reorder(hospitals, &drawn_hospitals, &drawn_residents)),
    }
}

fn as_listed<'a>(residents: &'a Lists, hospitals: &'a Lists) -> Strict<'a> {
    Strict { residents: Cow::Borrowed(&residents.entries), hospitals: Cow::Borrowed(&hospitals.entries) }
}

/// Old positions in their new order: only people within one tie change places.
fn draw(lists: &Lists, ticket: impl Fn(u32) -> u64) -> Vec<u32> {
    let mut order: Vec<u32> = (0..saturating(lists.entries.len())).collect();
    let Some(ranks) = lists.tied_ranks() else { return order };
    for owner in 0..lists.count() {
        let list = &mut order[lists.range(owner)];
        for tie in list.chunk_by_mut(|&a, &b| ranks[a as usize] == ranks[b as usize]) {
            tie.sort_unstable_by_key(|&position| {
                let person = lists.entries[position as usize].person;
                (ticket(person), person)
            });
        }
    }
    order
}

fn reorder(lists: &Lists, order: &[u32], other_order: &[u32]) -> Vec<Entry> {
    let mut moved = vec![0; other_order.len()];
    for (new, &old) in (0..).zip(other_order) {
        moved[old as usize] = new;
    }
    order
        .iter()
        .map(|&old| {
            let entry = lists.entries[old as usize];
            Entry { person: entry.person, mirror: moved[entry.mirror as usize] }
        })
        .collect()
}
