//! Which lessons of which days somebody is free or teaches, inside the days of a plan.

use super::Slot;
use crate::calendar::WorkCalendar;
use crate::contacts::Kind;
use crate::meetings::Span;
use crate::programmes::Phases;
use crate::sides::Side;
use crate::timetables::{Bells, Lesson};
use crate::{Day, PersonId};
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};

/// First and last day of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
}

impl Window {
    /// What is left of the selection from tomorrow on; `None` where nothing is.
    pub fn of(phases: &Phases, today: Day) -> Option<Self> {
        let from = today.saturating_add(1.day()).max(phases.selection_from);
        (from <= phases.selection_until).then_some(Self { from, until: phases.selection_until })
    }
}

/// The lessons of a school's week, and what people keep free beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Weekday and number of each lesson, by teacher.
    teaches: BTreeMap<PersonId, BTreeSet<(u8, u8)>>,
    /// First and last lesson of each weekday on which there are lessons.
    of_weekday: BTreeMap<u8, (u8, u8)>,
    /// What each has agreed on elsewhere: meetings of pairs, observed lessons (feat:D3).
    taken: BTreeMap<PersonId, Vec<Span>>,
    /// When lessons begin and end.
    bells: Bells,
}

impl Hours {
    /// The hours that the lessons of a school make.
    pub fn of(lessons: &[Lesson]) -> Self {
        let mut hours = Self::default();
        for Lesson { person, weekday, number, .. } in lessons {
            hours.teaches.entry(person.clone()).or_default().insert((*weekday, *number));
            let day = hours.of_weekday.entry(*weekday).or_insert((*number, *number));
            *day = (day.0.min(*number), day.1.max(*number));
        }
        hours
    }

    /// The same with what people have agreed on elsewhere, each with the person who keeps it free.
    #[must_use]
    pub fn keeping(mut self, bells: Bells, taken: impl IntoIterator<Item = (PersonId, Span)>) -> Self {
        self.bells = bells;
        for (person, span) in taken {
            self.taken.entry(person).or_default().push(span);
        }
        self
    }

    /// True where the school's timetable knows the person. Somebody it does not know seems to be free always.
    pub fn knows(&self, person: &PersonId) -> bool {
        self.teaches.contains_key(person)
    }

    /// True where the person teaches then.
    pub fn teaches(&self, person: &PersonId, slot: Slot) -> bool {
        self.teaches.get(person).is_some_and(|own| own.contains(&slot.in_week()))
    }

    /// True where the person has agreed on something else then.
    fn is_taken(&self, person: &PersonId, slot: Slot) -> bool {
        let span = self.bells.of(slot.day, slot.lesson);
        self.taken.get(person).is_some_and(|own| own.iter().any(|taken| taken.overlaps(span)))
    }

    /// True where the person can do their part of such a joint work then: whose lesson is visited teaches, whoever
    /// does not teaches nothing, and neither has agreed on anything else.
    pub fn can(&self, person: &PersonId, side: Side, kind: Kind, slot: Slot) -> bool {
        self.teaches(person, slot) == (kind.visited() == Some(side)) && !self.is_taken(person, slot)
    }

    /// All lessons of the days of a plan, in the order of time: on weekdays on which the school has lessons,
    /// from its first to its last, and not on days off.
    pub fn slots(&self, window: Window, calendar: &WorkCalendar) -> Vec<Slot> {
        let mut slots = Vec::new();
        let mut day = window.from;
        while day <= window.until {
            if let Some(&(first, last)) = self.of_weekday.get(&weekday(day))
                && !calendar.days_off.contains(&day)
            {
                slots.extend((first..=last).map(|lesson| Slot { day, lesson }));
            }
            day = day.saturating_add(1.day());
        }
        slots
    }
}

/// 1 for Monday.
fn weekday(day: Day) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}
