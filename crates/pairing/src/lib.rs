//! Pairs: stable matching with capacities and ties. Knows nothing of schools: ids, ranks, places.
//!
//! The problem is *hospitals/residents* with ties and incomplete lists. Residents (here: newcomers)
//! rank hospitals (mentors), hospitals rank residents and have a number of places. A matching is
//! *stable* when no resident and hospital would both rather have each other than what they got; with
//! ties the word is meant weakly: both would have to gain strictly.
//!
//! ```
//! use pairing::{Instance, Side, TieBreak, certify, stable_matching};
//!
//! let mut builder = Instance::builder();
//! builder.resident([[0], [1]]);             // resident 0 ranks hospital 0, then 1
//! builder.resident([[0], [1]]);             // resident 1 the same
//! builder.hospital(1, [[1], [0]]);          // hospital 0 has one place and would rather have resident 1
//! builder.hospital(1, [vec![0, 1]]);        // hospital 1 ranks both alike
//! let instance = builder.build()?;
//!
//! let matching = stable_matching(&instance, Side::Residents, TieBreak::ListOrder);
//! assert_eq!(matching.as_slice(), [Some(1), Some(0)]);
//! assert!(certify(&instance, &matching).is_stable());
//! # Ok::<(), pairing::BuildError>(())
//! ```
//!
//! # Rooms
//!
//! | module | holds |
//! |---|---|
//! | [`instance`] | the lists of both sides on flat arrays, cleaned and cross-indexed |
//! | [`ties`] | how a tie becomes an order: as listed, or by a published seed |
//! | [`stable`] | deferred acceptance, best for either side |
//! | [`mod@largest`] | most pairs: Király's approximation, exchanges, and a search that proves its answer |
//! | [`lattice`] | all stable matchings of strict lists: egalitarian, minimum-regret, rank-maximal |
//! | [`live`] | deferred acceptance event by event: requests, declines, withdrawals, changed lists |
//! | [`stability`] | weak, strong and super-stability of any matching |
//! | [`certificate`] | what a matching violates, found without the solver |
//! | [`explain`] | why each person got what they got, for a coordinator and for the person |
//! | [`mod@relief`] | which place more, or which «yes» more, would place one person more |
//!
//! Two relatives of the problem live beside it:
//!
//! | module | holds |
//! |---|---|
//! | [`assignment`] | as many pairs as possible within capacities, then the best total |
//! | [`rotation`] | everybody of one side meets everybody of the other, inside a window of time slots |
//!
//! # Sources, and what each gives
//!
//! - D. Gale, L. S. Shapley, «College admissions and the stability of marriage», *American Mathematical
//!   Monthly* 69 (1962) 9–15: deferred acceptance always ends, the result is stable, and it is the best
//!   stable one for every proposer at once.
//! - A. E. Roth, «The evolution of the labor market for medical interns and residents: a case study in
//!   game theory», *Journal of Political Economy* 92 (1984) 991–1016: with strict lists the same
//!   residents are placed, and every hospital fills the same number of places, in all stable matchings
//!   (the «rural hospitals» theorem). So «no stable result could have given you a place» is a fact.
//! - D. Gusfield, R. W. Irving, *The Stable Marriage Problem: Structure and Algorithms*, MIT Press 1989:
//!   the linear bound in the total length of the lists, the hospital-proposing form, and the structure
//!   between both optima.
//! - L. E. Dubins, D. A. Freedman, «Machiavelli and the Gale–Shapley algorithm», *American Mathematical
//!   Monthly* 88 (1981) 485–494: where residents propose, no resident (and no group of them, all
//!   together) gains by hiding a true order. It holds under any tie-break fixed beforehand, which is
//!   why the seed is published before the lists close. Hospitals with more than one place have no such
//!   promise under any stable rule (Roth 1985).
//! - G. Haeringer, F. Klijn, «Constrained school choice», *Journal of Economic Theory* 144 (2009)
//!   1921–1947: the promise holds for lists of any length alone. Where the length is bounded, the order
//!   among those who are named is safe, but whom to name is not: somebody likely takes a line.
//!
//! The modules beyond deferred acceptance name their sources where they use them.

pub mod assignment;
mod cardinality;
pub mod certificate;
pub mod explain;
mod held;
pub mod instance;
pub mod largest;
pub mod lattice;
pub mod live;
pub mod relief;
pub mod rotation;
mod search;
pub mod stability;
pub mod stable;
pub mod ties;

pub use certificate::{Certificate, OverCapacity, Pair, certify, cover_allows};
pub use explain::Explainer;
pub use instance::{BuildError, Builder, Instance, OneSided, Side, Wish};
#[doc(inline)]
pub use largest::{Effort, Largest, Proof, kiraly, largest};
pub use lattice::Lattice;
pub use live::Live;
#[doc(inline)]
pub use relief::{Opening, Relief, relief};
pub use stability::{Stability, blocking_pairs, is_stable};
pub use stable::{Matching, stable_matching};
pub use ties::TieBreak;
