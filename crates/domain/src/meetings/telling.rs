//! What took place is told by both, also for a while after their pair has ended: the last meetings count like all others.

use super::Refused;
use crate::Day;
use crate::pairs::{Assignment, Pair, State as PairState};
use jiff::ToSpan;

/// Days after a pair's last day for which its two may still say whether they met. Ours: a month holds an illness, a leave
/// or a holiday of either; later nobody remembers the day, and the hours of a year are to come to rest.
pub const TELL_DAYS: i32 = 30;

/// The last day on which an ended pair says what took place; `None` where it works, or never stood in an order.
pub fn told_until(pair: &Pair) -> Option<Day> {
    let PairState::Ended { was: Some(Assignment { period, .. }), .. } = &pair.state else { return None };
    period.last_day().map(|last| last.saturating_add(TELL_DAYS.days()))
}

/// May the two say whether something of this day took place? While they work by an order; afterwards of the days in their
/// time, for [`TELL_DAYS`] days.
pub fn tell(pair: &Pair, day: Day, today: Day) -> Result<(), Refused> {
    if matches!(pair.state, PairState::Assigned(_)) {
        return Ok(());
    }
    let theirs = pair.assignment().is_some_and(|assignment| assignment.period.holds(day));
    match told_until(pair) {
        Some(until) if theirs && today > until => Err(Refused::ToldTooLate { until }),
        Some(_) if theirs => Ok(()),
        _ => Err(Refused::NotWorking),
    }
}
