//! A change of mentor without blame (feat:C23; essay:E7, E9): one of a pair asks the coordinator in confidence, and
//! the coordinator talks, leaves the pair as it is or puts another in its place. Diagram:
//! `docs/states/handovers.md`.

use crate::pairs::{AppointRefused, Assignment, Origin, Pair, State as PairState};
use crate::programmes::{Phase, Programme};
use crate::sides::Side;
use crate::{Day, HandoverId, Instant, PairId, ProgrammeId, SchoolId};
use jiff::ToSpan;

/// Most characters of the note to the coordinator.
pub const MOST_NOTE: usize = 500;

/// How it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The coordinator is to talk and to decide.
    Asked,
    /// Whoever asked took it back.
    TakenBack {
        /// When.
        at: Instant,
    },
    /// The pair goes on; both are free to ask again.
    Stayed {
        /// When.
        at: Instant,
    },
    /// Another pair stands in its place.
    CarriedOut {
        /// When.
        at: Instant,
        /// The new pair.
        into: PairId,
    },
}

impl State {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::TakenBack { .. } => "taken_back",
            Self::Stayed { .. } => "stayed",
            Self::CarriedOut { .. } => "carried_out",
        }
    }
}

/// A confidential request for another mentor, or to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Its id.
    pub id: HandoverId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The pair it is about.
    pub pair: PairId,
    /// Who asked; for the coordinator alone.
    pub asked_by: Side,
    /// What they wrote to the coordinator, if anything.
    pub note: Option<String>,
    /// When.
    pub asked_at: Instant,
    /// How it stands.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why nobody can ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskRefused {
    /// The pair has no order that holds: before it each steps back by themselves, after its end there is nothing to
    /// change, and a provisional mentor stays until the choice is made.
    NotAssigned,
    /// The programme is over.
    Over,
    /// Nobody coordinates the programme but the other one of the pair, who must not read it.
    NobodyReads,
    /// The note is longer than [`MOST_NOTE`].
    NoteTooLong,
    /// The same side has asked already.
    AlreadyAsked,
}

/// May one of a pair ask? `readers` is true where somebody who is not the other one of the pair coordinates.
pub fn may_ask(pair: &Pair, programme: &Programme, readers: bool, today: Day) -> Result<(), AskRefused> {
    let assigned = matches!(pair.state, PairState::Assigned(_)) && pair.origin != Origin::Provisional;
    match () {
        () if !assigned => Err(AskRefused::NotAssigned),
        () if programme.phase(today) == Phase::Closed => Err(AskRefused::Over),
        () if !readers => Err(AskRefused::NobodyReads),
        () => Ok(()),
    }
}

/// A note as it is kept: without white space around it, none where nothing is written.
pub fn note(words: Option<&str>) -> Result<Option<String>, AskRefused> {
    let words = words.map(str::trim).filter(|words| !words.is_empty());
    if words.is_some_and(|words| words.chars().count() > MOST_NOTE) {
        return Err(AskRefused::NoteTooLong);
    }
    Ok(words.map(ToOwned::to_owned))
}

/// It was taken back or decided already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOpen;

impl Handover {
    /// True while it is to be decided: nobody has, and the pair has not ended by something else.
    pub fn is_open(&self, pair: &Pair) -> bool {
        self.state == State::Asked && self.pair == pair.id && !matches!(pair.state, PairState::Ended { .. })
    }

    /// Asked -> `TakenBack`. The note goes with it.
    pub fn take_back(self, now: Instant) -> Result<Self, NotOpen> {
        Ok(Self { note: None, ..self.step(State::TakenBack { at: now })? })
    }

    /// Asked -> Stayed
    pub fn stay(self, now: Instant) -> Result<Self, NotOpen> {
        self.step(State::Stayed { at: now })
    }

    /// Asked -> `CarriedOut`
    pub fn carry_out(self, into: PairId, now: Instant) -> Result<Self, NotOpen> {
        self.step(State::CarriedOut { at: now, into })
    }

    fn step(self, state: State) -> Result<Self, NotOpen> {
        if self.state == State::Asked { Ok(Self { state, ..self }) } else { Err(NotOpen) }
    }
}

/// Why a change is not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeRefused {
    /// Taken back or decided already, or the pair has ended by something else.
    NotOpen,
    /// The last day is before the first one of the order.
    BeforeFirstDay {
        /// The first day.
        from: Day,
    },
    /// The last day has not come: nobody is left without a mentor ahead of time.
    AfterToday,
    /// The new mentor has not been asked.
    NotAgreed,
    /// The new mentor is the old one.
    SameMentor,
    /// The new pair cannot be made.
    New(AppointRefused),
}

/// The first day on which the two are no pair any more, where `last_day` is their last one. The new period begins
/// on it at the earliest, so none overlaps and none is empty (neg:N5).
pub fn ends_on(pair: &Pair, last_day: Day, today: Day) -> Result<Day, ChangeRefused> {
    let PairState::Assigned(Assignment { period, .. }) = &pair.state else {
        return Err(ChangeRefused::NotOpen);
    };
    match () {
        () if last_day < period.from => Err(ChangeRefused::BeforeFirstDay { from: period.from }),
        () if last_day > today => Err(ChangeRefused::AfterToday),
        () => Ok(last_day.saturating_add(1.day())),
    }
}

#[cfg(test)]
mod tests;
