//! Working days and dated periods.

use crate::Day;
use jiff::ToSpan;
use jiff::civil::Weekday;
use std::collections::BTreeSet;

/// Days off and days moved by them: data, published every year (rules §4, §9).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    /// Weekdays on which nobody works: public holidays and days off moved from a weekend.
    pub days_off: BTreeSet<Day>,
    /// Saturdays and Sundays on which people work instead.
    pub moved_to_work: BTreeSet<Day>,
}

impl WorkCalendar {
    /// True on a working day of a five-day week.
    pub fn is_working(&self, day: Day) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        (!weekend && !self.days_off.contains(&day)) || self.moved_to_work.contains(&day)
    }

    /// The day that is `count` working days after `day`; `day` itself does not count. The order that names a
    /// mentor is due five working days after hiring (Law 293-VI Art. 13, Order 160).
    pub fn after(&self, day: Day, count: u16) -> Day {
        let mut reached = day;
        let mut left = count;
        while left > 0 && reached < Day::MAX {
            reached = reached.saturating_add(1.day());
            left -= u16::from(self.is_working(reached));
        }
        reached
    }
}

/// A period of days: the first day belongs to it, the last does not; open while `until` is missing. A change
/// on the same day thus leaves no day with two and no day with none (neg:N5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Day,
    /// First day after it.
    pub until: Option<Day>,
}

impl Period {
    /// True on days inside.
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// True where both have a day in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_before_end = |a: &Self, b: &Self| b.until.is_none_or(|until| a.from < until);
        let empty = |period: &Self| period.until.is_some_and(|until| until <= period.from);
        !empty(self) && !empty(other) && starts_before_end(self, other) && starts_before_end(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn five_working_days_skip_the_weekend() {
        let calendar = WorkCalendar::default();
        assert_eq!(calendar.after(date(2026, 8, 25), 5), date(2026, 9, 1));
    }

    #[test]
    fn a_moved_day_off_shifts_the_due_day() {
        let calendar = WorkCalendar { days_off: [date(2026, 8, 31)].into(), ..WorkCalendar::default() };
        assert_eq!(calendar.after(date(2026, 8, 25), 5), date(2026, 9, 2));
    }

    #[test]
    fn a_saturday_moved_to_work_counts() {
        let calendar = WorkCalendar { moved_to_work: [date(2026, 8, 29)].into(), ..WorkCalendar::default() };
        assert_eq!(calendar.after(date(2026, 8, 25), 5), date(2026, 8, 31));
    }

    #[test]
    fn n05_a_change_on_the_same_day_does_not_overlap() {
        let day = date(2026, 11, 2);
        let first = Period { from: date(2026, 9, 1), until: Some(day) };
        let second = Period { from: day, until: None };
        assert!(!first.overlaps(&second) && !second.overlaps(&first));
        assert!(!first.holds(day) && second.holds(day));
    }

    #[test]
    fn n05_a_backdated_start_overlaps() {
        let first = Period { from: date(2026, 9, 1), until: Some(date(2026, 11, 2)) };
        let backdated = Period { from: date(2026, 10, 26), until: None };
        assert!(first.overlaps(&backdated) && backdated.overlaps(&first));
    }

    #[test]
    fn n05_a_period_without_days_overlaps_nothing() {
        let day = date(2026, 9, 1);
        let none = Period { from: day, until: Some(day) };
        assert!(!none.overlaps(&Period { from: date(2026, 1, 1), until: None }));
        assert!(!none.holds(day));
    }
}
