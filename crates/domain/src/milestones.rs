//! The adaptation checklist of a newcomer: day 1, week 1, month 1, quarter 1 (doc:A6; feat:E5; essay:E3). The same for
//! everybody; only what is ticked is kept. The school's choice.
//!
//! Some lines are steps of the work plan as well. Such a thing is ticked once, in either place, and the other place
//! reads it there: no fact is entered twice.

use crate::calendar::WorkCalendar;
use crate::plans::{Area, Done, Item, Step};
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

    /// The step of the work plan that is the same thing, where there is one.
    pub const fn step(self) -> Option<Step> {
        match self {
            Self::Journal => Some(Step::Journal),
            Self::ParentsMeeting => Some(Step::FirstParents),
            Self::Assessment => Some(Step::FirstAssessment),
            Self::Activity => Some(Step::ClassHour),
            Self::ParentsTalk => Some(Step::TalkParents),
            Self::QuarterPapers => Some(Step::FirstQuarter),
            Self::Workplace
            | Self::Safety
            | Self::Accounts
            | Self::Whom
            | Self::Timetable
            | Self::LessonPlans
            | Self::ChildrenRules
            | Self::ParentsWay
            | Self::ChildrenNames
            | Self::Duty
            | Self::Team => None,
        }
    }

    /// The line that a step of a plan is. With words of its own a step may have become another thing, and is none.
    pub fn of_item(item: &Item) -> Option<Self> {
        let step = item.step.filter(|_| item.content.text.is_none())?;
        Self::ALL.iter().copied().find(|milestone| milestone.step() == Some(step))
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

/// Everything that stands ticked for a newcomer, the earliest first: the ticks of the checklist, then the steps of the
/// work plans that are done and are the same things.
pub fn with_steps(ticks: Vec<Tick>, newcomer: &NewcomerId, items: &[Item]) -> Vec<Tick> {
    let mut all = ticks;
    for item in items.iter().filter(|item| !item.removed) {
        if let (Some(milestone), Some(Done { on, by })) = (Milestone::of_item(item), &item.done)
            && !all.iter().any(|tick| tick.milestone == milestone)
        {
            all.push(Tick { newcomer: newcomer.clone(), milestone, on: *on, by: by.clone() });
        }
    }
    all.sort_by_key(|tick| (tick.on, tick.milestone));
    all
}

/// The steps of a plan, done where the checklist has the same thing ticked. `last` is the last day of a plan whose pair
/// has ended: what was ticked after it belongs to somebody else's plan.
pub fn with_ticks(items: Vec<Item>, ticks: &[Tick], last: Option<Day>) -> Vec<Item> {
    let known = |item: &Item| {
        let milestone = Milestone::of_item(item)?;
        let tick = ticks.iter().find(|tick| tick.milestone == milestone)?;
        let done = Done { on: tick.on, by: tick.by.clone() };
        last.is_none_or(|last| tick.on <= last).then_some(done)
    };
    let done = |item: Item| Item { done: item.done.clone().or_else(|| known(&item)), ..item };
    items.into_iter().map(done).collect()
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
    use crate::plans::{WORK, untouched};
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

    fn step(step: Step, done: Option<Day>) -> Item {
        Item {
            id: step.word().into(),
            school: "school".into(),
            plan: "plan".into(),
            step: Some(step),
            content: untouched(step, date(2026, 9, 25)),
            done: done.map(|on| Done { on, by: "aigul".into() }),
            removed: false,
            own: None,
            laid_on: None,
            version: 0,
        }
    }

    #[test]
    fn a_step_is_at_most_one_line_and_about_the_same_thing() {
        let steps: Vec<Step> = Milestone::ALL.iter().filter_map(|one| one.step()).collect();
        assert_eq!(steps.iter().collect::<BTreeSet<_>>().len(), steps.len());
        for milestone in Milestone::ALL {
            let Some(twin) = milestone.step() else { continue };
            assert!(WORK.iter().any(|(known, _)| *known == twin), "{twin:?}");
            assert_eq!(Milestone::of_item(&step(twin, None)), Some(*milestone));
        }
    }

    #[test]
    fn what_is_ticked_in_one_place_stands_in_the_other() {
        let on = date(2026, 9, 24);
        let journal = step(Step::Journal, Some(on));
        let told =
            with_steps(ticks([Milestone::Whom], HIRED), &"dana".into(), std::slice::from_ref(&journal));
        assert_eq!(told, [ticks([Milestone::Whom], HIRED), ticks([Milestone::Journal], on)].concat());
        let own = ticks([Milestone::Journal], HIRED);
        assert_eq!(
            with_steps(own.clone(), &"dana".into(), std::slice::from_ref(&journal)),
            own,
            "the own tick stands once"
        );
        let open = step(Step::Journal, None);
        assert_eq!(with_ticks(vec![open.clone()], &ticks([Milestone::Journal], on), None), [journal]);
        let untouched = with_ticks(vec![open.clone()], &ticks([Milestone::Whom], on), None);
        assert_eq!(untouched, std::slice::from_ref(&open));
        let late = with_ticks(vec![open.clone()], &ticks([Milestone::Journal], on), Some(HIRED));
        assert_eq!(late, [open], "after the last day of its pair");
    }

    #[test]
    fn a_step_in_own_words_or_taken_away_says_nothing_of_the_checklist() {
        let mut own = step(Step::Journal, Some(HIRED));
        own.content.text = Some("Электрондық журналды көшіру".into());
        let away = Item { removed: true, ..step(Step::FirstParents, Some(HIRED)) };
        assert_eq!(with_steps(Vec::new(), &"dana".into(), &[own.clone(), away]), []);
        let open = Item { done: None, ..own };
        assert_eq!(with_ticks(vec![open.clone()], &ticks([Milestone::Journal], HIRED), None), [open]);
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
