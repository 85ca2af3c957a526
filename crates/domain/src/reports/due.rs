//! When reports are due (feat:F6).

use super::{Kind, Term};
use crate::Day;
use crate::calendar::Period;
use crate::programmes::Programme;
use jiff::ToSpan;
use jiff::civil::date;

/// The last day for a report (doc:A12, A13, A21, B15; rules §9), within the programme.
pub fn due_on(kind: Kind, term: Term, programme: &Programme) -> Day {
    let (first, next) = (programme.first_year, programme.first_year.saturating_add(1));
    let day = match (kind, term) {
        (Kind::Mentor | Kind::Newcomer, Term::Half) => date(first, 12, 25),
        (Kind::Note | Kind::Peers, Term::Half) => date(next, 1, 29),
        (Kind::Mentor | Kind::Newcomer | Kind::Note | Kind::Peers, Term::Year) => programme.phases.work_until,
    };
    day.min(programme.phases.work_until)
}

/// Days before the last day from which a report is asked for.
const AHEAD_DAYS: i32 = 30;

/// The first day on which a report that is due on a day is asked for.
pub fn asked_from(due: Day) -> Day {
    due.saturating_sub(AHEAD_DAYS.days())
}

/// True where a pair by order is asked for a report that is due on a day: it had begun by then, and still worked when
/// the report came to be asked for. So a pair that closes as planned on the last day of the year has its report to
/// write after it, and one that ended in autumn has none for the summer.
pub fn is_asked_of(period: &Period, due: Day) -> bool {
    let worked = period.until.is_none_or(|until| until > period.from && until > asked_from(due));
    period.from <= due && worked
}

/// The days that a report covers.
pub fn period(term: Term, programme: &Programme) -> (Day, Day) {
    let phases = &programme.phases;
    let until = match term {
        Term::Half => date(programme.first_year, 12, 31).min(phases.work_until),
        Term::Year => phases.work_until,
    };
    (phases.starts_on, until)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUE: Day = date(2027, 5, 25);

    fn asked(from: Day, until: Option<Day>) -> bool {
        is_asked_of(&Period { from, until }, DUE)
    }

    #[test]
    fn a_pair_is_asked_for_a_report_where_it_worked_when_the_report_was_asked_for() {
        let from = date(2026, 11, 3);
        assert!(asked(from, None));
        assert!(asked(from, Some(date(2027, 5, 26))), "closed as planned, on the last day");
        assert!(asked(from, Some(date(2027, 4, 26))), "its last day is the first of asking");
        assert!(!asked(from, Some(date(2027, 4, 25))));
        assert!(!asked(date(2027, 5, 26), None), "it began after the day");
        assert!(!asked(DUE, Some(DUE)), "it has no day");
    }
}
