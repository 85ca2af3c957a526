//! Cheapest pairs where every source has to give all it has: shortest augmenting paths with prices.
//!
//! R. Jonker, A. Volgenant, «A shortest augmenting path algorithm for dense and sparse linear assignment
//! problems», *Computing* 38 (1987) 325–340, for capacities on both sides: first the sources bid for
//! their dearest sink (the paper's augmenting row reduction, an auction without ε), then each unit left
//! over takes a shortest path by Dijkstra's algorithm in reduced costs. The search is cut off at the
//! nearest sink with room found so far. Prices of sinks only fall, and a sink with room left keeps
//! price 0; so prices, used pairs and unused pairs prove each other optimal at the end.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::{Add, Neg, Sub};

use super::auction::auction;
use crate::instance::saturating;

/// Numbers the costs can be kept in.
pub(super) trait Number:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self>
{
    /// Further than everything.
    const FAR: Self;
    /// The smallest step.
    const ONE: Self;
    /// Product; the caller knows that it fits.
    fn times(self, factor: Self) -> Self;
    /// Whole quotient.
    fn over(self, divisor: i64) -> Self;
}

impl Number for i64 {
    const FAR: Self = Self::MAX;
    const ONE: Self = 1;

    fn times(self, factor: Self) -> Self {
        self * factor
    }

    fn over(self, divisor: i64) -> Self {
        self / divisor
    }
}

impl Number for i128 {
    const FAR: Self = Self::MAX;
    const ONE: Self = 1;

    fn times(self, factor: Self) -> Self {
        self * factor
    }

    fn over(self, divisor: i64) -> Self {
        self / Self::from(divisor)
    }
}

/// No edge, nobody.
pub(super) const NONE: u32 = u32::MAX;

/// How often a source may be outbid, on average, before the rest is left to the paths.
const BIDS_PER_SOURCE: usize = 8;

/// A pair that is used.
#[derive(Clone, Copy)]
struct Used {
    edge: u32,
    source: u32,
}

/// Sources, sinks and the pairs between them, source by source.
pub(super) struct Input<'a, N> {
    /// Where the edges of each source begin; one more at the end. The cheapest come first: prices of
    /// sinks are never above 0, so a search can stop where the costs alone are too high.
    pub(super) first: &'a [u32],
    /// Sink of each edge.
    pub(super) sink: &'a [u32],
    pub(super) cost: &'a [N],
    /// Units of each source. They all can be placed.
    pub(super) supply: &'a [u32],
    /// Room of each sink.
    pub(super) room: &'a [u32],
    /// One more than there are sources, if costs times this may be added along any path.
    pub(super) exact: Option<N>,
}

/// Which edges are used by a cheapest way to place all units, each edge at most once.
pub(super) fn cheapest<N: Number>(input: &Input<'_, N>) -> Vec<bool> {
    if let Some(held) = input.exact.and_then(|scale| auction(input, scale)) {
        let mut used = vec![false; input.sink.len()];
        for edge in held.into_iter().filter(|&edge| edge != NONE) {
            used[edge as usize] = true;
        }
        return used;
    }
    let mut transport = Transport::new(input);
    transport.bid_for_sinks();
    for source in 0..saturating(input.supply.len()) {
        while transport.left[source as usize] > 0 && transport.augment(source) {}
    }
    transport.used
}

struct Transport<'a, N> {
    input: &'a Input<'a, N>,
    /// Price of each source: none of its used pairs costs more, none of the unused less, after the
    /// price of the sink.
    source_price: Vec<N>,
    /// Price of each sink: 0 or less.
    sink_price: Vec<N>,
    left: Vec<u32>,
    used: Vec<bool>,
    /// Where the used pairs of each sink begin in `held`; one more at the end.
    held_first: Vec<u32>,
    held_count: Vec<u32>,
    held: Vec<Used>,
    search: Search<N>,
}

/// Dijkstra's algorithm. Nodes are the sinks and, behind them, the sources.
struct Search<N> {
    round: u32,
    /// The round in which a distance was last written, and the one in which it became final.
    seen: Vec<u32>,
    settled: Vec<u32>,
    distance: Vec<N>,
    /// The edge by which a node was reached.
    by: Vec<u32>,
    heap: BinaryHeap<Reverse<(N, u32)>>,
    /// Nodes as near as the one in hand, which need no heap.
    ready: Vec<u32>,
    order: Vec<u32>,
    nearest: N,
    end: u32,
}

impl<'a, N: Number> Transport<'a, N> {
    fn new(input: &'a Input<'a, N>) -> Self {
        let mut wanted = vec![0_u32; input.room.len()];
        for &sink in input.sink {
            wanted[sink as usize] += 1;
        }
        let mut held_first = vec![0];
        let mut sum = 0;
        for (&room, &wanted) in input.room.iter().zip(&wanted) {
            sum += room.min(wanted);
            held_first.push(sum);
        }
        let nodes = input.room.len() + input.supply.len();
        Self {
            input,
            source_price: vec![N::default(); input.supply.len()],
            sink_price: vec![N::default(); input.room.len()],
            left: input.supply.to_vec(),
            used: vec![false; input.sink.len()],
            held_count: vec![0; input.room.len()],
            held: vec![Used { edge: NONE, source: NONE }; sum as usize],
            held_first,
            search: Search {
                round: 0,
                seen: vec![0; nodes],
                settled: vec![0; nodes],
                distance: vec![N::default(); nodes],
                by: vec![NONE; nodes],
                heap: BinaryHeap::new(),
                ready: Vec::new(),
                order: Vec::new(),
                nearest: N::FAR,
                end: NONE,
            },
        }
    }

    fn edges(&self, source: u32) -> std::ops::Range<usize> {
        self.input.first[source as usize] as usize..self.input.first[source as usize + 1] as usize
    }

    fn has_room(&self, sink: usize) -> bool {
        self.held_first[sink] + self.held_count[sink] < self.held_first[sink + 1]
    }

    /// What a source pays at a sink by this edge.
    fn price(&self, edge: usize) -> N {
        self.input.cost[edge] - self.sink_price[self.input.sink[edge] as usize]
    }

    /// The edge of the best unused pair of a source with what it costs, and what the second best costs.
    fn two_best(&self, source: u32) -> Option<(usize, N, N)> {
        let (mut best, mut first, mut second) = (None, N::FAR, N::FAR);
        for edge in self.edges(source) {
            if self.input.cost[edge] >= second {
                break;
            }
            if self.used[edge] {
                continue;
            }
            let price = self.price(edge);
            if price < first {
                (second, first, best) = (first, price, Some(edge));
            } else if price < second {
                second = price;
            }
        }
        best.map(|edge| (edge, first, second))
    }

    fn bid_for_sinks(&mut self) {
        let mut open: Vec<u32> = (0..saturating(self.left.len())).rev().collect();
        let mut bids = BIDS_PER_SOURCE * self.left.len();
        while let Some(source) = open.pop() {
            while self.left[source as usize] > 0 && bids > 0 {
                bids -= 1;
                match self.bid(source) {
                    Bid::Taken => {}
                    Bid::TakenFrom(other) => open.push(other),
                    Bid::Left => break,
                }
            }
        }
    }

    fn bid(&mut self, source: u32) -> Bid {
        let Some((edge, first, second)) = self.two_best(source) else { return Bid::Left };
        let sink = self.input.sink[edge] as usize;
        let slot = self.held_first[sink] as usize;
        let new = Used { edge: saturating(edge), source };
        if self.has_room(sink) {
            self.held[slot + self.held_count[sink] as usize] = new;
            self.held_count[sink] += 1;
            self.source_price[source as usize] = first;
            self.take(edge, source);
            return Bid::Taken;
        }
        // A bid moves one price for one holder; sinks and sources of several are left to the paths.
        let single = self.held_count[sink] == 1;
        if !single || first == second || second == N::FAR {
            return Bid::Left;
        }
        let holder = self.held[slot];
        if self.input.supply[holder.source as usize] > 1 {
            return Bid::Left;
        }
        self.sink_price[sink] = self.sink_price[sink] - (second - first);
        self.source_price[source as usize] = second;
        self.held[slot] = new;
        self.used[holder.edge as usize] = false;
        self.left[holder.source as usize] += 1;
        self.take(edge, source);
        Bid::TakenFrom(holder.source)
    }

    fn take(&mut self, edge: usize, source: u32) {
        self.used[edge] = true;
        self.left[source as usize] -= 1;
    }

    /// Places one unit of a source by a shortest path. Says whether there was one.
    fn augment(&mut self, source: u32) -> bool {
        let Some((_, first, _)) = self.two_best(source) else { return false };
        self.source_price[source as usize] = first;
        self.search.begin();
        let root = self.source_node(source);
        self.search.settled[root as usize] = self.search.round;
        self.search.distance[root as usize] = N::default();
        self.search.order.push(root);
        self.look_from_source(source, N::default());
        while let Some((distance, node)) = self.search.next() {
            if node as usize >= self.sink_price.len() {
                self.look_from_source(node - saturating(self.sink_price.len()), distance);
            } else {
                self.look_from_sink(node, distance);
            }
        }
        if self.search.end == NONE {
            return false;
        }
        self.move_prices();
        self.apply(source);
        true
    }

    fn source_node(&self, source: u32) -> u32 {
        saturating(self.sink_price.len()) + source
    }

    fn look_from_source(&mut self, source: u32, distance: N) {
        let offset = distance - self.source_price[source as usize];
        for edge in self.edges(source) {
            if self.input.cost[edge] + offset >= self.search.nearest {
                break;
            }
            let sink = self.input.sink[edge];
            let reached = self.input.cost[edge] - self.sink_price[sink as usize] + offset;
            if reached < self.search.nearest && !self.used[edge] {
                if self.has_room(sink as usize) {
                    self.search.nearest = reached;
                    self.search.end = sink;
                    self.search.by[sink as usize] = saturating(edge);
                } else {
                    self.search.reach(sink, reached, distance, saturating(edge));
                }
            }
        }
    }

    fn look_from_sink(&mut self, sink: u32, distance: N) {
        let slots = self.held_first[sink as usize]..self.held_first[sink as usize + 1];
        for slot in slots {
            let Used { edge, source } = self.held[slot as usize];
            let gives_back = self.source_price[source as usize] - self.price(edge as usize);
            let reached = distance + gives_back;
            if reached < self.search.nearest {
                let node = self.source_node(source);
                self.search.reach(node, reached, distance, edge);
            }
        }
    }

    /// Everybody nearer than the end of the path gets dearer by the difference, so that the path is free.
    fn move_prices(&mut self) {
        let sinks = self.sink_price.len();
        let nearest = self.search.nearest;
        for &node in &self.search.order {
            let by = nearest - self.search.distance[node as usize];
            if (node as usize) < sinks {
                self.sink_price[node as usize] = self.sink_price[node as usize] - by;
            } else {
                let price = &mut self.source_price[node as usize - sinks];
                *price = *price + by;
            }
        }
    }

    fn apply(&mut self, root: u32) {
        let mut sink = self.search.end as usize;
        let mut slot = self.held_first[sink] + self.held_count[sink];
        self.held_count[sink] += 1;
        self.left[root as usize] -= 1;
        loop {
            let edge = self.search.by[sink];
            let source = self.source_of(edge);
            self.used[edge as usize] = true;
            self.held[slot as usize] = Used { edge, source };
            if source == root {
                return;
            }
            let given_back = self.search.by[self.source_node(source) as usize];
            self.used[given_back as usize] = false;
            sink = self.input.sink[given_back as usize] as usize;
            let slots = self.held_first[sink]..self.held_first[sink + 1];
            slot = slots.into_iter().find(|&at| self.held[at as usize].edge == given_back).unwrap_or(slot);
        }
    }

    fn source_of(&self, edge: u32) -> u32 {
        saturating(self.input.first.partition_point(|&first| first <= edge)) - 1
    }
}

enum Bid {
    Taken,
    TakenFrom(u32),
    /// Nobody could be outbid.
    Left,
}

impl<N: Number> Search<N> {
    fn begin(&mut self) {
        self.round += 1;
        self.heap.clear();
        self.ready.clear();
        self.order.clear();
        self.nearest = N::FAR;
        self.end = NONE;
    }

    /// Notes a way to a node, unless a shorter one is known. `now` is the distance in hand.
    fn reach(&mut self, node: u32, distance: N, now: N, by: u32) {
        let at = node as usize;
        if self.settled[at] == self.round || (self.seen[at] == self.round && self.distance[at] <= distance) {
            return;
        }
        self.seen[at] = self.round;
        self.distance[at] = distance;
        self.by[at] = by;
        if distance == now {
            self.ready.push(node);
        } else {
            self.heap.push(Reverse((distance, node)));
        }
    }

    /// The nearest node not settled yet, if it is nearer than the nearest end.
    fn next(&mut self) -> Option<(N, u32)> {
        loop {
            let node = match self.ready.pop() {
                Some(node) => node,
                None => self.heap.pop()?.0.1,
            };
            let distance = self.distance[node as usize];
            if self.settled[node as usize] == self.round {
                continue;
            }
            if distance >= self.nearest {
                return None;
            }
            self.settled[node as usize] = self.round;
            self.order.push(node);
            return Some((distance, node));
        }
    }
}
