//! Each unit left over takes a shortest path in reduced costs (Dijkstra's algorithm), exchanging pairs on
//! the way. The search is cut off at the nearest sink with room found so far.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::number::Number;
use super::transport::{NONE, Transport, Used};
use crate::instance::saturating;

/// Nodes are the sinks and, behind them, the sources.
pub(super) struct Search<N> {
    round: u32,
    nodes: Vec<Node<N>>,
    heap: BinaryHeap<Reverse<(N, u32)>>,
    /// Nodes as near as the one in hand, which need no heap.
    ready: Vec<u32>,
    order: Vec<u32>,
    nearest: N,
    end: u32,
}

/// How far a node is, as one search sees it.
#[derive(Clone, Copy)]
struct Node<N> {
    distance: N,
    /// The edge by which it was reached, and for a sink the source of that edge.
    by: Used,
    /// The round in which the distance was last written, and the one in which it became final.
    seen: u32,
    settled: u32,
}

impl<N: Number> Transport<'_, N> {
    /// Places all units that are left. Stops, and says so, at one that cannot be placed.
    pub(super) fn place_the_rest(&mut self) -> bool {
        for source in 0..self.lists.sources() {
            while self.left[source as usize] > 0 {
                if !self.augment(source) {
                    return false;
                }
            }
        }
        true
    }

    /// Places one unit of a source by a shortest path. Says whether there was one.
    fn augment(&mut self, source: u32) -> bool {
        let Some((_, first, _)) = self.two_best(source) else { return false };
        self.source_price[source as usize] = first;
        let root = self.source_node(source);
        self.search.begin(root);
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
        let mut at = self.lists.start(source);
        while let Some(edge) = self.lists.get(source, at) {
            if edge.cost + offset >= self.search.nearest {
                break;
            }
            let sink = edge.sink;
            let reached = edge.cost - self.sink_price[sink as usize] + offset;
            if reached < self.search.nearest && !self.used[at as usize] {
                let by = Used { edge: at, source };
                if self.has_room(sink as usize) {
                    self.search.arrive(sink, reached, by);
                } else {
                    self.search.reach(sink, reached, distance, by);
                }
            }
            at += 1;
        }
    }

    fn look_from_sink(&mut self, sink: u32, distance: N) {
        let price = self.sink_price[sink as usize];
        for slot in self.held_first[sink as usize]..self.held_first[sink as usize + 1] {
            let by = self.held[slot as usize];
            let gives_back = self.source_price[by.source as usize] - (self.lists.known(by.edge).cost - price);
            let reached = distance + gives_back;
            if reached < self.search.nearest {
                self.search.reach(self.source_node(by.source), reached, distance, by);
            }
        }
    }

    /// Everybody nearer than the end of the path gets dearer by the difference, so that the path is free.
    fn move_prices(&mut self) {
        let sinks = self.sink_price.len();
        for &node in &self.search.order {
            let by = self.search.nearest - self.search.nodes[node as usize].distance;
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
            let new = self.search.nodes[sink].by;
            self.used[new.edge as usize] = true;
            self.held[slot as usize] = new;
            if new.source == root {
                return;
            }
            let given_back = self.search.nodes[self.source_node(new.source) as usize].by.edge;
            self.used[given_back as usize] = false;
            sink = self.lists.known(given_back).sink as usize;
            let slots = self.held_first[sink]..self.held_first[sink + 1];
            slot = slots.into_iter().find(|&at| self.held[at as usize].edge == given_back).unwrap_or(slot);
        }
    }
}

impl<N: Number> Search<N> {
    pub(super) fn new(sources: usize, sinks: usize) -> Self {
        let by = Used { edge: NONE, source: NONE };
        let unseen = Node { distance: N::default(), by, seen: 0, settled: 0 };
        Self {
            round: 0,
            nodes: vec![unseen; sources + sinks],
            heap: BinaryHeap::new(),
            ready: Vec::new(),
            order: Vec::new(),
            nearest: N::FAR,
            end: NONE,
        }
    }

    fn begin(&mut self, root: u32) {
        self.round += 1;
        self.heap.clear();
        self.ready.clear();
        self.order.clear();
        self.nearest = N::FAR;
        self.end = NONE;
        let node = &mut self.nodes[root as usize];
        node.settled = self.round;
        node.distance = N::default();
        self.order.push(root);
    }

    /// Notes a way to a sink with room that is nearer than any before.
    fn arrive(&mut self, sink: u32, distance: N, by: Used) {
        self.nearest = distance;
        self.end = sink;
        self.nodes[sink as usize].by = by;
    }

    /// Notes a way to a node, unless a shorter one is known. `now` is the distance in hand.
    fn reach(&mut self, at: u32, distance: N, now: N, by: Used) {
        let node = &mut self.nodes[at as usize];
        if node.settled == self.round || (node.seen == self.round && node.distance <= distance) {
            return;
        }
        node.seen = self.round;
        node.distance = distance;
        node.by = by;
        if distance == now {
            self.ready.push(at);
        } else {
            self.heap.push(Reverse((distance, at)));
        }
    }

    /// The nearest node not settled yet, if it is nearer than the nearest end.
    fn next(&mut self) -> Option<(N, u32)> {
        loop {
            let at = match self.ready.pop() {
                Some(node) => node,
                None => self.heap.pop()?.0.1,
            };
            let node = &mut self.nodes[at as usize];
            if node.settled == self.round {
                continue;
            }
            if node.distance >= self.nearest {
                return None;
            }
            node.settled = self.round;
            self.order.push(at);
            return Some((node.distance, at));
        }
    }
}
