//! Bidders who can have any place for nothing.

use std::collections::BinaryHeap;

use super::super::number::Number;
use super::{NONE, Place};

/// As many of them as there are places more than units.
///
/// They are all alike, so what they hold has one price for all: were it dearer to one than to another, a place
/// that one of them loses would be worth having for the other.
pub(super) struct Idle<N> {
    count: u32,
    /// The places they hold.
    held: Vec<u32>,
    /// The other places, each by its price when it was put here or when it was last looked at. Prices only
    /// fall, so the highest is found by looking at the first again until its price is the one noted.
    places: BinaryHeap<(N, u32)>,
}

impl<N: Number> Idle<N> {
    pub(super) fn new(count: u32) -> Self {
        Self { count, held: Vec::new(), places: BinaryHeap::new() }
    }

    pub(super) fn all_hold(&self) -> bool {
        self.held.len() == self.count as usize
    }

    /// All let go of what they hold.
    pub(super) fn give_up_all(&mut self, all: &mut [Place<N>]) {
        if self.count == 0 {
            return;
        }
        for slot in self.held.drain(..) {
            all[slot as usize].holder = NONE;
        }
        self.places = all.iter().map(|place| place.price).zip(0..).collect::<Vec<_>>().into();
    }

    /// One without a place bids for the best, and gives it.
    pub(super) fn bid(&mut self, all: &mut [Place<N>], step: N) -> Option<u32> {
        if self.all_hold() {
            return None;
        }
        let (paid, best) = self.highest(all)?;
        self.places.pop();
        let second = self.highest(all).map_or(paid, |(second, _)| second);
        self.held.push(best);
        for &slot in &self.held {
            all[slot as usize].price = second - step;
        }
        Some(best)
    }

    /// One has lost a place, which costs so much now.
    pub(super) fn outbid(&mut self, slot: u32, price: N) {
        self.held.retain(|&held| held != slot);
        self.places.push((price, slot));
    }

    fn highest(&mut self, all: &[Place<N>]) -> Option<(N, u32)> {
        loop {
            let mut first = self.places.peek_mut()?;
            let now = all[first.1 as usize].price;
            if first.0 == now {
                return Some(*first);
            }
            first.0 = now;
        }
    }
}
