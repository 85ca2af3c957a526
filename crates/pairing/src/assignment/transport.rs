//! Cheapest pairs where every source has to give all it has.
//!
//! R. Jonker, A. Volgenant, «A shortest augmenting path algorithm for dense and sparse linear assignment
//! problems», *Computing* 38 (1987) 325–340, for capacities on both sides: first the sources bid for
//! their dearest sink ([`super::bidding`]), then each unit left over takes a shortest path in reduced
//! costs ([`super::path`]). Prices of sinks only fall, and a sink with room left keeps price 0; so
//! prices, used pairs and unused pairs prove each other optimal at the end.

use super::auction::auction;
use super::lists::Lists;
use super::number::Number;
use super::path::Search;

/// No edge, nobody.
pub(super) const NONE: u32 = u32::MAX;

/// A pair that is used.
#[derive(Clone, Copy)]
pub(super) struct Used {
    /// Its place in the lists.
    pub(super) edge: u32,
    pub(super) source: u32,
}

/// Sources, sinks and the pairs between them.
pub(super) struct Task<'a, N> {
    pub(super) lists: &'a mut Lists<N>,
    /// Units of each source.
    pub(super) supply: &'a [u32],
    /// Room of each sink.
    pub(super) room: &'a [u32],
    /// More than twice as many as there are sources or sinks, if costs times this may be added along any path.
    pub(super) exact: Option<N>,
    /// Whether it is known that all units can be placed.
    pub(super) sure: bool,
}

/// A cheapest way to place all units.
pub(super) struct Placed<N> {
    /// Which edges, by their place in the lists, it uses: each at most once.
    pub(super) used: Vec<bool>,
    /// Whether all units could be placed. If not, some are, but no more is promised.
    pub(super) all: bool,
    /// No used edge costs more than the prices of both its ends, and no other less.
    pub(super) source_price: Vec<N>,
    /// 0 or less, and 0 for a sink with room left.
    pub(super) sink_price: Vec<N>,
}

impl<N> Placed<N> {
    /// Some units, but not all.
    pub(super) fn some(used: Vec<bool>) -> Self {
        Self { used, all: false, source_price: Vec::new(), sink_price: Vec::new() }
    }
}

/// Places all units as cheaply as possible, if they can be placed.
pub(super) fn cheapest<N: Number>(task: &mut Task<'_, N>) -> Placed<N> {
    if let Some(placed) = task.exact.and_then(|scale| auction(task, scale)) {
        return placed;
    }
    let mut transport = Transport::new(task);
    transport.bid_for_sinks();
    let all = transport.place_the_rest();
    let Transport { used, source_price, sink_price, .. } = transport;
    Placed { used, all, source_price, sink_price }
}

/// What is used so far, and the prices that prove it the cheapest way.
pub(super) struct Transport<'a, N> {
    pub(super) lists: &'a mut Lists<N>,
    pub(super) supply: &'a [u32],
    /// Price of each source: none of its used pairs costs more, none of the unused less, after the
    /// price of the sink.
    pub(super) source_price: Vec<N>,
    /// Price of each sink: 0 or less.
    pub(super) sink_price: Vec<N>,
    pub(super) left: Vec<u32>,
    pub(super) used: Vec<bool>,
    /// Where the used pairs of each sink begin in `held`; one more at the end.
    pub(super) held_first: Vec<u32>,
    pub(super) held_count: Vec<u32>,
    pub(super) held: Vec<Used>,
    pub(super) search: Search<N>,
}

impl<'a, N: Number> Transport<'a, N> {
    fn new(Task { lists, supply, room, .. }: &'a mut Task<'_, N>) -> Self {
        let mut held_first = vec![0];
        let mut sum = 0;
        for &room in *room {
            sum += room;
            held_first.push(sum);
        }
        let (sources, sinks) = (supply.len(), room.len());
        Self {
            source_price: vec![N::default(); sources],
            sink_price: vec![N::default(); sinks],
            left: supply.to_vec(),
            used: vec![false; lists.len()],
            held_count: vec![0; sinks],
            held: vec![Used { edge: NONE, source: NONE }; sum as usize],
            held_first,
            search: Search::new(sources, sinks),
            lists,
            supply,
        }
    }

    pub(super) fn has_room(&self, sink: usize) -> bool {
        self.held_first[sink] + self.held_count[sink] < self.held_first[sink + 1]
    }

    /// The place of the best unused pair of a source with what it costs, and what the second best costs.
    pub(super) fn two_best(&mut self, source: u32) -> Option<(u32, N, N)> {
        let (mut best, mut first, mut second) = (None, N::FAR, N::FAR);
        let mut at = self.lists.start(source);
        while let Some(edge) = self.lists.get(source, at) {
            if edge.cost >= second {
                break;
            }
            let price = edge.cost - self.sink_price[edge.sink as usize];
            if price < second && !self.used[at as usize] {
                if price < first {
                    (second, first, best) = (first, price, Some(at));
                } else {
                    second = price;
                }
            }
            at += 1;
        }
        best.map(|at| (at, first, second))
    }
}
