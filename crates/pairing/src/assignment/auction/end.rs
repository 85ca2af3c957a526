//! What the end of an auction says: who has what, and prices in the units of the costs.

use super::super::number::Number;
use super::super::transport::Placed;
use super::{Auction, Held, NOTHING};

impl<N: Number> Auction<'_, N> {
    /// Which edges are held.
    pub(super) fn used(&self) -> Vec<bool> {
        let mut used = vec![false; self.lists.edges().len()];
        for held in self.held.iter().filter(|&&held| held != NOTHING) {
            used[held.edge as usize] = true;
        }
        used
    }

    /// What is held, and prices without the scale. Divided, a price moves against another by a whole
    /// step only where it passes a multiple of the scale; so all are first moved to where none is about to.
    pub(super) fn placed(self) -> Placed<N> {
        let prices = || self.places.iter().map(|place| place.price);
        let mut rests: Vec<N> = prices().map(|price| price.rest(self.scale)).collect();
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
        let highest = prices().map(whole).max().unwrap_or_default();
        let used = self.used();
        let mut source_price = vec![N::default(); self.held.len()];
        let held = self.held.iter().enumerate().filter(|&(_, &held)| held != NOTHING);
        for (source, &Held { edge, slot }) in held {
            let price = whole(self.places[slot as usize].price) - highest;
            source_price[source] = self.lists.known(edge).cost - price;
        }
        let mut sink_price = vec![N::default(); self.first.len() - 1];
        for (price, ends) in sink_price.iter_mut().zip(self.first.windows(2)).filter(|(_, e)| e[0] < e[1]) {
            *price = whole(self.places[ends[0] as usize].price) - highest;
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
