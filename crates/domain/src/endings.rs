//! How the work of a pair comes to its end as planned (feat:E6; essay:E13, E21; rules §10: a planned date told before,
//! closing words, a written statement): a last day that both know, a review of each, thanks that the other one reads.
//! Diagram: `docs/states/endings.md`.

mod extensions;
mod pauses;
mod reviews;

pub use extensions::{Cause, ExtendRefused, Extension, MOST_DAYS, Progress, may_extend, new_day};
pub use pauses::{MOST_PAUSE, Pause, PauseRefused, Standing, due_after, may_pause};
pub use reviews::{MOST_WORDS, Review, Words, WriteRefused, are_open, write};

use crate::pairs::{Assignment, Origin, Pair, State as PairState};
use crate::programmes::Programme;
use crate::{Day, EndingId, Instant, PairId, ProgrammeId, SchoolId};
use jiff::ToSpan;

/// Days before the programme's last day of work from which a pair's end is spoken of.
pub const NEAR_DAYS: i32 = 30;

/// Why a pair ends on its last day. Coordinators alone read it; the two read the day, and whether it is the planned one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The programme ends.
    Planned,
    /// The goals were reached earlier.
    GoalReached,
    /// One of the two moves away.
    MovesAway,
    /// One of the two has too much to do.
    Workload,
    /// Something else.
    Other,
}

impl Reason {
    /// All reasons, in the order of the form.
    pub const ALL: [Self; 5] =
        [Self::Planned, Self::GoalReached, Self::MovesAway, Self::Workload, Self::Other];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::GoalReached => "goal_reached",
            Self::MovesAway => "moves_away",
            Self::Workload => "workload",
            Self::Other => "other",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// How a planned end stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Both know the last day and work together until then.
    Planned,
    /// The coordinator took it back; the pair goes on.
    TakenBack,
    /// The last day is over and the pair has ended.
    Closed,
}

impl State {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::TakenBack => "taken_back",
            Self::Closed => "closed",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Planned, Self::TakenBack, Self::Closed].into_iter().find(|state| state.word() == word)
    }
}

/// The planned end of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Its id.
    pub id: EndingId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The pair; one end of it is planned at a time.
    pub pair: PairId,
    /// Number in the programme, from 1; stands on the letter of thanks.
    pub number: u16,
    /// Code under which the letter of thanks is checked.
    pub code: String,
    /// The last day on which the two are a pair.
    pub last_day: Day,
    /// Why; for coordinators alone.
    pub reason: Reason,
    /// How it stands.
    pub state: State,
    /// When it was last changed.
    pub changed_at: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why no end is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanRefused {
    /// The pair does not work by an order of its own: before it either steps back, and a provisional pair ends with the
    /// order that confirms another one.
    NotWorking,
    /// The day has passed.
    Past,
    /// The day is before the first one of the order.
    BeforeFirstDay {
        /// The first day.
        from: Day,
    },
    /// After the last day of work of the programme, and after the pair's own.
    TooLate {
        /// That day.
        work_until: Day,
    },
}

/// It was taken back, or the pair has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOpen;

/// Why a last day is not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeBackRefused {
    /// There is none ahead.
    NotOpen,
    /// A signed order says it.
    Ordered,
}

/// True for a pair that works by an order of its own.
pub fn works(pair: &Pair) -> bool {
    pair.origin != Origin::Provisional && matches!(pair.state, PairState::Assigned(_))
}

/// May this be the last day of a pair?
pub fn plan(pair: &Pair, last_day: Day, programme: &Programme, today: Day) -> Result<(), PlanRefused> {
    let PairState::Assigned(Assignment { period, .. }) = &pair.state else {
        return Err(PlanRefused::NotWorking);
    };
    // An extension may lead beyond the programme's last day of work.
    let work_until =
        period.last_day().map_or(programme.phases.work_until, |last| last.max(programme.phases.work_until));
    match () {
        () if !works(pair) => Err(PlanRefused::NotWorking),
        () if last_day < today => Err(PlanRefused::Past),
        () if last_day < period.from => Err(PlanRefused::BeforeFirstDay { from: period.from }),
        () if last_day > work_until => Err(PlanRefused::TooLate { work_until }),
        () => Ok(()),
    }
}

/// True from [`NEAR_DAYS`] before the last day of work on: pairs without a planned end are asked about theirs.
pub fn is_near(programme: &Programme, today: Day) -> bool {
    today >= programme.phases.work_until.saturating_sub(NEAR_DAYS.days())
}

impl Ending {
    /// True while it is ahead: planned, and the pair has not ended by something else.
    pub fn is_open(&self, pair: &Pair) -> bool {
        self.state == State::Planned && self.pair == pair.id && !matches!(pair.state, PairState::Ended { .. })
    }

    /// True where the last day is over and the pair is to end.
    pub fn is_due(&self, today: Day) -> bool {
        self.state == State::Planned && self.last_day < today
    }

    /// The first day on which the two are no pair.
    pub fn until(&self) -> Day {
        self.last_day.saturating_add(1.day())
    }

    /// Planned -> Planned, with another day or reason. Whether the day can be had, [`plan`] says.
    pub fn change(self, last_day: Day, reason: Reason, now: Instant) -> Result<Self, NotOpen> {
        Ok(Self { last_day, reason, ..self.step(State::Planned, now)? })
    }

    /// Planned -> `TakenBack`
    pub fn take_back(self, now: Instant) -> Result<Self, NotOpen> {
        self.step(State::TakenBack, now)
    }

    /// Planned -> Closed
    pub fn close(self, now: Instant) -> Result<Self, NotOpen> {
        self.step(State::Closed, now)
    }

    fn step(self, state: State, now: Instant) -> Result<Self, NotOpen> {
        if self.state == State::Planned { Ok(Self { state, changed_at: now, ..self }) } else { Err(NotOpen) }
    }
}

#[cfg(test)]
mod tests;
