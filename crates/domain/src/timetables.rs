//! Lessons of the week, from which free periods follow.

use crate::meetings::Span;
use crate::settings::Settings;
use crate::{Day, PersonId, SchoolId};
use jiff::ToSpan;
use jiff::civil::Time;

/// One lesson of a teacher in the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Who teaches.
    pub person: PersonId,
    /// Weekday, 1 for Monday.
    pub weekday: u8,
    /// Number of the lesson in the day.
    pub number: u8,
    /// The class, as the school writes it.
    pub class: String,
    /// The room, if known.
    pub room: Option<String>,
}

/// A lesson's place in the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// Weekday, 1 for Monday.
    pub weekday: u8,
    /// Number of the lesson in the day.
    pub number: u8,
}

/// When the lessons of a day begin and end: the first one, and from there lesson and break by turns. Schools keep
/// longer breaks once or twice a day; the middle length holds them within minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bells {
    /// When the first lesson begins.
    pub first: Time,
    /// How long a lesson lasts, in minutes.
    pub lesson_minutes: u16,
    /// How long a break lasts, in minutes.
    pub break_minutes: u16,
}

impl Default for Bells {
    fn default() -> Self {
        Self::of_settings(&Settings::default())
    }
}

impl Bells {
    /// The bells that a programme's settings name.
    pub const fn of_settings(settings: &Settings) -> Self {
        Self {
            first: settings.first_lesson,
            lesson_minutes: settings.lesson_minutes,
            break_minutes: settings.break_minutes,
        }
    }

    /// The time of a lesson of a day. Before the first one there is a lesson «zero» in some schools.
    pub fn of(self, day: Day, number: u8) -> Span {
        let each = i64::from(self.lesson_minutes) + i64::from(self.break_minutes);
        let after = (i64::from(number) - 1) * each;
        Span { day, at: self.first.saturating_add(after.minutes()), minutes: self.lesson_minutes }
    }
}

/// When two people could meet in an ordinary week: both are at school, neither teaches. Somebody is at school from
/// their first lesson of the day to the place after their last one. Nothing is known, and nothing claimed, of a
/// person whose timetable was not brought.
pub fn free_together(one: &[Lesson], other: &[Lesson]) -> Vec<Slot> {
    let mut free = Vec::new();
    for weekday in 1..=7 {
        let (Some(mine), Some(theirs)) = (day_of(one, weekday), day_of(other, weekday)) else { continue };
        let teaches = |lessons: &[Lesson], number: u8| {
            lessons.iter().any(|lesson| lesson.weekday == weekday && lesson.number == number)
        };
        for number in mine.0.max(theirs.0)..=mine.1.min(theirs.1) {
            if !teaches(one, number) && !teaches(other, number) {
                free.push(Slot { weekday, number });
            }
        }
    }
    free
}

/// The places of a day at which somebody is at school, first and last; `None` on a day without lessons.
fn day_of(lessons: &[Lesson], weekday: u8) -> Option<(u8, u8)> {
    let numbers = || lessons.iter().filter(|lesson| lesson.weekday == weekday).map(|lesson| lesson.number);
    Some((numbers().min()?, numbers().max()?.saturating_add(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(lessons: &[(u8, u8)]) -> Vec<Lesson> {
        let lesson = |&(weekday, number): &(u8, u8)| Lesson {
            school: "s".into(),
            person: "p".into(),
            weekday,
            number,
            class: "8 «Б»".into(),
            room: None,
        };
        lessons.iter().map(lesson).collect()
    }

    #[test]
    fn two_are_free_together_between_their_lessons_and_right_after_them() {
        let dana = week(&[(2, 1), (2, 2), (2, 5), (4, 3)]);
        let aigul = week(&[(2, 2), (2, 4), (3, 1), (4, 3)]);
        let found = free_together(&dana, &aigul);
        // Tuesday: Айгүл comes to the second lesson and is free at the third and fifth; Дана teaches the fifth.
        assert_eq!(found, [Slot { weekday: 2, number: 3 }, Slot { weekday: 4, number: 4 }]);
        assert_eq!(found, free_together(&aigul, &dana));
    }

    #[test]
    fn bells_ring_lesson_and_break_by_turns_from_the_first_on() {
        let (bells, day) = (Bells::default(), jiff::civil::date(2026, 11, 10));
        let begins = |number| bells.of(day, number).to_string();
        assert_eq!(begins(1), "2026-11-10/08:00/45");
        assert_eq!(begins(3), "2026-11-10/09:50/45");
        assert_eq!(begins(0), "2026-11-10/07:05/45");
        assert_eq!(bells.of(day, 40).ends(), None, "no lesson goes on past midnight");
    }

    #[test]
    fn whoever_has_gone_home_is_not_waited_for_and_an_unknown_timetable_claims_nothing() {
        assert_eq!(free_together(&week(&[(1, 1), (1, 2)]), &week(&[(1, 6)])), []);
        assert_eq!(free_together(&week(&[(1, 1)]), &[]), []);
    }
}
