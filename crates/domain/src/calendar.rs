//! Working days, dated periods, quarters, and the time of a place.

mod quarters;

pub use quarters::{Quarters, Week};
pub(crate) use quarters::{friday, monday};

use crate::{Day, Instant};
use jiff::civil::{DateTime, Time, Weekday, time};
use jiff::tz::Offset;
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeSet;

/// Minutes ahead of UTC where no school says otherwise: Kazakhstan since 1 March 2024.
pub const USUAL_OFFSET_MINUTES: i16 = 300;

/// True in the hours in which a schedule may write to people: from eight to eight (feat:D5).
pub fn is_daytime(at: DateTime) -> bool {
    (8..20).contains(&at.hour())
}

/// The nearest time of day in those hours.
pub fn daytime(at: Time) -> Time {
    at.clamp(time(8, 0, 0, 0), time(19, 59, 0, 0))
}

/// The day and time in a place so many minutes ahead of UTC.
pub fn local(at: Instant, offset_minutes: i16) -> DateTime {
    let offset = Offset::from_seconds(i32::from(offset_minutes) * 60).unwrap_or(Offset::UTC);
    offset.to_datetime(at)
}

/// So many minutes later, at most the last instant there is.
pub fn after_minutes(now: Instant, minutes: i64) -> Instant {
    now.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(Instant::MAX)
}

/// The instant of a full hour of a day in a place so many minutes ahead of UTC.
pub fn instant_of(day: Day, hour: i8, offset_minutes: i16) -> Instant {
    instant_at(day.at(hour, 0, 0, 0), offset_minutes)
}

/// The instant of a day and time in a place so many minutes ahead of UTC.
pub fn instant_at(here: DateTime, offset_minutes: i16) -> Instant {
    let ahead = SignedDuration::from_mins(i64::from(offset_minutes));
    Offset::UTC
        .to_timestamp(here)
        .ok()
        .and_then(|utc| utc.checked_sub(ahead).ok())
        .unwrap_or(Instant::UNIX_EPOCH)
}

/// A public holiday or day off with a fixed date (Law on holidays; Labour Code Art. 84). Kurban Ait moves
/// with the moon and is entered by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// 1 and 2 January.
    NewYear,
    /// 7 January; a day off, not moved when it falls on a weekend.
    Christmas,
    /// 8 March.
    Women,
    /// 21 to 23 March.
    Nauryz,
    /// 1 May.
    Unity,
    /// 7 May.
    Defender,
    /// 9 May.
    Victory,
    /// 6 July.
    Capital,
    /// 30 August.
    Constitution,
    /// 25 October.
    Republic,
    /// 16 December.
    Independence,
}

impl Holiday {
    /// All holidays with month and day, in the order of the calendar year.
    const DATES: [(Self, i8, i8); 14] = [
        (Self::NewYear, 1, 1),
        (Self::NewYear, 1, 2),
        (Self::Christmas, 1, 7),
        (Self::Women, 3, 8),
        (Self::Nauryz, 3, 21),
        (Self::Nauryz, 3, 22),
        (Self::Nauryz, 3, 23),
        (Self::Unity, 5, 1),
        (Self::Defender, 5, 7),
        (Self::Victory, 5, 9),
        (Self::Capital, 7, 6),
        (Self::Constitution, 8, 30),
        (Self::Republic, 10, 25),
        (Self::Independence, 12, 16),
    ];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NewYear => "new_year",
            Self::Christmas => "christmas",
            Self::Women => "women",
            Self::Nauryz => "nauryz",
            Self::Unity => "unity",
            Self::Defender => "defender",
            Self::Victory => "victory",
            Self::Capital => "capital",
            Self::Constitution => "constitution",
            Self::Republic => "republic",
            Self::Independence => "independence",
        }
    }
}

/// Why a day is not as its weekday says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// A holiday with a fixed date.
    Holiday(Holiday),
    /// A day off moved here, published every year: to verify.
    MovedOff,
    /// A Saturday or Sunday on which people work instead: to verify.
    MovedToWork,
}

impl DayKind {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Holiday(holiday) => holiday.word(),
            Self::MovedOff => "moved_off",
            Self::MovedToWork => "moved_to_work",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        let holidays = Holiday::DATES.into_iter().map(|(holiday, ..)| Self::Holiday(holiday));
        holidays.chain([Self::MovedOff, Self::MovedToWork]).find(|kind| kind.word() == word)
    }

    /// True where the law names the date; false where it is published every year and has to be verified.
    pub const fn is_fixed(self) -> bool {
        matches!(self, Self::Holiday(_))
    }
}

/// A day that is not as its weekday says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecialDay {
    /// The day.
    pub day: Day,
    /// Why.
    pub kind: DayKind,
}

/// The days off of a school year as they usually are, 1 July to 31 August of the year after: the fixed dates,
/// and for a holiday on a weekend the next working day (Labour Code Art. 85; to verify every year).
pub fn usual_days_off(first_year: i16) -> Vec<SpecialDay> {
    let (from, until) =
        (jiff::civil::date(first_year, 7, 1), jiff::civil::date(first_year.saturating_add(1), 8, 31));
    let dated = |year: i16| {
        Holiday::DATES
            .map(|(holiday, month, day)| (holiday, jiff::civil::date(year, month, day)))
            .into_iter()
            .filter(|(_, day)| (from..=until).contains(day))
    };
    let holidays: Vec<(Holiday, Day)> =
        dated(first_year).chain(dated(first_year.saturating_add(1))).collect();
    let kind = |&(holiday, day): &(Holiday, Day)| SpecialDay { day, kind: DayKind::Holiday(holiday) };
    let mut days: Vec<SpecialDay> = holidays.iter().map(kind).collect();
    for (holiday, day) in holidays {
        if is_weekend(day) && holiday != Holiday::Christmas {
            let off = WorkCalendar::of(&days).after(day, 1);
            days.push(SpecialDay { day: off, kind: DayKind::MovedOff });
        }
    }
    days.sort_by_key(|special| special.day);
    days
}

fn is_weekend(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Days off and days moved by them: data, published every year (rules §4, §9).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    /// Weekdays on which nobody works: public holidays and days off moved from a weekend.
    pub days_off: BTreeSet<Day>,
    /// Saturdays and Sundays on which people work instead.
    pub moved_to_work: BTreeSet<Day>,
}

impl WorkCalendar {
    /// The calendar that special days make.
    pub fn of(days: &[SpecialDay]) -> Self {
        let of_kind = |work: bool| {
            let wanted = move |special: &&SpecialDay| (special.kind == DayKind::MovedToWork) == work;
            days.iter().filter(wanted).map(|special| special.day).collect()
        };
        Self { days_off: of_kind(false), moved_to_work: of_kind(true) }
    }

    /// True on a working day of a five-day week.
    pub fn is_working(&self, day: Day) -> bool {
        (!is_weekend(day) && !self.days_off.contains(&day)) || self.moved_to_work.contains(&day)
    }

    /// The last working day up to a day, the day itself included.
    pub fn on_or_before(&self, day: Day) -> Day {
        let mut reached = day;
        while !self.is_working(reached) && reached > Day::MIN {
            reached = reached.saturating_sub(1.day());
        }
        reached
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

    /// The last day inside; `None` where it has no end or no day.
    pub fn last_day(&self) -> Option<Day> {
        self.until.filter(|until| *until > self.from).and_then(|until| until.yesterday().ok())
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
    fn the_day_of_the_school_begins_five_hours_before_utc() {
        let evening = Offset::UTC.to_timestamp(date(2026, 10, 6).at(19, 30, 0, 0)).unwrap();
        assert_eq!(local(evening, 300).date(), date(2026, 10, 7));
        assert_eq!(local(instant_of(date(2026, 10, 7), 9, 300), 300), date(2026, 10, 7).at(9, 0, 0, 0));
    }

    #[test]
    fn nobody_is_written_to_at_night() {
        let at = |hour| date(2026, 10, 5).at(hour, 59, 0, 0);
        assert!(is_daytime(at(8)) && is_daytime(at(19)));
        assert!(!is_daytime(at(7)) && !is_daytime(at(20)) && !is_daytime(at(0)));
    }

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
    fn the_usual_days_off_of_2026_27_are_moved_from_weekends() {
        let days = usual_days_off(2026);
        let moved: Vec<Day> =
            days.iter().filter(|day| day.kind == DayKind::MovedOff).map(|day| day.day).collect();
        assert_eq!(
            moved,
            [
                date(2026, 8, 31),
                date(2026, 10, 26),
                date(2027, 1, 4),
                date(2027, 3, 24),
                date(2027, 5, 3),
                date(2027, 5, 10)
            ]
        );
        let calendar = WorkCalendar::of(&days);
        assert!(!calendar.is_working(date(2026, 12, 16)));
        assert!(calendar.is_working(date(2026, 12, 17)));
    }

    #[test]
    fn stored_words_of_days_read_back() {
        assert!(usual_days_off(2026).iter().all(|day| DayKind::from_word(day.kind.word()) == Some(day.kind)));
        assert_eq!(DayKind::from_word("moved_to_work"), Some(DayKind::MovedToWork));
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
