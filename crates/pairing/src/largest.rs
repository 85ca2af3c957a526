//! The most pairs a weakly stable matching can have, where ties are used instead of only broken.
//!
//! With ties stable matchings differ in size. [`kiraly`] gives at least two thirds of the largest in
//! linear time; [`largest`] goes on by exchanging people ranked alike and then by a search that proves
//! its answer. Finding a largest one is NP-hard even with ties on one side (D. F. Manlove, R. W. Irving,
//! K. Iwama, S. Miyazaki, Y. Morita, *Theoretical Computer Science* 276 (2002) 261–279), so the search
//! is bounded and the answer says what has been proved.

mod exact;
mod exchange;
mod kiraly;

use crate::cardinality::{Graph, most_pairs, reached_from_spare_rows};
use crate::instance::{Instance, Side};
use crate::stable::Matching;

pub use kiraly::kiraly;

/// How long to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Exchanges of people ranked alike that do not change the size, each tried with what it opens. Lists of more than
    /// 268 million entries divided by this number get fewer, so that the time stays bounded.
    pub exchanges: u32,
    /// Dead ends of the exact search before it gives up; 0 leaves it out.
    pub conflicts: u64,
    /// Seed of the exchanges: the same seed gives the same matching.
    pub seed: u64,
}

impl Default for Effort {
    /// Enough to prove school sizes.
    fn default() -> Self {
        Self { exchanges: 600, conflicts: 200_000, seed: 1 }
    }
}

/// Why no weakly stable matching has more pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// Every mutual pair has one of these residents or hospitals, and together they allow only so many
    /// pairs as were found: each resident one, each hospital its places (König's theorem).
    Cover {
        /// Residents of the cover, ascending.
        residents: Vec<u32>,
        /// Hospitals of the cover, ascending.
        hospitals: Vec<u32>,
    },
    /// The exact search has refuted one pair more.
    Search {
        /// Dead ends it met.
        conflicts: u64,
    },
}

/// A weakly stable matching and what is known of the largest size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Largest {
    /// Weakly stable; the largest one if there is a proof.
    pub matching: Matching,
    /// No weakly stable matching is larger than this.
    pub at_most: usize,
    /// The proof that the matching is a largest one, if it was found within the effort.
    pub proof: Option<Proof>,
}

/// A largest weakly stable matching, or the largest one found within the effort.
pub fn largest(instance: &Instance, effort: Effort) -> Largest {
    let (at_most, cover) = bound(instance);
    let mut exchange = exchange::Exchange::new(instance, &kiraly(instance), effort.seed);
    exchange.run(effort.exchanges, at_most);
    let matching = exchange.matching();
    if matching.size() == at_most {
        return Largest { matching, at_most, proof: Some(cover) };
    }
    exact::prove(instance, matching, (at_most, cover), effort.conflicts)
}

/// The size of a largest matching of mutual pairs, stable or not, and its proof.
fn bound(instance: &Instance) -> (usize, Proof) {
    let graph = graph(instance);
    let one_place = vec![1; graph.rows() as usize];
    let capacity: Vec<u32> = (0..graph.columns()).map(|hospital| instance.capacity(hospital)).collect();
    let chosen = most_pairs(&graph, &one_place, &capacity);
    let (rows, columns) = reached_from_spare_rows(&graph, &chosen);
    let with = |reached: &[bool], wanted: bool| {
        (0..).zip(reached).filter(|&(_, &reached)| reached == wanted).map(|(at, _)| at).collect()
    };
    (chosen.size, Proof::Cover { residents: with(&rows, false), hospitals: with(&columns, true) })
}

/// Residents as rows, hospitals as columns, mutual pairs as edges in the order of the residents' lists.
fn graph(instance: &Instance) -> Graph {
    let residents = instance.lists(Side::Residents);
    let column = residents.entries.iter().map(|entry| entry.person).collect();
    Graph::new(residents.first.clone(), column, instance.count(Side::Hospitals))
}
