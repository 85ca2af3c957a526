//! Where both sides are filled to the last place: an auction with falling steps.
//!
//! D. P. Bertsekas, «The auction algorithm», *Annals of Operations Research* 14 (1988) 105–123: each
//! source takes the place it likes best and raises its price until it is hardly better than the second
//! best. Large steps first settle the large differences (ε-scaling), which keeps sources from
//! outbidding each other by little again and again. Every place of a sink has a price of its own. With
//! costs times more than the number of places, a last step of 1 ends at an optimum, provided that no
//! place stays empty.
//!
//! So where there are a few places more than units, idle bidders who can have any place for nothing take
//! them (the «similar persons» of D. P. Bertsekas, D. A. Castañón, «The auction algorithm for the
//! transportation problem», *Annals of Operations Research* 20 (1989) 67–96). They want the places for
//! which others pay least, so that these end at the highest price: a place left over is worth nothing.

use super::lists::Lists;
use super::number::Number;
use super::transport::{NONE, Placed, Task};
use crate::instance::saturating;

mod end;
mod idle;

use idle::Idle;

/// Each phase bids in steps so many times smaller than the one before.
const FALL: i64 = 30;

/// The same from the first phase on that was cut off: such tasks want to be led gently.
const GENTLE_FALL: i64 = 5;

/// Bids of a phase, per source, before it is cut off: some sparse tasks would go on for long.
const BIDS_PER_SOURCE: usize = 24;

/// Sinks with more places than this are not offered one place at a time.
const MOST_PLACES: u32 = 4;

/// Of so many places one at most may stay empty: where more do, paths to them are short.
const PLACES_TO_AN_EMPTY_ONE: u64 = 64;

/// No more places than this may stay empty: each idle bid moves the price of all that are idle.
const MOST_EMPTY: u64 = 256;

/// Holds a place that stays empty.
const NOBODY: u32 = NONE - 1;

/// Whether this way of solving suits the task: single units, and hardly more places than units.
fn suits(supply: &[u32], room: &[u32]) -> bool {
    let total = |units: &[u32]| units.iter().map(|&units| u64::from(units)).sum::<u64>();
    let (units, places) = (total(supply), total(room));
    supply.iter().all(|&units| units <= 1)
        && room.iter().all(|&room| room <= MOST_PLACES)
        && units <= places
        && places - units <= MOST_EMPTY.min(places / PLACES_TO_AN_EMPTY_ONE)
}

/// A cheapest way to place all units, if this way of solving suits the task and the auction came to its
/// end. Where nobody knows whether all can be placed, and large steps do not place them, it says so and gives
/// up. `scale` is more than the number of places.
pub(super) fn auction<N: Number>(task: &mut Task<'_, N>, scale: N) -> Option<Placed<N>> {
    if !suits(task.supply, task.room) {
        return None;
    }
    let dearest = task.lists.edges().iter().map(|edge| edge.cost).max().unwrap_or_default();
    let mut first = vec![0];
    let mut sum = 0;
    for &room in task.room {
        sum += room;
        first.push(sum);
    }
    let mut auction = Auction {
        lists: task.lists,
        supply: task.supply,
        scale,
        places: vec![Place { price: N::default(), holder: NONE }; sum as usize],
        held: vec![NOTHING; task.supply.len()],
        single: task.room.iter().all(|&room| room == 1),
        first,
        idle: Idle::new(sum - task.supply.iter().sum::<u32>()),
    };
    let mut sure = task.sure;
    let mut fall = FALL;
    let mut last = dearest.times(scale).over(GENTLE_FALL);
    loop {
        let step = last.over(fall).max(N::ONE);
        auction.phase(step, dearest);
        if auction.all_hold() {
            sure = true;
        } else if fall != GENTLE_FALL {
            fall = GENTLE_FALL;
            continue;
        } else if !sure {
            return Some(Placed::some(auction.used()));
        }
        if step == N::ONE {
            return auction.all_hold().then(|| auction.placed());
        }
        last = step;
    }
}

struct Auction<'a, N> {
    lists: &'a mut Lists<N>,
    supply: &'a [u32],
    scale: N,
    /// Where the places of each sink begin; one more at the end.
    first: Vec<u32>,
    /// Whether each sink has one place: then its number is the sink's.
    single: bool,
    places: Vec<Place<N>>,
    /// What each source holds.
    held: Vec<Held>,
    idle: Idle<N>,
}

/// One place of a sink.
#[derive(Clone, Copy)]
struct Place<N> {
    /// 0 or less.
    price: N,
    holder: u32,
}

/// A pair and the place it takes.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    edge: u32,
    slot: u32,
}

const NOTHING: Held = Held { edge: NONE, slot: NONE };

/// What a source would pay.
#[derive(Clone, Copy)]
struct Offer<N> {
    edge: u32,
    slot: u32,
    pays: N,
}

impl<N: Number> Auction<'_, N> {
    /// Bids until every source holds a place or is found to have none to go to, or bids run out.
    fn phase(&mut self, step: N, dearest: N) {
        let mut open = Vec::new();
        for source in (0..saturating(self.held.len())).rev() {
            if self.supply[source as usize] > 0 && !self.is_content(source, step) {
                self.give_up(source);
                open.push(source);
            }
        }
        self.idle.give_up_all(&mut self.places);
        for _ in 0..BIDS_PER_SOURCE * self.held.len() {
            if let Some(slot) = self.idle.bid(&mut self.places, step) {
                open.extend(self.take(slot, NOBODY));
            } else if let Some(source) = open.pop() {
                open.extend(self.bid(source, step, dearest));
            } else {
                break;
            }
        }
    }

    fn all_hold(&self) -> bool {
        self.idle.all_hold()
            && self.supply.iter().zip(&self.held).all(|(&units, &held)| units == 0 || held != NOTHING)
    }

    /// Whether what a source holds is within a step of the best.
    fn is_content(&mut self, source: u32, step: N) -> bool {
        let Held { edge, slot } = self.held[source as usize];
        if edge == NONE {
            return false;
        }
        let (best, _) = self.two_best(source);
        let pays = self.lists.known(edge).cost.times(self.scale) - self.places[slot as usize].price;
        best.is_some_and(|best| pays - step <= best.pays)
    }

    fn give_up(&mut self, source: u32) {
        let Held { slot, .. } = std::mem::replace(&mut self.held[source as usize], NOTHING);
        if slot != NONE {
            self.places[slot as usize].holder = NONE;
        }
    }

    fn slots(&self, sink: u32) -> std::ops::Range<u32> {
        if self.single { sink..sink + 1 } else { self.first[sink as usize]..self.first[sink as usize + 1] }
    }

    /// The best place for a source and what the second best would cost.
    fn two_best(&mut self, source: u32) -> (Option<Offer<N>>, N) {
        let (mut best, mut second) = (None::<Offer<N>>, N::FAR);
        let mut at = self.lists.start(source);
        while let Some(edge) = self.lists.get(source, at) {
            let cost = edge.cost.times(self.scale);
            if cost >= second {
                break;
            }
            for slot in self.slots(edge.sink) {
                let pays = cost - self.places[slot as usize].price;
                match best {
                    Some(best) if pays >= best.pays => second = second.min(pays),
                    _ => {
                        second = best.map_or(second, |best| best.pays);
                        best = Some(Offer { edge: at, slot, pays });
                    }
                }
            }
            at += 1;
        }
        (best, second)
    }

    /// Gives back the source that is outbid.
    fn bid(&mut self, source: u32, step: N, dearest: N) -> Option<u32> {
        let (best, second) = self.two_best(source);
        let best = best?;
        // Whoever has only one place to go to bids more than anybody who has another.
        let more = if second == N::FAR { dearest.times(self.scale) } else { second - best.pays };
        let price = &mut self.places[best.slot as usize].price;
        *price = *price - (more + step);
        self.held[source as usize] = Held { edge: best.edge, slot: best.slot };
        self.take(best.slot, source)
    }

    /// Gives a place to somebody, and back the source that held it.
    fn take(&mut self, slot: u32, holder: u32) -> Option<u32> {
        let place = &mut self.places[slot as usize];
        match std::mem::replace(&mut place.holder, holder) {
            NONE => None,
            NOBODY => {
                self.idle.outbid(slot, place.price);
                None
            }
            source => {
                self.held[source as usize] = NOTHING;
                Some(source)
            }
        }
    }
}
