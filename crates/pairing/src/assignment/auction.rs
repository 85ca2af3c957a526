//! Where both sides are filled to the last place: an auction with falling steps.
//!
//! D. P. Bertsekas, «The auction algorithm», *Annals of Operations Research* 14 (1988) 105–123: each
//! source takes the place it likes best and raises its price until it is hardly better than the second
//! best. Large steps first settle the large differences (ε-scaling), which keeps sources from
//! outbidding each other by little again and again. Every place of a sink has a price of its own. With
//! costs times more than the number of sources, a last step of 1 ends at an optimum, provided that no
//! place stays empty: an empty one would have to have kept price 0.

use super::transport::{Input, NONE, Number};
use crate::instance::saturating;

/// Each phase bids in steps so many times smaller than the one before.
const FALL: i64 = 5;

/// Bids of a phase, per source, before it is cut off: some sparse tasks would go on for long.
const BIDS_PER_SOURCE: usize = 24;

/// Sinks with more places than this are not offered one place at a time.
const MOST_PLACES: u32 = 4;

/// The edge each source holds at the end, or [`NONE`] for a source without a unit, if this way of
/// solving suits the task and the auction came to its end. `scale` is more than the number of sources.
pub(super) fn auction<N: Number>(input: &Input<'_, N>, scale: N) -> Option<Vec<u32>> {
    let total = |units: &[u32]| units.iter().map(|&units| u64::from(units)).sum::<u64>();
    let suits = input.supply.iter().all(|&units| units <= 1)
        && input.room.iter().all(|&room| room <= MOST_PLACES)
        && total(input.supply) == total(input.room);
    if !suits {
        return None;
    }
    let dearest = input.cost.iter().copied().max().unwrap_or_default();
    let mut first = vec![0];
    let mut sum = 0;
    for &room in input.room {
        sum += room;
        first.push(sum);
    }
    let mut auction = Auction {
        input,
        scale,
        price: vec![N::default(); sum as usize],
        holder: vec![NONE; sum as usize],
        edge: vec![NONE; input.supply.len()],
        slot: vec![NONE; input.supply.len()],
        first,
    };
    let mut step = dearest.times(scale).over(FALL);
    loop {
        step = step.over(FALL).max(N::ONE);
        let complete = auction.phase(step, dearest);
        if step == N::ONE {
            return complete.then_some(auction.edge);
        }
    }
}

struct Auction<'a, N> {
    input: &'a Input<'a, N>,
    scale: N,
    /// Where the places of each sink begin; one more at the end.
    first: Vec<u32>,
    /// 0 or less for each place.
    price: Vec<N>,
    holder: Vec<u32>,
    edge: Vec<u32>,
    slot: Vec<u32>,
}

/// What a source would pay.
#[derive(Clone, Copy)]
struct Offer<N> {
    edge: u32,
    slot: u32,
    pays: N,
}

impl<N: Number> Auction<'_, N> {
    /// Bids until every source holds a place. Says whether that was reached.
    fn phase(&mut self, step: N, dearest: N) -> bool {
        let mut open = Vec::new();
        for source in (0..saturating(self.edge.len())).rev() {
            if self.input.supply[source as usize] > 0 && !self.is_content(source, step) {
                self.give_up(source);
                open.push(source);
            }
        }
        let mut bids = BIDS_PER_SOURCE * self.edge.len();
        while let Some(source) = open.pop() {
            if bids == 0 {
                return false;
            }
            bids -= 1;
            open.extend(self.bid(source, step, dearest));
        }
        true
    }

    /// Whether what a source holds is within a step of the best.
    fn is_content(&self, source: u32, step: N) -> bool {
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
        self.input.cost[edge as usize].times(self.scale)
    }

    /// The best place for a source and what the second best would cost.
    fn two_best(&self, source: u32) -> (Option<Offer<N>>, N) {
        let (mut best, mut second) = (None::<Offer<N>>, N::FAR);
        for edge in self.input.first[source as usize]..self.input.first[source as usize + 1] {
            let sink = self.input.sink[edge as usize] as usize;
            let cost = self.cost(edge);
            if cost >= second {
                break;
            }
            for slot in self.first[sink]..self.first[sink + 1] {
                let pays = cost - self.price[slot as usize];
                match best {
                    Some(best) if pays >= best.pays => second = second.min(pays),
                    _ => {
                        second = best.map_or(second, |best| best.pays);
                        best = Some(Offer { edge, slot, pays });
                    }
                }
            }
        }
        (best, second)
    }

    /// Gives back whoever is outbid.
    fn bid(&mut self, source: u32, step: N, dearest: N) -> Option<u32> {
        let (best, second) = self.two_best(source);
        let best = best?;
        // Whoever has only one place to go to bids more than anybody who has another.
        let more = if second == N::FAR { dearest.times(self.scale) } else { second - best.pays };
        let price = &mut self.price[best.slot as usize];
        *price = *price - (more + step);
        self.edge[source as usize] = best.edge;
        self.slot[source as usize] = best.slot;
        let outbid = std::mem::replace(&mut self.holder[best.slot as usize], source);
        (outbid != NONE).then(|| {
            self.edge[outbid as usize] = NONE;
            self.slot[outbid as usize] = NONE;
            outbid
        })
    }
}
