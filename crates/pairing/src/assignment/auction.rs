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

mod idle;

use idle::Idle;

/// Each phase bids in steps so many times smaller than the one before.
const FALL: i64 = 5;

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
pub(super) fn suits(supply: &[u32], room: &[u32]) -> bool {
    let total = |units: &[u32]| units.iter().map(|&units| u64::from(units)).sum::<u64>();
    let (units, places) = (total(supply), total(room));
    supply.iter().all(|&units| units <= 1)
        && room.iter().all(|&room| room <= MOST_PLACES)
        && units <= places
        && places - units <= MOST_EMPTY.min(places / PLACES_TO_AN_EMPTY_ONE)
}

/// A cheapest way to place all units, if this way of solving suits the task and the auction came to its
/// end. `scale` is more than the number of places.
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
        price: vec![N::default(); sum as usize],
        holder: vec![NONE; sum as usize],
        edge: vec![NONE; task.supply.len()],
        slot: vec![NONE; task.supply.len()],
        first,
        idle: Idle::new(sum - task.supply.iter().sum::<u32>()),
    };
    let mut step = dearest.times(scale).over(FALL);
    loop {
        step = step.over(FALL).max(N::ONE);
        auction.phase(step, dearest);
        if step == N::ONE {
            return auction.all_hold().then(|| auction.placed());
        }
    }
}

struct Auction<'a, N> {
    lists: &'a mut Lists<N>,
    supply: &'a [u32],
    scale: N,
    /// Where the places of each sink begin; one more at the end.
    first: Vec<u32>,
    /// 0 or less for each place.
    price: Vec<N>,
    holder: Vec<u32>,
    edge: Vec<u32>,
    slot: Vec<u32>,
    idle: Idle<N>,
}

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
        for source in (0..saturating(self.edge.len())).rev() {
            if self.supply[source as usize] > 0 && !self.is_content(source, step) {
                self.give_up(source);
                open.push(source);
            }
        }
        self.idle.give_up_all(&mut self.holder, &self.price);
        for _ in 0..BIDS_PER_SOURCE * self.edge.len() {
            if let Some(slot) = self.idle.bid(&mut self.price, step) {
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
            && self.supply.iter().zip(&self.edge).all(|(&units, &edge)| units == 0 || edge != NONE)
    }

    /// Whether what a source holds is within a step of the best.
    fn is_content(&mut self, source: u32, step: N) -> bool {
        let edge = self.edge[source as usize];
        if edge == NONE {
            return false;
        }
        let (best, _) = self.two_best(source);
        let pays = self.cost(edge) - self.price[self.slot[source as usize] as usize];
        best.is_some_and(|best| pays - step <= best.pays)
    }

    fn give_up(&mut self, source: u32) {
        let slot = std::mem::replace(&mut self.slot[source as usize], NONE);
        if slot != NONE {
            self.holder[slot as usize] = NONE;
            self.edge[source as usize] = NONE;
        }
    }

    fn cost(&self, edge: u32) -> N {
        self.lists.known(edge).cost.times(self.scale)
    }

    /// The best place for a source and what the second best would cost.
    fn two_best(&mut self, source: u32) -> (Option<Offer<N>>, N) {
        let (mut best, mut second) = (None::<Offer<N>>, N::FAR);
        let mut at = self.lists.start(source);
        while let Some(edge) = self.lists.get(source, at) {
            let (cost, sink) = (edge.cost.times(self.scale), edge.sink as usize);
            if cost >= second {
                break;
            }
            for slot in self.first[sink]..self.first[sink + 1] {
                let pays = cost - self.price[slot as usize];
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
        let price = &mut self.price[best.slot as usize];
        *price = *price - (more + step);
        self.edge[source as usize] = best.edge;
        self.slot[source as usize] = best.slot;
        self.take(best.slot, source)
    }

    /// Gives a place to somebody, and back the source that held it.
    fn take(&mut self, slot: u32, holder: u32) -> Option<u32> {
        let outbid = std::mem::replace(&mut self.holder[slot as usize], holder);
        match outbid {
            NONE => None,
            NOBODY => {
                self.idle.outbid(slot, self.price[slot as usize]);
                None
            }
            source => {
                self.edge[source as usize] = NONE;
                self.slot[source as usize] = NONE;
                Some(source)
            }
        }
    }

    /// What is held, and prices without the scale. Divided, a price moves against another by a whole
    /// step only where it passes a multiple of the scale; so all are first moved to where none is about to.
    fn placed(self) -> Placed<N> {
        let mut rests: Vec<N> = self.price.iter().map(|price| price.rest(self.scale)).collect();
        rests.sort_unstable();
        rests.dedup();
        let mut free = N::default();
        for rest in rests {
            if rest > free {
                break;
            }
            free = rest + N::ONE;
        }
        let whole = |price: N| (price - free - N::ONE).floor(self.scale);
        let highest = self.price.iter().map(|&price| whole(price)).max().unwrap_or_default();
        let mut used = vec![false; self.lists.edges().len()];
        let mut source_price = vec![N::default(); self.edge.len()];
        for (source, &edge) in self.edge.iter().enumerate().filter(|&(_, &edge)| edge != NONE) {
            used[edge as usize] = true;
            let price = whole(self.price[self.slot[source] as usize]) - highest;
            source_price[source] = self.lists.known(edge).cost - price;
        }
        let mut sink_price = vec![N::default(); self.first.len() - 1];
        for (price, ends) in sink_price.iter_mut().zip(self.first.windows(2)).filter(|(_, e)| e[0] < e[1]) {
            *price = whole(self.price[ends[0] as usize]) - highest;
        }
        // Nobody bids for a sink without places: it is as dear as everybody's having something better.
        for (source, &price) in (0..).zip(&source_price) {
            for edge in self.lists.of_source(source) {
                let sink = edge.sink as usize;
                if self.first[sink] == self.first[sink + 1] {
                    sink_price[sink] = sink_price[sink].min(edge.cost - price);
                }
            }
        }
        Placed { used, all: true, source_price, sink_price }
    }
}
