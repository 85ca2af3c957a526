//! The adaptation checklist of a newcomer: day 1, week 1, month 1, quarter 1 (doc:A6; feat:E5; essay:E3). The same for
//! everybody; only what is ticked is kept. The school's choice.

use crate::calendar::WorkCalendar;
use crate::plans::Area;
use crate::programmes::{Phase, Programme};
use crate::{Day, NewcomerId, PersonId};
use jiff::ToSpan;

/// Days without a tick after which the coordinator is asked to look (feat:E5).
pub const STUCK_DAYS: i32 = 21;

/// A part of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The first day of work.
    Day,
    /// The first week.
    Week,
    /// The first month.
    Month,
    /// The first quarter.
    Quarter,
}

impl Stage {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Quarter];

    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// Its last day for somebody hired on a day: the first working day, five working days, a month, ten weeks.
    pub fn due(self, hired_on: Day, calendar: &WorkCalendar) -> Day {
        match self {
            Self::Day if calendar.is_working(hired_on) => hired_on,
            Self::Day => calendar.after(hired_on, 1),
            Self::Week => calendar.after(hired_on, 5),
            Self::Month => calendar.on_or_before(hired_on.saturating_add(1.month())),
            Self::Quarter => calendar.on_or_before(hired_on.saturating_add(10.weeks())),
        }
    }
}

macro_rules! milestones {
    ($($(#[$about:meta])* $name:ident $word:literal $stage:ident $area:ident,)*) => {
        /// One line of the checklist.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Milestone {
            $($(#[$about])* $name,)*
        }

        impl Milestone {
            /// All, in the order of the checklist.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word under which it is stored; also the tail of its text key.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// Its part.
            pub const fn stage(self) -> Stage {
                match self { $(Self::$name => Stage::$stage,)* }
            }

            /// What it is about.
            pub const fn area(self) -> Area {
                match self { $(Self::$name => Area::$area,)* }
            }
        }
    };
}

milestones! {
    /// A workplace and keys.
    Workplace "workplace" Day Duties,
    /// The safety briefing.
    Safety "safety" Day Documents,
    /// Accounts of the school's systems.
    Accounts "accounts" Day Documents,
    /// Whom to ask.
    Whom "whom" Day Duties,
    /// The timetable and the bells.
    Timetable "timetable" Week Duties,
    /// The e-journal.
    Journal "journal" Week Documents,
    /// The calendar-thematic plan and a lesson plan.
    LessonPlans "lesson-plans" Week Documents,
    /// Rules of the school for children.
    ChildrenRules "children-rules" Week Children,
    /// How parents are reached.
    ParentsWay "parents-way" Week Parents,
    /// Names and needs of the children.
    ChildrenNames "children-names" Month Children,
    /// The first meeting with parents.
    ParentsMeeting "parents-meeting" Month Parents,
    /// The first summative assessment.
    Assessment "assessment" Month Documents,
    /// Duty.
    Duty "duty" Month Duties,
    /// An activity outside lessons.
    Activity "activity" Quarter Children,
    /// A talk with one pupil's parents.
    ParentsTalk "parents-talk" Quarter Parents,
    /// The papers of the quarter.
    QuarterPapers "quarter-papers" Quarter Documents,
    /// The subject team.
    Team "team" Quarter Duties,
}

impl Milestone {
    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|milestone| milestone.word() == word)
    }

    /// The lines of a part.
    pub fn of(stage: Stage) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |milestone| milestone.stage() == stage)
    }
}

/// That a line is ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Whose checklist.
    pub newcomer: NewcomerId,
    /// The line.
    pub milestone: Milestone,
    /// On which day.
    pub on: Day,
    /// By whom.
    pub by: PersonId,
}

/// The part that is in hand: the first in which a line is open; none where all are ticked.
pub fn present(ticks: &[Tick]) -> Option<Stage> {
    let open = |milestone: &Milestone| !ticks.iter().any(|tick| tick.milestone == *milestone);
    Milestone::ALL.iter().copied().filter(open).map(Milestone::stage).min()
}

/// The part that has not moved for more than [`STUCK_DAYS`] days. Nobody is at fault; somebody asks what would help.
/// The checklist is the school's choice, so where nobody has ever ticked anything nothing is late.
pub fn stuck(ticks: &[Tick], programme: &Programme, today: Day) -> Option<Stage> {
    let stage = present(ticks)?;
    let moved = ticks.iter().map(|tick| tick.on).max()?;
    let still = today > moved.saturating_add(STUCK_DAYS.days());
    (still && programme.phase(today) != Phase::Closed).then_some(stage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    const HIRED: Day = date(2026, 8, 25);

    fn programme() -> Programme {
        Programme::usual("programme".into(), "school".into(), 2026)
    }

    fn ticks(of: impl IntoIterator<Item = Milestone>, on: Day) -> Vec<Tick> {
        let tick = |milestone| Tick { newcomer: "dana".into(), milestone, on, by: "aigul".into() };
        of.into_iter().map(tick).collect()
    }

    #[test]
    fn every_part_has_lines_and_together_they_cover_what_was_asked_for() {
        for stage in Stage::ALL {
            assert!(Milestone::of(stage).count() >= 3, "{stage:?}");
        }
        let areas: BTreeSet<Area> = Milestone::ALL.iter().map(|one| one.area()).collect();
        assert_eq!(areas, [Area::Documents, Area::Children, Area::Parents, Area::Duties].into());
        assert!(Milestone::ALL.iter().all(|one| Milestone::from_word(one.word()) == Some(*one)));
    }

    #[test]
    fn the_parts_end_one_after_the_other() {
        let due = Stage::ALL.map(|stage| stage.due(HIRED, &WorkCalendar::default()));
        assert_eq!(due, [HIRED, date(2026, 9, 1), date(2026, 9, 25), date(2026, 11, 3)]);
        let sunday = Stage::Day.due(date(2026, 8, 30), &WorkCalendar::default());
        assert_eq!(sunday, date(2026, 8, 31));
    }

    #[test]
    fn the_part_in_hand_is_the_first_with_an_open_line() {
        assert_eq!(present(&[]), Some(Stage::Day));
        assert_eq!(present(&ticks(Milestone::of(Stage::Day), HIRED)), Some(Stage::Week));
        assert_eq!(present(&ticks(Milestone::ALL.iter().copied(), HIRED)), None);
    }

    #[test]
    fn after_twenty_one_days_without_a_tick_somebody_is_asked_to_look() {
        let day_done = ticks(Milestone::of(Stage::Day), date(2026, 9, 1));
        let on = |ticks: &[Tick], today| stuck(ticks, &programme(), today);
        assert_eq!(on(&day_done, date(2026, 9, 22)), None);
        assert_eq!(on(&day_done, date(2026, 9, 23)), Some(Stage::Week));
        assert_eq!(on(&[], date(2026, 12, 1)), None, "the school does not use it");
        assert_eq!(on(&ticks(Milestone::ALL.iter().copied(), HIRED), date(2026, 12, 1)), None);
        assert_eq!(on(&day_done, date(2027, 6, 1)), None, "the year is over");
    }
}
