//! Does: one function for each thing a person or a schedule can do.
//!
//! Each is the same seven steps in one transaction: load, permit ([`domain::permissions::may`]), decide
//! (pure), save (version checked), audit, promise (jobs), return. Nothing is half done.

pub mod absences;
pub mod accounts;
pub mod appeals;
pub mod attempts;
pub mod awards;
pub mod badges;
pub mod bundles;
pub mod camps;
pub mod certificates;
pub mod changes;
pub mod checks;
pub mod choices;
pub mod commissions;
pub mod commitments;
pub mod competencies;
pub mod concerns;
pub mod consents;
pub mod contacts;
mod context;
pub mod courses;
pub mod data_checks;
pub mod deliveries;
pub mod deputies;
pub mod difficulties;
pub mod districts;
pub mod duties;
pub mod endings;
mod engagements;
pub mod favourites;
pub mod feeds;
pub mod formsets;
pub mod goals;
pub mod handouts;
pub mod handovers;
pub mod ideas;
pub mod journals;
pub mod lanterns;
pub mod letters;
mod lists;
pub mod lots;
pub mod meetings;
pub mod mentors;
pub mod messages;
pub mod milestones;
pub mod motivations;
pub mod newcomers;
pub mod observations;
pub mod orders;
pub mod organisations;
pub mod pairs;
pub mod panels;
pub mod peers;
pub mod people;
pub mod plans;
pub mod programmes;
pub mod proposals;
pub mod pulses;
pub mod pupils;
pub mod questions;
pub mod recognitions;
pub mod registers;
pub mod regulations;
pub mod reports;
pub mod requests;
pub mod reservations;
pub mod rosters;
pub mod rotations;
pub mod rounds;
pub mod sanctions;
pub mod scales;
pub mod scenes;
pub mod schedules;
pub mod schools;
pub mod seals;
pub mod signatures;
pub mod sittings;
pub mod sociometries;
pub mod suggestions;
pub mod surveys;
pub mod telegram;

pub use context::{Context, Ids};
pub use lists::List;

use context::apart;

use domain::permissions::Denied;
use store::{LostRace, StoreError};

/// Why an action did not happen. `R` is the refusal of its rule.
#[derive(Debug)]
pub enum Failed<R> {
    /// The thing is not there, or the actor must not learn that it is.
    NotFound,
    /// The actor knows the thing, and it is not theirs to do.
    Forbidden,
    /// The rule says no, with the reason.
    Refused(R),
    /// Somebody else changed it in between; look again.
    Changed,
    /// The database.
    Store(StoreError),
}

impl<R> Failed<R> {
    /// The same for an action whose rule takes this one's refusal in.
    pub(crate) fn map<S>(self, refused: impl FnOnce(R) -> S) -> Failed<S> {
        match self {
            Self::Refused(why) => Failed::Refused(refused(why)),
            Self::NotFound => Failed::NotFound,
            Self::Forbidden => Failed::Forbidden,
            Self::Changed => Failed::Changed,
            Self::Store(error) => Failed::Store(error),
        }
    }
}

impl<R> From<StoreError> for Failed<R> {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Changed,
            error => Self::Store(error),
        }
    }
}

impl<R> From<Denied> for Failed<R> {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Hidden => Self::NotFound,
            Denied::Forbidden => Self::Forbidden,
        }
    }
}

impl<R> LostRace for Failed<R> {
    fn lost_race(&self) -> bool {
        matches!(self, Self::Store(error) if error.lost_race())
    }
}

/// A rule that cannot refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {}
