//! The certificate of a mentor (feat:G8; doc:A18; docs/decisions/0035): a paper about a right that a course granted. It
//! grants nothing by itself, and what it is worth on a day follows from the right alone.

use crate::courses::{Right, State};
use crate::{CourseId, Day, Instant, PersonId, SchoolId};

/// The month in which a school year begins, for the head of the paper.
const FIRST_MONTH: i8 = 8;

/// The paper about one right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The school.
    pub school: SchoolId,
    /// The course that granted the right.
    pub course: CourseId,
    /// Whose it is.
    pub person: PersonId,
    /// Its number in the school, from 1 on.
    pub number: u32,
    /// The code under which anybody checks it.
    pub code: String,
    /// Minutes of training that were attended.
    pub minutes: u32,
    /// Its holder lets the mentor's card say until when it holds.
    pub on_card: bool,
    /// When it was made.
    pub made_at: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

/// What a certificate is worth on a day: all that a stranger learns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// The right holds.
    Valid {
        /// Its last day.
        until: Day,
    },
    /// The last day is over.
    Expired {
        /// It was this one.
        until: Day,
    },
    /// The right was taken away. Why, is told to nobody outside.
    Revoked,
}

impl Validity {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Valid { .. } => "valid",
            Self::Expired { .. } => "expired",
            Self::Revoked => "revoked",
        }
    }
}

/// The right that a course granted, and what a certificate about it is worth on a day; nothing where it granted none.
pub fn granted(state: &State, day: Day) -> Option<(Right, Validity)> {
    match state {
        State::Passed { right } if day <= right.until => {
            Some((*right, Validity::Valid { until: right.until }))
        }
        State::Passed { right } | State::Expired { right } => {
            Some((*right, Validity::Expired { until: right.until }))
        }
        State::Revoked { right, .. } => Some((*right, Validity::Revoked)),
        _ => None,
    }
}

/// The calendar year in which the school year of a day begins.
pub fn first_year(day: Day) -> i16 {
    if day.month() >= FIRST_MONTH { day.year() } else { day.year().saturating_sub(1) }
}

/// The first day of the school year of a day.
pub fn year_begins(day: Day) -> Day {
    Day::new(first_year(day), FIRST_MONTH, 1).unwrap_or(day)
}

/// Why no certificate is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MakeRefused {
    /// The course has granted no right, or the right is over or was taken away.
    NoRight,
}

/// May a certificate be made today? Of a right that is over none is made any more; one that was made stays.
pub fn may_make(state: &State, today: Day) -> Result<Right, MakeRefused> {
    match granted(state, today) {
        Some((right, Validity::Valid { .. })) => Ok(right),
        _ => Err(MakeRefused::NoRight),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::courses::Decision;
    use jiff::civil::date;

    const RIGHT: Right = Right { from: date(2026, 4, 20), until: date(2029, 4, 19) };

    fn revoked() -> State {
        let decision =
            Decision { by: "coordinator".into(), at: Instant::UNIX_EPOCH, reason: "Себебі".into() };
        State::Revoked { right: RIGHT, decision }
    }

    #[test]
    fn a_certificate_is_worth_what_the_right_is() {
        let on = |state: &State, day| granted(state, day).map(|(_, validity)| validity);
        let passed = State::Passed { right: RIGHT };
        assert_eq!(on(&passed, RIGHT.until), Some(Validity::Valid { until: RIGHT.until }));
        let after = date(2029, 4, 20);
        assert_eq!(on(&passed, after), Some(Validity::Expired { until: RIGHT.until }));
        let expired = State::Expired { right: RIGHT };
        assert_eq!(on(&expired, after), Some(Validity::Expired { until: RIGHT.until }));
        assert_eq!(on(&revoked(), RIGHT.from), Some(Validity::Revoked));
        assert_eq!(on(&revoked(), after), Some(Validity::Revoked), "taken away stays taken away");
        assert_eq!(on(&State::Practice, RIGHT.from), None);
    }

    #[test]
    fn none_is_made_without_a_right_in_force() {
        assert_eq!(may_make(&State::Passed { right: RIGHT }, RIGHT.from), Ok(RIGHT));
        for state in [State::Passed { right: RIGHT }, State::Expired { right: RIGHT }, revoked()] {
            assert_eq!(may_make(&state, date(2029, 4, 20)), Err(MakeRefused::NoRight), "{state:?}");
        }
        assert_eq!(may_make(&State::Admitted, RIGHT.from), Err(MakeRefused::NoRight));
    }

    #[test]
    fn a_school_year_begins_in_august() {
        assert_eq!([date(2026, 8, 1), date(2027, 5, 25)].map(first_year), [2026, 2026]);
    }
}
