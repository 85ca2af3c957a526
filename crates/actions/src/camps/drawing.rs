//! How workshops are given out: in each slot people choose one after another, in an order that a published seed has drawn
//! (random serial dictatorship). The order of one slot says nothing about that of another one.
//!
//! Source: A. Abdulkadiroğlu, T. Sönmez, «Random serial dictatorship and the core from random endowments in house allocation
//! problems», *Econometrica* 66 (1998) 689–701. Nobody gains by an untrue order, no two people would both rather exchange,
//! and before the draw everybody has the same chance. It is deferred acceptance in which every workshop ranks people in the
//! order of the draw, so `pairing` does the work.

use crate::accounts::hex;
use domain::PersonId;
use domain::camps::{Camp, Member, Slot};
use pairing::{Instance, Side, TieBreak, stable_matching};
use sha2::{Digest, Sha256};

/// The lot of somebody in a slot, in hexadecimal digits: SHA-256 of «seed/slot/person», slots counted from 1 on.
pub fn ticket(seed: &str, at: usize, person: &PersonId) -> String {
    hex(&Sha256::digest(format!("{seed}/{}/{person}", at + 1)))
}

/// Everybody in the order of the draw of a slot: the lowest lot first. Whoever came after it stands in none.
pub fn drawn<'a>(camp: &Camp, at: usize, members: &'a [Member]) -> Vec<&'a Member> {
    in_order(camp, at, members.iter().filter(|one| !camp.is_late(one)).collect())
}

fn in_order<'a>(camp: &Camp, at: usize, mut order: Vec<&'a Member>) -> Vec<&'a Member> {
    order.sort_by_cached_key(|one| (ticket(&camp.seed, at, &one.person), one.person.clone()));
    order
}

/// The orders of all slots.
pub(super) fn orders<'a>(camp: &Camp, members: &'a [Member]) -> Vec<Vec<&'a Member>> {
    (0..camp.slots.len()).map(|at| drawn(camp, at, members)).collect()
}

/// What each of `order` gets in a slot, in that order. Behind the workshops that somebody has put in order stand all others,
/// alike: whoever got none of the wished ones gets one that has a place.
pub fn given(slot: &Slot, at: usize, order: &[&Member]) -> Vec<Option<u32>> {
    let mut builder = Instance::builder();
    let all: Vec<u32> = (0..).take(slot.workshops.len()).collect();
    for member in order {
        let wished = member.wishes.get(at).cloned().unwrap_or_default();
        let rest: Vec<u32> = all.iter().copied().filter(|one| !wished.contains(one)).collect();
        let mut classes: Vec<Vec<u32>> = wished.into_iter().map(|one| vec![one]).collect();
        if !rest.is_empty() {
            classes.push(rest);
        }
        builder.resident(classes);
    }
    let people: Vec<u32> = (0..).take(order.len()).collect();
    for workshop in &slot.workshops {
        builder.hospital(u32::from(workshop.seats), people.iter().map(|one| [*one]));
    }
    // Wishes are checked before they are kept, so every list names what is there, once.
    let Ok(instance) = builder.build() else { return vec![None; order.len()] };
    stable_matching(&instance, Side::Residents, TieBreak::ListOrder).as_slice().to_vec()
}

/// Everybody with what they get in every slot.
pub(super) fn all_given(camp: &Camp, members: &[Member]) -> Vec<Member> {
    let mut given_out: Vec<Member> = members.to_vec();
    for one in &mut given_out {
        one.got = vec![None; camp.slots.len()];
    }
    for (at, slot) in camp.slots.iter().enumerate().filter(|(_, slot)| !slot.workshops.is_empty()) {
        let order = in_order(camp, at, members.iter().collect());
        for (member, got) in order.iter().zip(given(slot, at, &order)) {
            let place = given_out.iter_mut().find(|one| one.person == member.person);
            if let Some(place) = place.and_then(|one| one.got.get_mut(at)) {
                *place = got;
            }
        }
    }
    given_out
}
