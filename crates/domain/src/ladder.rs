//! The ladder of reminders: when whoever must act is reminded of a last day (feat:F6; neg:N10). One ladder for whatever waits
//! for a signature: reports, work plans, orders.

use crate::Day;
use jiff::ToSpan;

/// A step of the ladder of reminders: days from the last day, negative before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rung(pub i32);

/// Days after the last one from which nobody is reminded any more.
const LAST_DAYS: i32 = 60;
/// Days for which a reminder that could not be written is still made up for.
const GRACE_DAYS: i32 = 2;

/// The reminder of a day: a week before, the day before, on the day, the day after, then weekly. One that was missed
/// because nothing ran is made up for within two days.
pub fn rung(due: Day, today: Day) -> Option<Rung> {
    let days = due.until(today).map_or(i32::MIN, |span| span.get_days());
    let last = match days {
        ..-7 | LAST_DAYS.. => return None,
        -7..-1 => -7,
        -1 => -1,
        0 => 0,
        1..8 => 1,
        days => days - (days - 1) % 7,
    };
    (days - last <= GRACE_DAYS).then_some(Rung(last))
}

impl Rung {
    /// The day of it.
    pub fn day(self, due: Day) -> Day {
        due.saturating_add(self.0.days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const DUE: Day = date(2026, 12, 25);

    proptest! {
        #[test]
        fn a_day_has_at_most_one_reminder_and_none_comes_early(days in -40..200i32) {
            let today = DUE.saturating_add(days.days());
            if let Some(rung) = rung(DUE, today) {
                prop_assert!(rung.day(DUE) <= today && rung.0 >= -7);
                prop_assert!(matches!(rung.0, -7 | -1 | 0 | 1) || rung.0 % 7 == 1);
            }
        }
    }

    #[test]
    fn the_ladder_is_a_week_before_the_day_before_the_day_the_day_after_and_weekly() {
        let on = |day: Day| rung(DUE, day).map(|rung| rung.0);
        assert_eq!(on(date(2026, 12, 17)), None);
        assert_eq!(on(date(2026, 12, 18)), Some(-7));
        assert_eq!(on(date(2026, 12, 20)), Some(-7), "nothing ran over the weekend");
        assert_eq!(on(date(2026, 12, 21)), None);
        assert_eq!(on(date(2026, 12, 24)), Some(-1));
        assert_eq!(on(DUE), Some(0));
        assert_eq!(on(date(2026, 12, 26)), Some(1));
        assert_eq!(on(date(2027, 1, 2)), Some(8));
        assert_eq!(on(date(2027, 1, 9)), Some(15));
        assert_eq!(on(date(2027, 2, 23)), None, "two months later nobody is reminded any more");
    }

    #[test]
    fn n10_over_the_whole_ladder_a_step_never_comes_back_after_a_later_one() {
        let days = (-10..80).map(|days: i32| DUE.saturating_add(days.days()));
        let rungs: Vec<Rung> = days.filter_map(|day| rung(DUE, day)).collect();
        assert!(rungs.is_sorted(), "{rungs:?}");
    }
}
