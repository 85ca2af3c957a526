//! Deferred acceptance, best for either side (Gale and Shapley 1962; Gusfield and Irving 1989, 1.6).
//!
//! Proposers go down their lists; receivers hold the best offers they have places for and turn away
//! the rest. One routine serves both directions: a resident is somebody with one place. Whoever has one
//! place only compares two offers; with more, the worst one held has to be found. Offers go in rounds,
//! not one chain after another: the result is the same in any order, and within a round the look-ups do
//! not wait for each other. Time and memory are linear in the length of the lists.

use crate::instance::{Entry, Instance, Lists, Side, saturating};
use crate::ties::{TieBreak, strict};

/// Who is placed where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Matching(Vec<Option<u32>>);

impl Matching {
    /// A matching from the hospital of each resident, in the order of residents. Anything may stand
    /// here: [`certify`](crate::certify) says what is wrong with it.
    pub fn new(hospital_of_each: Vec<Option<u32>>) -> Self {
        Self(hospital_of_each)
    }

    /// The hospital of a resident, if any.
    pub fn hospital_of(&self, resident: u32) -> Option<u32> {
        self.0.get(resident as usize).copied().flatten()
    }

    /// How many residents have a place.
    pub fn size(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// The hospital of each resident, in the order of residents.
    pub fn as_slice(&self) -> &[Option<u32>] {
        &self.0
    }
}

/// The stable matching that is best for every member of `optimal_for` at once, once ties are broken.
///
/// With [`Side::Residents`] no resident gains by hiding a true order (Dubins and Freedman 1981), as long as the length
/// of their lists is not bounded (Haeringer and Klijn 2009).
pub fn stable_matching(instance: &Instance, optimal_for: Side, ties: TieBreak) -> Matching {
    let strict = strict(instance, ties);
    let residents = instance.lists(Side::Residents);
    let hospitals = instance.lists(Side::Hospitals);
    let residents = Party { first: &residents.first, entries: &strict.residents, lists: residents };
    let hospitals = Party { first: &hospitals.first, entries: &strict.hospitals, lists: hospitals };
    let one_place = |_| 1;
    let places = |hospital| instance.capacity(hospital);
    let mut hospital_of = vec![None; instance.count(Side::Residents) as usize];
    let mut place = |hospital, resident: u32| hospital_of[resident as usize] = Some(hospital);
    match optimal_for {
        Side::Residents if (0..hospitals.lists.count()).all(|hospital| places(hospital) == 1) => {
            let mut best = OnePlace::new(hospitals.lists.count());
            deferred_acceptance(residents, one_place, |offer| best.consider(offer));
            best.for_each(place);
        }
        Side::Residents => {
            let mut held = Receivers::new(hospitals, places);
            deferred_acceptance(residents, one_place, |offer| held.consider(offer));
            held.for_each(place);
        }
        Side::Hospitals => {
            let mut best = OnePlace::new(residents.lists.count());
            deferred_acceptance(hospitals, places, |offer| best.consider(offer));
            best.for_each(|resident, hospital| place(hospital, resident));
        }
    }
    Matching(hospital_of)
}

/// One side with its ties broken.
#[derive(Clone, Copy)]
struct Party<'a> {
    first: &'a [u32],
    entries: &'a [Entry],
    lists: &'a Lists,
}

/// The part of a proposer's list that is still to be asked.
#[derive(Clone, Copy)]
struct Ahead {
    next: u32,
    end: u32,
}

/// An offer on its way.
#[derive(Clone, Copy)]
struct Offer {
    proposer: u32,
    receiver: u32,
    /// Where the proposer stands in the receiver's entries.
    position: u32,
}

/// Makes offers until nobody wants more places or all lists are at their end. `consider` takes an offer or not, and
/// gives back the proposer turned away.
fn deferred_acceptance(
    proposers: Party<'_>,
    wanted: impl Fn(u32) -> u32,
    mut consider: impl FnMut(Offer) -> Option<u32>,
) {
    let mut ahead: Vec<Ahead> =
        proposers.first.windows(2).map(|ends| Ahead { next: ends[0], end: ends[1] }).collect();
    // A proposer stands in `open` once for each place still to be filled.
    let mut open = Vec::new();
    for (proposer, list) in (0..).zip(&ahead) {
        open.extend((0..wanted(proposer).min(list.end - list.next)).map(|_| proposer));
    }
    let mut offers: Vec<Offer> = Vec::with_capacity(open.len());
    while !open.is_empty() {
        offers.extend(open.drain(..).filter_map(|proposer| {
            let ahead = &mut ahead[proposer as usize];
            let position = ahead.next;
            let more = position < ahead.end;
            ahead.next += u32::from(more);
            more.then(|| {
                let Entry { person: receiver, mirror: position } = proposers.entries[position as usize];
                Offer { proposer, receiver, position }
            })
        }));
        open.extend(offers.drain(..).filter_map(&mut consider));
    }
}

/// No offer: worse than all.
const NOBODY: u64 = u64::MAX;

/// Receivers with one place each: the best offer of each, or `NOBODY`.
///
/// Position and proposer stand in one number, so that keeping the better of two is a minimum. With a branch instead
/// the processor would have to guess which of them is better.
struct OnePlace(Vec<u64>);

impl OnePlace {
    fn new(receivers: u32) -> Self {
        Self(vec![NOBODY; receivers as usize])
    }

    /// Keeps the better offer and gives back the proposer of the other, if there was one.
    fn consider(&mut self, offer: Offer) -> Option<u32> {
        let best = &mut self.0[offer.receiver as usize];
        let offer = (u64::from(offer.position) << 32) | u64::from(offer.proposer);
        let other = offer.max(*best);
        *best = offer.min(*best);
        proposer(other)
    }

    /// Calls with each receiver that has an offer and its proposer.
    fn for_each(&self, mut pair: impl FnMut(u32, u32)) {
        for (receiver, &best) in (0..).zip(&self.0) {
            if let Some(proposer) = proposer(best) {
                pair(receiver, proposer);
            }
        }
    }
}

/// Who made an offer kept by [`OnePlace`].
fn proposer(offer: u64) -> Option<u32> {
    if offer == NOBODY { None } else { u32::try_from(offer & u64::from(u32::MAX)).ok() }
}

/// Places of one receiver.
#[derive(Clone, Copy)]
struct Places {
    free: u32,
    /// Position of the worst offer held; 0 while none is, so that no places means no offer is better.
    worst: u32,
}

/// Receivers with any numbers of places.
struct Receivers<'a> {
    party: Party<'a>,
    places: Vec<Places>,
    /// One bit for each entry: whether that offer is held.
    held: Vec<u64>,
}

impl<'a> Receivers<'a> {
    fn new(party: Party<'a>, places: impl Fn(u32) -> u32) -> Self {
        let places = (0..party.lists.count()).map(|who| Places { free: places(who), worst: 0 }).collect();
        Self { party, places, held: vec![0; party.entries.len().div_ceil(64)] }
    }

    /// Takes the offer, or not. Gives back the proposer turned away: this one, or the worst one held until now.
    fn consider(&mut self, offer: Offer) -> Option<u32> {
        let Offer { proposer, receiver, position } = offer;
        let places = &mut self.places[receiver as usize];
        if places.free > 0 {
            places.free -= 1;
            places.worst = places.worst.max(position);
            self.held[position as usize / 64] |= 1 << (position % 64);
            return None;
        }
        if position >= places.worst {
            return Some(proposer);
        }
        let worst = places.worst;
        self.held[position as usize / 64] |= 1 << (position % 64);
        self.held[worst as usize / 64] &= !(1 << (worst % 64));
        places.worst = last_before(&self.held, worst);
        Some(self.party.entries[worst as usize].person)
    }

    /// Calls with each receiver and each proposer it holds.
    fn for_each(&self, mut pair: impl FnMut(u32, u32)) {
        for receiver in 0..self.party.lists.count() {
            for position in self.party.lists.range(receiver) {
                if self.held[position / 64] >> (position % 64) & 1 == 1 {
                    pair(receiver, self.party.entries[position].person);
                }
            }
        }
    }
}

/// The highest bit set below `end`. The caller has just set one; the scan only ever moves down a
/// list, so all of them together are linear in its length.
fn last_before(bits: &[u64], end: u32) -> u32 {
    let mut word = end as usize / 64;
    let mut rest = bits[word] & ((1 << (end % 64)) - 1);
    while rest == 0 {
        word -= 1;
        rest = bits[word];
    }
    saturating(word * 64) + rest.ilog2()
}
