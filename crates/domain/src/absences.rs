//! Days on which somebody is not at school (feat:C2, D3): nothing is planned with them then. Why they are away is nobody's
//! business, and is not asked.

use crate::meetings::Span;
use crate::{AbsenceId, Day, Instant, PersonId, SchoolId};
use jiff::ToSpan;
use jiff::civil::Time;

/// Longest absence, in days; whoever is away for longer has left for a time, and their pair is paused.
pub const MOST_DAYS: i32 = 92;

/// Minutes of a whole day but the last: a span stays within its day.
const WHOLE_DAY: u16 = 24 * 60 - 1;

/// Somebody is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Its id.
    pub id: AbsenceId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Who is away.
    pub person: PersonId,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// Who entered it, and when.
    pub entered: (PersonId, Instant),
}

/// Why an absence is not entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbsenceRefused {
    /// Nobody of that name works here.
    Person,
    /// The days are over, in the wrong order, or too many.
    Days,
    /// Some of these days stand there already.
    Taken,
}

/// Whether days can be entered today.
pub fn may_enter(from: Day, until: Day, today: Day) -> Result<(), AbsenceRefused> {
    let last = from.saturating_add((MOST_DAYS - 1).days());
    if today <= until && from <= until && until <= last { Ok(()) } else { Err(AbsenceRefused::Days) }
}

impl Absence {
    /// True on its days.
    pub fn holds(&self, day: Day) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// True where it shares a day with these.
    pub fn meets(&self, from: Day, until: Day) -> bool {
        self.from <= until && from <= self.until
    }

    /// Its days, each as a time that is taken.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        let whole = |day| Span { day, at: Time::midnight(), minutes: WHOLE_DAY };
        self.from.series(1.day()).take_while(|day| *day <= self.until).map(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn absence() -> Absence {
        Absence {
            id: "absence".into(),
            school: "school".into(),
            person: "aigul".into(),
            from: date(2026, 10, 5),
            until: date(2026, 10, 7),
            entered: ("gulnafisa".into(), Instant::UNIX_EPOCH),
        }
    }

    #[test]
    fn an_absence_takes_its_first_day_its_last_and_all_between() {
        let days: Vec<Day> = absence().spans().map(|span| span.day).collect();
        assert_eq!(days, [date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 7)]);
        assert!(absence().holds(date(2026, 10, 7)) && !absence().holds(date(2026, 10, 8)));
        assert!(absence().meets(date(2026, 10, 7), date(2026, 10, 9)));
        assert!(!absence().meets(date(2026, 10, 8), date(2026, 10, 9)));
    }

    #[test]
    fn days_that_are_over_or_in_the_wrong_order_or_too_many_are_not_entered() {
        let today = date(2026, 10, 6);
        let may = |from, until| may_enter(from, until, today).is_ok();
        assert!(may(date(2026, 10, 5), today), "somebody has been away since yesterday");
        assert!(!may(date(2026, 10, 4), date(2026, 10, 5)));
        assert!(!may(date(2026, 10, 9), date(2026, 10, 8)));
        assert!(may(today, date(2027, 1, 5)) && !may(today, date(2027, 1, 6)));
    }
}
