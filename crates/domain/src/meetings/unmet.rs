//! Pairs that have not met for some weeks, by what both of a pair say took place (feat:L3, N2; docs/decisions/0069).

use super::{Meeting, State};
use crate::Day;
use crate::pairs::{Pair, State as PairState};
use jiff::ToSpan;

/// For how many weeks, at the least, a pair has not met: a closed list, as audiences of messages are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unmet {
    /// Two weeks.
    Two,
    /// Three weeks.
    Three,
    /// Four weeks.
    Four,
    /// Six weeks.
    Six,
}

impl Unmet {
    /// All, the shortest first.
    pub const ALL: [Self; 4] = [Self::Two, Self::Three, Self::Four, Self::Six];

    /// How many weeks; also what is stored and what a form says.
    pub const fn weeks(self) -> u8 {
        match self {
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
            Self::Six => 6,
        }
    }

    /// Reads a number of weeks.
    pub fn from_weeks(weeks: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.weeks() == weeks)
    }

    /// Are the weeks over on a day, for a pair that has not met since another?
    pub fn is_over(self, since: Day, today: Day) -> bool {
        since.saturating_add(i64::from(self.weeks()).weeks()) <= today
    }
}

impl Meeting {
    /// True where both of a pair say that it took place.
    pub fn is_confirmed(&self) -> bool {
        let said = self.said;
        self.state == State::Held && said.newcomer == Some(true) && said.mentor == Some(true)
    }
}

/// Since when a pair that works by an order has not met: the day of its last confirmed meeting among `meetings`, which are its
/// own; where there is none, the first day of the order. `None` for a pair that does not work on that day.
pub fn unmet_since(pair: &Pair, meetings: &[Meeting], today: Day) -> Option<Day> {
    let PairState::Assigned(assignment) = &pair.state else { return None };
    if !assignment.period.holds(today) {
        return None;
    }
    let held = meetings.iter().filter(|meeting| meeting.is_confirmed()).map(|meeting| meeting.day);
    Some(held.fold(assignment.period.from, Day::max))
}
