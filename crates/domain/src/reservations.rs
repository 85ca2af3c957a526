//! Times at which somebody does not meet, beside their lessons (feat:D1): every week, with single days on which they can after
//! all, or once. Nothing is offered or planned then. What for is nobody's business, and is not asked.

use crate::meetings::Span;
use crate::{Day, Instant, PersonId, ReservationId, SchoolId};
use jiff::ToSpan;
use jiff::civil::Time;

/// Most times of one person.
pub const MOST: usize = 40;

/// Most days on which a time of every week does not hold.
pub const MOST_DAYS: usize = 40;

/// Shortest time, in minutes.
pub const LEAST_MINUTES: u16 = 5;

/// When it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Every week.
    Weekly {
        /// 1 for Monday.
        weekday: u8,
        /// But on these days; in their order.
        but: Vec<Day>,
    },
    /// On one day.
    Once(Day),
}

/// A time that somebody keeps for themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    /// Its id.
    pub id: ReservationId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Whose it is.
    pub person: PersonId,
    /// On which days.
    pub when: When,
    /// From when on.
    pub at: Time,
    /// How long.
    pub minutes: u16,
    /// When it was entered.
    pub entered_at: Instant,
}

/// Why a time stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReservationRefused {
    /// It ends before it begins, or is shorter than [`LEAST_MINUTES`].
    Times,
    /// The day is over.
    Past,
    /// There are [`MOST`] of them, or [`MOST_DAYS`] exceptions.
    Many,
    /// It does not hold on that day at all.
    OtherDay,
}

/// The length of a time that can be kept, in minutes.
pub fn length(from: Time, to: Time) -> Result<u16, ReservationRefused> {
    let minutes = from.duration_until(to).as_secs() / 60;
    match u16::try_from(minutes) {
        Ok(minutes) if minutes >= LEAST_MINUTES => Ok(minutes),
        _ => Err(ReservationRefused::Times),
    }
}

impl When {
    /// Whether it can be entered today, beside so many others.
    pub fn may_enter(&self, others: usize, today: Day) -> Result<(), ReservationRefused> {
        match self {
            _ if others >= MOST => Err(ReservationRefused::Many),
            Self::Once(day) if *day < today => Err(ReservationRefused::Past),
            Self::Weekly { .. } | Self::Once(_) => Ok(()),
        }
    }
}

impl Reservation {
    /// The same, on a day of its weekday not any more, or again.
    pub fn except(mut self, day: Day, holds: bool, today: Day) -> Result<Self, ReservationRefused> {
        let When::Weekly { weekday: own, but } = &mut self.when else {
            return Err(ReservationRefused::OtherDay);
        };
        match () {
            () if weekday(day) != *own => return Err(ReservationRefused::OtherDay),
            () if day < today => return Err(ReservationRefused::Past),
            () => but.retain(|one| *one != day),
        }
        if !holds {
            if but.len() >= MOST_DAYS {
                return Err(ReservationRefused::Many);
            }
            but.push(day);
            but.sort_unstable();
        }
        Ok(self)
    }

    /// True where it has not passed yet.
    pub fn stands(&self, today: Day) -> bool {
        match self.when {
            When::Weekly { .. } => true,
            When::Once(day) => day >= today,
        }
    }

    /// The times that it takes from one day to another.
    pub fn spans(&self, from: Day, until: Day) -> Vec<Span> {
        let span = |day| Span { day, at: self.at, minutes: self.minutes };
        match &self.when {
            When::Once(day) => (from..=until).contains(day).then(|| span(*day)).into_iter().collect(),
            When::Weekly { weekday: own, but } => {
                let ahead = (i64::from(*own) - i64::from(weekday(from))).rem_euclid(7);
                let days = from.saturating_add(ahead.days()).series(1.week()).take_while(|day| *day <= until);
                days.filter(|day| !but.contains(day)).map(span).collect()
            }
        }
    }
}

/// 1 for Monday.
fn weekday(day: Day) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn tuesdays() -> Reservation {
        Reservation {
            id: "courses".into(),
            school: "school".into(),
            person: "dana".into(),
            when: When::Weekly { weekday: 2, but: vec![] },
            at: time(15, 0, 0, 0),
            minutes: 90,
            entered_at: Instant::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_time_of_every_week_is_taken_on_each_of_its_days_but_those_named() {
        let (monday, until) = (date(2026, 10, 5), date(2026, 10, 27));
        let all = tuesdays().spans(monday, until);
        assert_eq!(all.iter().map(|span| span.day.day()).collect::<Vec<_>>(), [6, 13, 20, 27]);
        assert_eq!(all[0].to_string(), "2026-10-06/15:00/90");
        let but = tuesdays().except(date(2026, 10, 13), false, monday).unwrap();
        assert_eq!(but.spans(monday, until).len(), 3);
        let again = but.except(date(2026, 10, 13), true, monday).unwrap();
        assert_eq!(again.spans(monday, until), all);
        assert_eq!(tuesdays().spans(date(2026, 10, 6), date(2026, 10, 6)).len(), 1, "the first day counts");
        assert!(tuesdays().spans(date(2026, 10, 7), date(2026, 10, 12)).is_empty());
    }

    #[test]
    fn a_single_day_is_taken_once_and_has_no_exception() {
        let today = date(2026, 10, 5);
        let once = Reservation { when: When::Once(date(2026, 10, 9)), ..tuesdays() };
        assert_eq!(once.spans(today, date(2026, 12, 1)).len(), 1);
        assert!(once.stands(date(2026, 10, 9)) && !once.stands(date(2026, 10, 10)));
        assert_eq!(once.except(date(2026, 10, 9), false, today), Err(ReservationRefused::OtherDay));
        assert_eq!(When::Once(date(2026, 10, 4)).may_enter(0, today), Err(ReservationRefused::Past));
        assert_eq!(When::Once(today).may_enter(MOST, today), Err(ReservationRefused::Many));
    }

    #[test]
    fn an_exception_is_a_day_to_come_of_that_weekday() {
        let today = date(2026, 10, 7);
        let of = |day| tuesdays().except(day, false, today);
        assert_eq!(of(date(2026, 10, 14)), Err(ReservationRefused::OtherDay), "a Wednesday");
        assert_eq!(of(date(2026, 10, 6)), Err(ReservationRefused::Past));
    }

    #[test]
    fn a_time_ends_after_it_begins() {
        assert_eq!(length(time(15, 0, 0, 0), time(16, 30, 0, 0)), Ok(90));
        for to in [time(14, 0, 0, 0), time(15, 0, 0, 0), time(15, 4, 0, 0)] {
            assert_eq!(length(time(15, 0, 0, 0), to), Err(ReservationRefused::Times));
        }
    }
}
