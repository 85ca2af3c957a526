//! Where both sides are filled to the last place: an auction with falling steps.
//!
//! D. P. Bertsekas, «The auction algorithm», *Annals of Operations Research* 14 (1988) 105–123: each
//! source takes the place it likes best and raises its price until it is hardly better than the second
//! best. Large steps first settle the large differences (ε-scaling), which keeps sources from
//! outbidding each other by little again and again. Every place of a sink has a price of its own. With
//! costs times more than the number of sources, a last step of 1 ends at an optimum, provided that no
//! place stays empty: an empty one would have to have kept price 0.

use super::lists::Lists;
use super::number::Number;
use super::transport::{NONE, Task};
use crate::instance::saturating;

/// Each phase bids in steps so many times smaller than the one before.
const FALL: i64 = 5;

/// Bids of a phase, per source, before it is cut off: some sparse tasks would go on for long.
const BIDS_PER_SOURCE: usize = 24;

/// Sinks with more places than this are not offered one place at a time.
const MOST_PLACES: u32 = 4;

/// The edge each source holds at the end, or [`NONE`] for a source without a unit, if this way of
/// solving suits the task and the auction came to its end. `scale` is more than the number of sources.
pub(super) fn auction<N: Number>(task: &mut Task<'_, N>, scale: N) -> Option<Vec<u32>> {
    let total = |units: &[u32]| units.iter().map(|&units| u64::from(units)).sum::<u64>();
    let suits = task.supply.iter().all(|&units| units <= 1)
        && task.room.iter().all(|&room| room <= MOST_PLACES)
        && total(task.supply) == total(task.room);
    if !suits {
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
    };
    let mut step = dearest.times(scale).over(FALL);
    loop {
        step = step.over(FALL).max(N::ONE);
        auction.phase(step, dearest);
        if step == N::ONE {
            return auction.all_hold().then_some(auction.edge);
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
        for _ in 0..BIDS_PER_SOURCE * self.edge.len() {
            let Some(source) = open.pop() else { break };
            open.extend(self.bid(source, step, dearest));
        }
    }

    fn all_hold(&self) -> bool {
        self.supply.iter().zip(&self.edge).all(|(&units, &edge)| units == 0 || edge != NONE)
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
