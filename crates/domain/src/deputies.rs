//! Deputies (feat:N3; essay:E33): a coordinator who is away for some days names somebody who is coordinator in these days.
//! The deputy has the role, no more and no less; what is written to coordinators goes to the deputy and not to whoever is away.

use crate::calendar::Period;
use crate::{Day, DeputyId, Instant, PersonId, SchoolId};
use jiff::ToSpan;

/// Longest absence, in days; for longer ones the head makes somebody coordinator.
pub const MOST_DAYS: i32 = 92;

/// Somebody stands in for a coordinator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deputy {
    /// Its id.
    pub id: DeputyId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Who is away.
    pub absent: PersonId,
    /// Who stands in.
    pub deputy: PersonId,
    /// From the first day until the first day on which it is over.
    pub period: Period,
    /// The deputy has the role only for these days: it ends with them.
    pub lends_role: bool,
    /// Who named the deputy, and when.
    pub named: (PersonId, Instant),
    /// Version for optimistic locking.
    pub version: i64,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Who is away.
    pub absent: PersonId,
    /// Who stands in.
    pub deputy: PersonId,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
}

/// Why nobody stands in so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeputyRefused {
    /// Whoever is away coordinates nothing.
    NotCoordinator,
    /// The two are one person, or the deputy does not work here, or is a newcomer of the programme.
    Person,
    /// The days are over, in the wrong order, or too many.
    Days,
    /// In some of these days one of the two is away already, or stands in for somebody.
    Taken,
}

/// The period of the days asked for, where they can be.
pub fn days(wanted: &Wanted, today: Day) -> Result<Period, DeputyRefused> {
    let ordered = today <= wanted.from && wanted.from <= wanted.until;
    let last = wanted.from.saturating_add((MOST_DAYS - 1).days());
    match wanted.until.tomorrow() {
        Ok(until) if ordered && wanted.until <= last => Ok(Period { from: wanted.from, until: Some(until) }),
        _ => Err(DeputyRefused::Days),
    }
}

/// Two periods have a day in common.
fn meet(one: Period, other: Period) -> bool {
    let begins_before = |from: Day, until: Option<Day>| until.is_none_or(|until| from < until);
    begins_before(one.from, other.until) && begins_before(other.from, one.until)
}

impl Deputy {
    /// In some of these days this one stands in the way: one of the two is away then, or stands in for somebody.
    pub fn hinders(&self, wanted: &Wanted, period: Period) -> bool {
        let theirs = [&self.absent, &self.deputy];
        let busy = theirs.contains(&&wanted.absent) || theirs.contains(&&wanted.deputy);
        // What ended before it began has no day and stands in nobody's way.
        let has_days = self.period.until != Some(self.period.from);
        has_days && busy && meet(self.period, period)
    }

    /// It holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.period.holds(day)
    }

    /// It is over on a day, or has no day at all.
    pub fn is_over(&self, today: Day) -> bool {
        self.period.until.is_some_and(|until| until <= today.max(self.period.from))
    }

    /// It ends today, or does not begin. `Held -> over`
    #[must_use]
    pub fn end(self, today: Day) -> Self {
        let until = self.period.until.map(|until| until.min(today.max(self.period.from)));
        Self { period: Period { until, ..self.period }, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn wanted(absent: &str, deputy: &str, from: Day, until: Day) -> Wanted {
        Wanted { absent: absent.into(), deputy: deputy.into(), from, until }
    }

    fn deputy(wanted: &Wanted, today: Day) -> Deputy {
        Deputy {
            id: "d".into(),
            school: "s".into(),
            absent: wanted.absent.clone(),
            deputy: wanted.deputy.clone(),
            period: days(wanted, today).unwrap(),
            lends_role: true,
            named: ("g".into(), Instant::UNIX_EPOCH),
            version: 0,
        }
    }

    #[test]
    fn days_lie_ahead_in_order_and_are_not_too_many() {
        let today = date(2026, 10, 5);
        let asked = |from, until| days(&wanted("g", "b", from, until), today);
        let one = asked(today, today).unwrap();
        assert!(one.holds(today) && !one.holds(date(2026, 10, 6)));
        assert_eq!(asked(date(2026, 10, 4), today), Err(DeputyRefused::Days));
        assert_eq!(asked(date(2026, 10, 7), date(2026, 10, 6)), Err(DeputyRefused::Days));
        assert!(asked(today, today.saturating_add(91.days())).is_ok());
        assert_eq!(asked(today, today.saturating_add(92.days())), Err(DeputyRefused::Days));
    }

    #[test]
    fn nobody_stands_in_twice_or_for_somebody_while_away() {
        let today = date(2026, 10, 5);
        let first = deputy(&wanted("g", "b", today, date(2026, 10, 9)), today);
        let hindered = |absent: &str, deputy: &str, from: Day| {
            let wanted = wanted(absent, deputy, from, date(2026, 10, 20));
            first.hinders(&wanted, days(&wanted, today).unwrap())
        };
        assert!(hindered("g", "s", date(2026, 10, 9)), "away already");
        assert!(!hindered("g", "s", date(2026, 10, 10)), "the day after");
        assert!(hindered("s", "g", date(2026, 10, 6)), "the deputy is away");
        assert!(hindered("b", "s", date(2026, 10, 6)), "whoever stands in is away");
        assert!(hindered("s", "b", date(2026, 10, 6)), "one stands in for one");
        assert!(!hindered("s", "d", date(2026, 10, 6)), "others do as they like");
    }

    #[test]
    fn it_ends_today_or_never_begins() {
        let today = date(2026, 10, 5);
        let held = deputy(&wanted("g", "b", today, date(2026, 10, 9)), today);
        let over = held.end(date(2026, 10, 7));
        assert!(over.holds_on(date(2026, 10, 6)) && !over.holds_on(date(2026, 10, 7)));
        assert!(over.clone().end(date(2026, 10, 8)).period == over.period, "what is over stays");
        let ahead = deputy(&wanted("g", "b", date(2026, 11, 2), date(2026, 11, 6)), today).end(today);
        assert!(!ahead.holds_on(date(2026, 11, 2)) && ahead.is_over(today));
        let around = wanted("g", "s", date(2026, 10, 30), date(2026, 11, 9));
        assert!(!ahead.hinders(&around, days(&around, today).unwrap()), "it has no day");
    }
}
