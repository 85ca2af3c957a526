//! When two people can meet: beside their lessons, days off and everything that either has agreed on already
//! (feat:D1, D3).

use crate::calendar::{WorkCalendar, daytime, instant_at};
use crate::contacts::Kind;
use crate::sides::Side;
use crate::timetables::{Bells, Lesson, free_together};
use crate::{Day, Instant};
use jiff::ToSpan;
use jiff::civil::{DateTime, Time};
use std::fmt;
use std::ops::RangeInclusive;

/// A time of a day, with its length: never past midnight (neg:N16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The day, where the school is.
    pub day: Day,
    /// When it begins, where the school is.
    pub at: Time,
    /// How long it lasts.
    pub minutes: u16,
}

impl fmt::Display for Span {
    /// As forms send it: `2026-11-10/15:10/45`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}:{:02}/{}", self.day, self.at.hour(), self.at.minute(), self.minutes)
    }
}

impl Span {
    /// Reads what a form sent.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let (day, at, minutes) = (parts.next()?, parts.next()?, parts.next()?);
        let (hour, minute) = at.split_once(':')?;
        let at = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
        let whole = parts.next().is_none();
        whole.then_some(Self { day: day.parse().ok()?, at, minutes: minutes.parse().ok()? })
    }

    /// From one time of a day to another one of the same day.
    pub fn between(day: Day, from: Time, to: Time) -> Self {
        let minutes = from.duration_until(to).as_secs() / 60;
        Self { day, at: from, minutes: u16::try_from(minutes).unwrap_or_default() }
    }

    /// When it ends; `None` where that would be the next day.
    pub fn ends(self) -> Option<Time> {
        self.at.checked_add(i64::from(self.minutes).minutes()).ok()
    }

    /// True where both go on at one time. One that ends when another begins is beside it.
    pub fn overlaps(self, other: Self) -> bool {
        let last = Time::MAX;
        self.day == other.day
            && self.at < other.ends().unwrap_or(last)
            && other.at < self.ends().unwrap_or(last)
    }

    /// Its first and last instant, in a place so many minutes ahead of UTC.
    pub fn instants(self, offset_minutes: i16) -> (Instant, Instant) {
        let from = instant_at(self.day.to_datetime(self.at), offset_minutes);
        let length = jiff::SignedDuration::from_mins(i64::from(self.minutes));
        (from, from.checked_add(length).unwrap_or(from))
    }

    /// When the two are reminded of it where the school is: on the day before at the same hour, by day.
    pub fn reminded_at(self) -> DateTime {
        self.day.saturating_sub(1.day()).to_datetime(daytime(self.at))
    }

    /// The same in the weeks after it, itself first; days off are left out, and so is what lies after `until`.
    pub fn weekly(self, weeks: u8, calendar: &WorkCalendar, until: Day) -> Vec<Self> {
        (0..i64::from(weeks))
            .map(|week| Self { day: self.day.saturating_add(week.weeks()), ..self })
            .filter(|span| span.day <= until && !calendar.days_off.contains(&span.day))
            .collect()
    }
}

/// Fewest and most weeks of a series.
pub const SERIES: RangeInclusive<u8> = 1..=16;

/// Days for which shared free periods are offered.
pub const WINDOW_DAYS: i32 = 14;

/// A lesson's time in which both can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// When.
    pub span: Span,
    /// The number of the lesson in the day.
    pub lesson: u8,
}

/// What either of two has to do.
#[derive(Clone, Debug, Default)]
pub struct Busy {
    /// The newcomer's lessons of the week.
    pub newcomer: Vec<Lesson>,
    /// The mentor's lessons of the week.
    pub mentor: Vec<Lesson>,
    /// When lessons begin and end.
    pub bells: Bells,
    /// What either has agreed on with anybody.
    pub taken: Vec<Span>,
    /// Days off.
    pub calendar: WorkCalendar,
}

impl Busy {
    /// True on a holiday or a day off.
    pub fn is_off(&self, day: Day) -> bool {
        self.calendar.days_off.contains(&day)
    }

    fn lessons(&self, side: Side) -> &[Lesson] {
        match side {
            Side::Newcomer => &self.newcomer,
            Side::Mentor => &self.mentor,
        }
    }

    /// True where both can do such a thing then. Whose lesson is visited teaches in it, and so do the two who teach
    /// together.
    pub fn is_free(&self, kind: Kind, span: Span) -> bool {
        let weekday = weekday(span.day);
        let teaches = |side: Side| {
            self.lessons(side).iter().any(|lesson| {
                lesson.weekday == weekday && self.bells.of(span.day, lesson.number).overlaps(span)
            })
        };
        let bound = |side: Side| kind != Kind::CoTeaching && kind.visited() != Some(side);
        let lessons = Side::BOTH.into_iter().any(|side| bound(side) && teaches(side));
        !lessons && !self.taken.iter().any(|taken| taken.overlaps(span))
    }

    /// Lessons in which both can, from now on for [`WINDOW_DAYS`] days, not after `until`. Nothing is known, and
    /// nothing offered, of people whose timetables were not brought.
    pub fn openings(&self, kind: Kind, now: DateTime, until: Day) -> Vec<Opening> {
        let week = self.week(kind);
        let last = now.date().saturating_add(WINDOW_DAYS.days()).min(until);
        let mut openings = Vec::new();
        let mut day = now.date();
        while day <= last {
            let of_day = week.iter().filter(|(of, _)| *of == weekday(day) && !self.is_off(day));
            openings.extend(
                of_day.map(|(_, lesson)| Opening { span: self.bells.of(day, *lesson), lesson: *lesson }),
            );
            day = day.saturating_add(1.day());
        }
        openings.retain(|one| {
            let begins = one.span.day.to_datetime(one.span.at);
            begins > now && one.span.ends().is_some() && self.is_free(kind, one.span)
        });
        openings
    }

    /// Weekday and number of the lessons that such a thing can fall on, in the order of time.
    fn week(&self, kind: Kind) -> Vec<(u8, u8)> {
        let of = |lessons: &[Lesson]| lessons.iter().map(|one| (one.weekday, one.number)).collect::<Vec<_>>();
        let mut week = match (kind, kind.visited()) {
            (Kind::CoTeaching, _) => [of(&self.newcomer), of(&self.mentor)].concat(),
            (_, Some(side)) => of(self.lessons(side)),
            (_, None) => {
                let free = free_together(&self.newcomer, &self.mentor);
                free.into_iter().map(|slot| (slot.weekday, slot.number)).collect()
            }
        };
        week.sort_unstable();
        week.dedup();
        week
    }
}

/// 1 for Monday.
fn weekday(day: Day) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}
