//! What a progress note says of one of the two of a pair (doc:B10; essay:E44, E45; docs/decisions/0079): meetings of the quarter
//! and in which direction marks go, made from the records. A note is about one child; the other of the pair stands on their own.

use crate::changes::{Marks, quarters};
use crate::duties::year_end;
use crate::journals::{Entry, Mark};
use crate::{Day, PeerPairId};
use jiff::ToSpan;
use std::collections::BTreeSet;

/// Meetings of a pair by what became of them, as the journal has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// They met.
    pub met: usize,
    /// They did not.
    pub missed: usize,
    /// They did not, with a good reason.
    pub excused: usize,
}

/// How a pair met in the quarter of a day. A week belongs to the quarter of its last day.
pub fn attendance(entries: &[Entry], pair: &PeerPairId, day: Day) -> Attendance {
    let year = quarters(day);
    let mut attendance = Attendance::default();
    for entry in entries.iter().filter(|entry| entry.pair == *pair) {
        let last = entry.week.saturating_add(6.days());
        if year_end(last) == year_end(day) && year.number(last) == year.number(day) {
            match entry.mark {
                Mark::Met => attendance.met += 1,
                Mark::Missed => attendance.missed += 1,
                Mark::Excused => attendance.excused += 1,
            }
        }
    }
    attendance
}

/// In which direction the marks of a subject go. No mark stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The subject, as the school's list names it.
    pub subject: String,
    /// The earlier quarter and the later one.
    pub quarters: (u8, u8),
    /// The difference, in whole points of per cent.
    pub points: f64,
}

/// The trends of a pupil: of each subject between the last two quarters whose marks there are; `known` is the last quarter
/// whose marks can be.
pub fn trends(marks: &Marks, known: u8) -> Vec<Trend> {
    let subjects: BTreeSet<&String> = marks.keys().map(|(subject, _)| subject).collect();
    let trend = |subject: &String| {
        let own = marks.iter().filter(|((its, quarter), _)| its == subject && *quarter <= known);
        let mut latest = own.map(|((_, quarter), percent)| (*quarter, *percent)).rev();
        let (to, after) = latest.next()?;
        let (from, before) = latest.next()?;
        Some(Trend { subject: subject.clone(), quarters: (from, to), points: (after - before).round() })
    };
    subjects.into_iter().filter_map(trend).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;
    use jiff::civil::date;

    fn entry(pair: &str, week: Day, mark: Mark) -> Entry {
        Entry {
            school: "school-12".into(),
            pair: pair.into(),
            week,
            class: "5Б".into(),
            mark,
            minutes: 45,
            by: ("dana".into(), Instant::UNIX_EPOCH),
        }
    }

    #[test]
    fn meetings_of_the_pair_count_in_the_quarter_in_which_their_week_ends() {
        let entries = [
            entry("one", date(2026, 10, 19), Mark::Met),
            entry("one", date(2026, 11, 2), Mark::Met),
            entry("one", date(2026, 11, 9), Mark::Excused),
            entry("one", date(2026, 11, 16), Mark::Missed),
            entry("two", date(2026, 11, 16), Mark::Met),
            entry("one", date(2025, 11, 10), Mark::Met),
        ];
        let counted = attendance(&entries, &"one".into(), date(2026, 12, 20));
        assert_eq!(counted, Attendance { met: 1, missed: 1, excused: 1 });
        let first = attendance(&entries, &"one".into(), date(2026, 10, 20));
        assert_eq!(first, Attendance { met: 1, ..Attendance::default() });
    }

    #[test]
    fn a_trend_is_the_difference_of_the_last_two_known_quarters_and_no_mark() {
        let marks: Marks = [
            (("Алгебра", 1), 41.0),
            (("Алгебра", 2), 45.4),
            (("Алгебра", 4), 99.0),
            (("Физика", 1), 70.0),
            (("Химия", 1), 60.0),
            (("Химия", 3), 57.0),
        ]
        .map(|((subject, quarter), percent)| ((subject.to_owned(), quarter), percent))
        .into();
        let trend = |subject: &str, quarters: (u8, u8), points: f64| Trend {
            subject: subject.into(),
            quarters,
            points,
        };
        assert_eq!(trends(&marks, 3), [trend("Алгебра", (1, 2), 4.0), trend("Химия", (1, 3), -3.0)]);
        assert!(trends(&marks, 1).is_empty(), "one quarter tells of no direction");
    }
}
