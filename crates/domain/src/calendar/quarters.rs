//! The quarters of a school year. They change by a yearly order (rules §9), so a day that is laid by them stays
//! a proposal that people move.

use super::WorkCalendar;
use crate::Day;
use jiff::ToSpan;

/// First and last day of the four quarters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarters([(Day, Day); 4]);

/// A week of a quarter, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week {
    /// 1 to 4.
    pub quarter: u8,
    /// 1 to 10; the first one begins with the first day of the quarter, whatever its weekday.
    pub number: u8,
}

impl Quarters {
    /// The quarters of 2026–27 (Order 213-НҚ, rules §9), moved to another year by the year alone.
    pub fn usual(first_year: i16) -> Self {
        let day = jiff::civil::date;
        let next = first_year.saturating_add(1);
        Self([
            (day(first_year, 9, 1), day(first_year, 10, 25)),
            (day(first_year, 11, 2), day(first_year, 12, 27)),
            (day(next, 1, 11), day(next, 3, 21)),
            (day(next, 3, 29), day(next, 5, 25)),
        ])
    }

    /// The last working day of a week, within its quarter.
    pub fn last_day(&self, week: Week, calendar: &WorkCalendar) -> Day {
        let at = usize::from(week.quarter.clamp(1, 4)) - 1;
        let (first, last) = self.0[at];
        let monday = monday(first).saturating_add((i32::from(week.number.max(1)) - 1).weeks());
        calendar.on_or_before(friday(monday).min(last)).max(first)
    }

    /// The first day of the quarter that began last; in the summer before them, of the first.
    pub fn begun(&self, day: Day) -> Day {
        let first = self.0[0].0;
        self.0.iter().map(|(first, _)| *first).filter(|first| *first <= day).max().unwrap_or(first)
    }

    /// The number of the quarter that began last; in the summer before them, 1.
    pub fn number(&self, day: Day) -> u8 {
        numbered(self.0.iter().filter(|(first, _)| *first <= day).count()).max(1)
    }

    /// The number of the last quarter that is over on a day, its last day included; 0 before the first is.
    pub fn over(&self, day: Day) -> u8 {
        numbered(self.0.iter().filter(|(_, last)| *last <= day).count())
    }

    /// The week in which a day lies; none in the holidays.
    pub fn week_of(&self, day: Day) -> Option<Week> {
        let (at, (first, _)) =
            self.0.iter().enumerate().find(|(_, (first, last))| (*first..=*last).contains(&day))?;
        let days = monday(day).since(monday(*first)).ok()?.get_days();
        let (quarter, number) = (u8::try_from(at + 1).ok()?, u8::try_from(days / 7 + 1).ok()?);
        Some(Week { quarter, number })
    }
}

/// So many quarters, of which there are four.
fn numbered(quarters: usize) -> u8 {
    u8::try_from(quarters).unwrap_or(u8::MAX)
}

/// The Monday of a day's week.
pub(crate) fn monday(day: Day) -> Day {
    day.saturating_sub(i32::from(day.weekday().to_monday_zero_offset()).days())
}

/// The Friday of the week that begins with a Monday.
pub(crate) fn friday(monday: Day) -> Day {
    monday.saturating_add(4.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::usual_days_off;
    use jiff::civil::date;

    #[test]
    fn a_week_ends_with_its_last_working_day() {
        let (quarters, calendar) = (Quarters::usual(2026), WorkCalendar::of(&usual_days_off(2026)));
        let day = |quarter, number| quarters.last_day(Week { quarter, number }, &calendar);
        assert_eq!(day(1, 1), date(2026, 9, 4), "1 September is a Tuesday");
        assert_eq!(day(1, 8), date(2026, 10, 23));
        assert_eq!(day(2, 1), date(2026, 11, 6));
        assert_eq!(day(3, 1), date(2027, 1, 15));
        assert_eq!(day(4, 9), date(2027, 5, 25), "the year is over on a Tuesday");
    }

    #[test]
    fn a_day_off_shortens_the_week() {
        let friday = date(2026, 9, 4);
        let calendar = WorkCalendar { days_off: [friday].into(), ..WorkCalendar::default() };
        let week = Week { quarter: 1, number: 1 };
        assert_eq!(Quarters::usual(2026).last_day(week, &calendar), date(2026, 9, 3));
    }

    #[test]
    fn a_day_knows_its_week_and_the_holidays_have_none() {
        let week = |day| Quarters::usual(2026).week_of(day).map(|week| (week.quarter, week.number));
        assert_eq!(week(date(2026, 9, 1)), Some((1, 1)));
        assert_eq!(week(date(2026, 9, 7)), Some((1, 2)));
        assert_eq!(week(date(2026, 10, 25)), Some((1, 8)));
        assert_eq!(week(date(2026, 10, 28)), None);
        assert_eq!(week(date(2027, 3, 19)), Some((3, 10)));
    }

    #[test]
    fn a_quarter_that_began_has_its_number_and_is_over_with_its_last_day() {
        let usual = Quarters::usual(2026);
        for (day, began, over) in [
            (date(2026, 8, 20), 1, 0),
            (date(2026, 10, 24), 1, 0),
            (date(2026, 10, 25), 1, 1),
            (date(2026, 10, 28), 1, 1),
            (date(2026, 11, 2), 2, 1),
            (date(2027, 5, 25), 4, 4),
        ] {
            assert_eq!((usual.number(day), usual.over(day)), (began, over), "{day}");
        }
    }
}
