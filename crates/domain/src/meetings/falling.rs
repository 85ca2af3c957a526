//! Agreed meetings that fall away late (feat:D7; essay:E20): each sees their own count, the coordinator a pair that needs a
//! talk, and nobody who it was.

use super::{Meeting, State};
use crate::sides::Side;
use crate::{Day, PairId};
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeMap;

/// Days for which a person's own count looks back.
pub const BACK_DAYS: i32 = 60;
/// Agreed meetings in a row that fall away before the coordinator is asked to talk with the pair.
pub const TALK_AFTER: usize = 3;
/// Hours before a meeting in which calling it off is late: the other one has kept the time free.
const LATE_HOURS: i64 = 24;

/// How an agreed meeting fell away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fell {
    /// The time came, and they did not meet.
    Missed,
    /// Called off within the last day.
    Late {
        /// Who could not come.
        by: Side,
    },
}

impl Meeting {
    /// How it fell away, where it was agreed on and fell away late, in a place so many minutes ahead of UTC.
    pub fn fell(&self, offset_minutes: i16) -> Option<Fell> {
        let (starts, _) = self.span()?.instants(offset_minutes);
        match self.state {
            State::Missed => Some(Fell::Missed),
            State::Cancelled { by } => {
                let late = starts.duration_since(self.changed_at) < SignedDuration::from_hours(LATE_HOURS);
                late.then_some(Fell::Late { by })
            }
            _ => None,
        }
    }
}

/// How often this side called a meeting off late in the last [`BACK_DAYS`] days.
pub fn called_off_late(meetings: &[Meeting], side: Side, today: Day, offset_minutes: i16) -> usize {
    let since = today.saturating_sub(BACK_DAYS.days());
    let recent = meetings.iter().filter(|one| one.day >= since);
    recent.filter(|one| one.fell(offset_minutes) == Some(Fell::Late { by: side })).count()
}

/// Pairs whose last [`TALK_AFTER`] agreed meetings all fell away, out of meetings in the order of time. One that takes
/// place ends it.
pub fn to_talk(meetings: &[Meeting], offset_minutes: i16) -> Vec<PairId> {
    let mut row: BTreeMap<&PairId, usize> = BTreeMap::new();
    for meeting in meetings {
        let fallen = row.entry(&meeting.pair).or_default();
        match meeting.state {
            State::Held => *fallen = 0,
            _ if meeting.fell(offset_minutes).is_some() => *fallen += 1,
            _ => {}
        }
    }
    row.into_iter().filter(|(_, fallen)| *fallen >= TALK_AFTER).map(|(pair, _)| pair.clone()).collect()
}
