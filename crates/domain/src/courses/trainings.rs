//! Sessions of training (feat:G3; essay:E28–E30; doc:A16): who has a place, who waits, and the hours that count.

use crate::PersonId;
use std::collections::BTreeSet;

/// What somebody who signed up has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// A place.
    Place,
    /// Waits, and is told of a place when so many before them do not come; from 1.
    Waiting(usize),
}

/// A session that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// How long it was.
    pub minutes: u32,
    /// Who was there, as the trainer marked it.
    pub present: BTreeSet<PersonId>,
}

/// The seat of somebody among those who signed up, in the order in which they did; nothing for others. Whoever
/// withdraws stands in the list no more, and the first of those who wait moves up.
pub fn seat(signed_up: &[PersonId], places: usize, person: &PersonId) -> Option<Seat> {
    let place = signed_up.iter().position(|one| one == person)?;
    Some(if place < places { Seat::Place } else { Seat::Waiting(place - places + 1) })
}

/// The minutes that count for somebody: of sessions that took place and at which they were.
pub fn minutes(person: &PersonId, held: &[Held]) -> u32 {
    let attended = held.iter().filter(|session| session.present.contains(person));
    attended.fold(0, |sum, session| sum.saturating_add(session.minutes))
}
