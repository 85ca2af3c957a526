//! Sources bid for their dearest sink: the augmenting row reduction of Jonker and Volgenant (1987), an
//! auction whose steps are as large as they can be without harm.

use super::number::Number;
use super::transport::{Transport, Used};
use crate::instance::saturating;

/// How often a source may be outbid, on average, before the rest is left to the paths.
const BIDS_PER_SOURCE: usize = 8;

enum Bid {
    Taken,
    TakenFrom(u32),
    /// Nobody could be outbid.
    Left,
}

impl<N: Number> Transport<'_, N> {
    /// Places what can be placed without a search.
    pub(super) fn bid_for_sinks(&mut self) {
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
        let Some((at, first, second)) = self.two_best(source) else { return Bid::Left };
        let sink = self.lists.known(at).sink as usize;
        let slot = self.held_first[sink] as usize;
        let new = Used { edge: at, source };
        if self.has_room(sink) {
            self.held[slot + self.held_count[sink] as usize] = new;
            self.held_count[sink] += 1;
            self.source_price[source as usize] = first;
            self.take(at, source);
            return Bid::Taken;
        }
        // A bid moves one price for one holder; sinks and sources of several are left to the paths.
        let single = self.held_count[sink] == 1;
        if !single || first == second || second == N::FAR {
            return Bid::Left;
        }
        let holder = self.held[slot];
        if self.supply[holder.source as usize] > 1 {
            return Bid::Left;
        }
        self.sink_price[sink] = self.sink_price[sink] - (second - first);
        self.source_price[source as usize] = second;
        self.held[slot] = new;
        self.used[holder.edge as usize] = false;
        self.left[holder.source as usize] += 1;
        self.take(at, source);
        Bid::TakenFrom(holder.source)
    }

    fn take(&mut self, at: u32, source: u32) {
        self.used[at as usize] = true;
        self.left[source as usize] -= 1;
    }
}
