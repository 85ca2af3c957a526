//! The plan of joint work: every newcomer meets every candidate mentor inside the selection (feat:C2, C4;
//! essay:E15). A plan is not a record: docs/decisions/0008-a-plan-is-not-a-record.md. Diagram:
//! `docs/states/rotations.md`.

mod hours;

pub use hours::{Hours, Window};

use crate::contacts::Kind;
use crate::programmes::{Phase, Programme};
use crate::sides::Side;
use crate::timetables::Lesson;
use crate::{ContactId, Day, Instant, MentorId, NewcomerId, ProgrammeId, SchoolId, TurnId};
use std::fmt;
use std::ops::RangeInclusive;

/// A lesson's number on a day; the unit of the plan. At which hour it rings, the school's bells say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The day.
    pub day: Day,
    /// The number of the lesson.
    pub lesson: u8,
}

impl fmt::Display for Slot {
    /// As forms send it: `2026-10-09/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.day, self.lesson)
    }
}

impl Slot {
    /// Reads what a form sent.
    pub fn read(text: &str) -> Option<Self> {
        let (day, lesson) = text.split_once('/')?;
        Some(Self { day: day.parse().ok()?, lesson: lesson.parse().ok()? })
    }

    /// Weekday, 1 for Monday, and number of the lesson: its place in every week.
    pub fn in_week(self) -> (u8, u8) {
        (self.day.weekday().to_monday_one_offset().unsigned_abs(), self.lesson)
    }

    /// True where the lesson of the timetable falls on it.
    pub fn is(self, lesson: &Lesson) -> bool {
        self.in_week() == (lesson.weekday, lesson.number)
    }
}

/// One of the two asked for another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Who.
    pub by: Side,
    /// When they could.
    pub slot: Slot,
}

/// How a planned meeting stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// A day is set.
    Planned,
    /// It took place.
    Held {
        /// What was written down of it.
        contact: ContactId,
    },
    /// One of the two cannot come; the reason is nobody's business.
    Excused {
        /// Who said so.
        by: Side,
        /// When.
        at: Instant,
    },
    /// Taken back by the coordinator, or planned anew after its day had passed.
    Withdrawn {
        /// When.
        at: Instant,
    },
}

impl State {
    /// The word under which it is stored and drawn in the diagram.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held { .. } => "held",
            Self::Excused { .. } => "excused",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// One planned meeting of a newcomer and a candidate mentor: their turn in the rotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its id.
    pub id: TurnId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The newcomer.
    pub newcomer: NewcomerId,
    /// The mentor.
    pub mentor: MentorId,
    /// What they are to do.
    pub kind: Kind,
    /// When.
    pub slot: Slot,
    /// When the plan that it belongs to was published.
    pub published_at: Instant,
    /// How it stands.
    pub state: State,
    /// One of the two wants another time.
    pub asked: Option<Asked>,
    /// Version for optimistic locking.
    pub version: i64,
}

/// How a planned meeting stands on a day, seen with what the two have done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is today or still to come.
    Ahead,
    /// Its day has passed, and the two have not met.
    Missed,
    /// Its day has passed; the two have met all the same.
    MetOtherwise,
    /// It took place.
    Held,
    /// One of the two could not come.
    Excused,
    /// It does not stand any more.
    Withdrawn,
}

impl Standing {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Missed => "missed",
            Self::MetOtherwise => "met",
            Self::Held => "held",
            Self::Excused => "excused",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// It took place, was called off or taken back already.
    NotPlanned,
    /// Its day has not come yet.
    TooEarly,
    /// The other one has asked for another time: that is answered first.
    AnswerFirst,
    /// Nobody has asked for another time.
    NothingAsked,
    /// Nobody agrees to what they asked for themselves.
    NotYours,
    /// One of the two is not free then.
    SlotTaken,
}

impl Turn {
    /// Today or still to come.
    pub fn is_ahead(&self, today: Day) -> bool {
        self.state == State::Planned && self.slot.day >= today
    }

    /// How it stands; `met` where the two have done anything together that counts.
    pub fn standing(&self, met: bool, today: Day) -> Standing {
        match self.state {
            State::Planned if self.slot.day >= today => Standing::Ahead,
            State::Planned if met => Standing::MetOtherwise,
            State::Planned => Standing::Missed,
            State::Held { .. } => Standing::Held,
            State::Excused { .. } => Standing::Excused,
            State::Withdrawn { .. } => Standing::Withdrawn,
        }
    }

    /// Another time that is asked for and still to come. One whose day has come unanswered is over.
    pub fn wish(&self, today: Day) -> Option<Asked> {
        self.asked.filter(|asked| self.state == State::Planned && asked.slot.day > today)
    }

    /// True where this side is to say whether another time suits.
    pub fn waits_for(&self, side: Side, today: Day) -> bool {
        self.wish(today).is_some_and(|asked| asked.by != side)
    }

    /// The two have a day, or are agreeing on one: nobody plans another for them.
    pub fn stands(&self, today: Day) -> bool {
        self.is_ahead(today) || self.wish(today).is_some()
    }

    fn planned(self) -> Result<Self, StepRefused> {
        if self.state == State::Planned { Ok(self) } else { Err(StepRefused::NotPlanned) }
    }

    /// May one of the two say that it took place? From its day on.
    pub fn may_be_held(&self, today: Day) -> Result<(), StepRefused> {
        match self.state {
            State::Planned if self.slot.day > today => Err(StepRefused::TooEarly),
            State::Planned => Ok(()),
            _ => Err(StepRefused::NotPlanned),
        }
    }

    /// Planned -> Held, by either of the two; `contact` is what was written down of it.
    pub fn hold(self, contact: ContactId, today: Day) -> Result<Self, StepRefused> {
        self.may_be_held(today)?;
        Ok(Self { state: State::Held { contact }, asked: None, ..self })
    }

    /// One of the two asks for another time, in the place of what they asked for before. `free` are the slots
    /// in which both can.
    pub fn ask(self, by: Side, slot: Slot, free: &[Slot], today: Day) -> Result<Self, StepRefused> {
        let turn = self.planned()?;
        match () {
            () if turn.waits_for(by, today) => Err(StepRefused::AnswerFirst),
            () if !free.contains(&slot) => Err(StepRefused::SlotTaken),
            () => Ok(Self { asked: Some(Asked { by, slot }), ..turn }),
        }
    }

    /// The other one agrees: the meeting moves.
    pub fn agree(self, by: Side, free: &[Slot]) -> Result<Self, StepRefused> {
        let turn = self.planned()?;
        match turn.asked {
            None => Err(StepRefused::NothingAsked),
            Some(asked) if asked.by == by => Err(StepRefused::NotYours),
            Some(asked) if !free.contains(&asked.slot) => Err(StepRefused::SlotTaken),
            Some(asked) => Ok(Self { slot: asked.slot, asked: None, ..turn }),
        }
    }

    /// The old time stays: the other one says so, or whoever asked takes it back. Nobody gives a reason.
    pub fn keep(self) -> Result<Self, StepRefused> {
        let turn = self.planned()?;
        match turn.asked {
            None => Err(StepRefused::NothingAsked),
            Some(_) => Ok(Self { asked: None, ..turn }),
        }
    }

    /// Planned -> Excused: one of the two cannot come, and gives no reason.
    pub fn excuse(self, by: Side, at: Instant) -> Result<Self, StepRefused> {
        let turn = self.planned()?;
        Ok(Self { state: State::Excused { by, at }, asked: None, ..turn })
    }

    /// Planned -> Withdrawn, by the coordinator.
    pub fn withdraw(self, at: Instant) -> Result<Self, StepRefused> {
        let turn = self.planned()?;
        Ok(Self { state: State::Withdrawn { at }, asked: None, ..turn })
    }
}

/// Kinds of joint work that can be planned by the lessons of the week. The others need more than a timetable
/// knows: a class of two, a duty list, an evening.
pub const KINDS: [Kind; 4] = [Kind::VisitToMentor, Kind::VisitByMentor, Kind::Planning, Kind::Talk];

/// Fewest and most meetings in a week that can be asked for.
pub const PER_WEEK: RangeInclusive<u8> = 1..=10;

/// What the coordinator asks of a plan. The same wish on the same data gives the same plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What everybody is to do.
    pub kind: Kind,
    /// Meetings that a newcomer has in a week at most.
    pub newcomer_week: u8,
    /// Meetings that a mentor has in a week at most.
    pub mentor_week: u8,
    /// Where chance begins.
    pub seed: u64,
}

/// Why nothing can be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanRefused {
    /// The selection is over.
    NotNow(Phase),
    /// No day is left: the selection ends today.
    NoDay,
    /// Not one of [`KINDS`].
    Kind,
    /// Outside [`PER_WEEK`].
    PerWeek,
}

/// May joint work be planned today, and for which days? Before the selection for all of it, in it for what is
/// left from tomorrow on.
pub fn window(programme: &Programme, today: Day) -> Result<Window, PlanRefused> {
    let planning = [Phase::Hiring, Phase::Selection];
    programme.only_in(&planning, today).map_err(|not_now| PlanRefused::NotNow(not_now.phase))?;
    Window::of(&programme.phases, today).ok_or(PlanRefused::NoDay)
}

impl Wish {
    /// May this be planned today, and for which days?
    pub fn window(&self, programme: &Programme, today: Day) -> Result<Window, PlanRefused> {
        match () {
            () if !KINDS.contains(&self.kind) => Err(PlanRefused::Kind),
            () if !PER_WEEK.contains(&self.newcomer_week) => Err(PlanRefused::PerWeek),
            () if !PER_WEEK.contains(&self.mentor_week) => Err(PlanRefused::PerWeek),
            () => window(programme, today),
        }
    }
}

#[cfg(test)]
mod tests;
