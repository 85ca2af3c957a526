//! Meetings of a pair in the year of work: proposed and agreed on by the two, confirmed by both afterwards
//! (feat:D1–D3, D6, D8; essay:E15, E20). Diagram: `docs/states/meetings.md`.

mod agendas;
mod falling;
mod notes;
mod telling;
mod times;
mod unmet;

pub use agendas::{steps_around, themes};
pub use falling::{BACK_DAYS, Fell, TALK_AFTER, called_off_late, to_talk};
pub use notes::{
    Level, MOST_NOTE, MOST_STEP, NextStep, Note, NoteRefused, StepRefused, ThemeRefused, note, step, theme,
};
pub use telling::{TELL_DAYS, tell, told_until};
pub use times::{Busy, Opening, SERIES, Span, WINDOW_DAYS};
pub use unmet::{Unmet, unmet_since};

use crate::contacts::Kind;
use crate::formsets::Unfit;
use crate::pairs::{Pair, State as PairState};
use crate::scenes::may_link;
use crate::sides::Side;
use crate::{Day, Instant, MeetingId, PairId, ProgrammeId, SchoolId};
use jiff::civil::{DateTime, Time};
use std::ops::RangeInclusive;

/// How a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// One of the two proposes the time; the other one's answer is awaited.
    Proposed {
        /// Who proposes it.
        by: Side,
    },
    /// Both agreed to the time.
    Agreed,
    /// The agreed time stands, and one of the two proposes another.
    Moving {
        /// Who proposes it.
        by: Side,
        /// When they could.
        to: Span,
    },
    /// It took place.
    Held,
    /// Both say that it did not take place.
    Missed,
    /// The two remember it differently; the coordinator sees that, and not who says what.
    Disputed,
    /// The other one said no to the time.
    Declined,
    /// Taken back by the one who proposed or wrote it down, or the pair works no longer on that day.
    Withdrawn,
    /// One of the two cannot come; the reason is nobody's business.
    Cancelled {
        /// Who said so.
        by: Side,
    },
}

impl State {
    /// The word under which it is stored and drawn in the diagram; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Proposed { .. } => "proposed",
            Self::Agreed => "agreed",
            Self::Moving { .. } => "moving",
            Self::Held => "held",
            Self::Missed => "missed",
            Self::Disputed => "disputed",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Cancelled { .. } => "cancelled",
        }
    }

    /// True where the two have a time that both know: nobody plans another thing for them then.
    pub const fn is_planned(&self) -> bool {
        matches!(self, Self::Agreed | Self::Moving { .. })
    }

    /// True where nothing of it stands any more.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Declined | Self::Withdrawn | Self::Cancelled { .. })
    }
}

/// What each of the two says: did it take place?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The newcomer.
    pub newcomer: Option<bool>,
    /// The mentor.
    pub mentor: Option<bool>,
}

impl Said {
    /// What this side says.
    pub const fn of(self, side: Side) -> Option<bool> {
        match side {
            Side::Newcomer => self.newcomer,
            Side::Mentor => self.mentor,
        }
    }

    /// The same with the word of this side.
    #[must_use]
    pub const fn with(mut self, side: Side, happened: bool) -> Self {
        match side {
            Side::Newcomer => self.newcomer = Some(happened),
            Side::Mentor => self.mentor = Some(happened),
        }
        self
    }
}

/// One meeting of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The pair.
    pub pair: PairId,
    /// What the two do.
    pub kind: Kind,
    /// What it is about, in a few words that both read.
    pub topic: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Where on the net, of a meeting online.
    pub link: Option<String>,
    /// The day.
    pub day: Day,
    /// The time of day; unknown where a talk was only written down afterwards.
    pub at: Option<Time>,
    /// For how many minutes.
    pub minutes: u16,
    /// Who proposed it first or wrote it down.
    pub set_by: Side,
    /// How it stands.
    pub state: State,
    /// What each says of it afterwards.
    pub said: Said,
    /// The first meeting of the weekly series that it belongs to.
    pub series: Option<MeetingId>,
    /// When it was last changed.
    pub changed_at: Instant,
    /// Version for optimistic locking; also the number of the revision in calendars.
    pub version: i64,
}

/// Minutes that forms offer: from a word in the corridor to an hour (feat:D8).
pub const MINUTES: [u16; 7] = [5, 10, 15, 20, 30, 45, 60];

/// Fewest and most minutes of one meeting.
pub const LENGTH: RangeInclusive<u16> = 5..=180;

/// Longest topic and longest place, in characters.
pub const MOST_WORDS: usize = 200;

/// Longest link, in characters.
pub const MOST_LINK: usize = 300;

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The pair does not work by an order, or not any more.
    NotWorking,
    /// The meeting is not in a state from which the step leads.
    NotOpen,
    /// It is the other one's step.
    NotYours,
    /// The time has passed.
    Past,
    /// It has not ended yet.
    TooEarly,
    /// After the last day of work of the programme.
    TooLate {
        /// That day.
        work_until: Day,
    },
    /// It would go on past midnight: two meetings, then.
    OverMidnight,
    /// Fewer or more than [`LENGTH`].
    Minutes,
    /// A public holiday or a day off.
    DayOff,
    /// One of the two has a lesson or another meeting then.
    Busy,
    /// More or fewer weeks than [`SERIES`].
    Weeks,
    /// The day has not come yet.
    InFuture,
    /// The day lies before the pair's order.
    BeforePair,
    /// The pair has ended, and the days in which its two say what took place are over.
    ToldTooLate {
        /// The last of those days.
        until: Day,
    },
    /// An answer does not fit a question that was added to the log.
    Unfit(Unfit),
    /// The link is no whole encrypted address, is longer than [`MOST_LINK`], or the meeting is not online.
    Link,
}

/// Does the pair meet by these pages? From the order on, until its end; a provisional pair too.
pub const fn open(pair: &Pair) -> Result<(), Refused> {
    match pair.state {
        PairState::Assigned(_) => Ok(()),
        PairState::Agreed | PairState::Published | PairState::Ended { .. } => Err(Refused::NotWorking),
    }
}

/// May this be the link of a meeting? None always may; else only of a meeting online, to a whole encrypted address.
pub fn link(kind: Kind, link: Option<&str>) -> Result<(), Refused> {
    let fits =
        |link: &str| kind == Kind::Online && link.chars().count() <= MOST_LINK && may_link(link).is_ok();
    if link.is_none_or(fits) { Ok(()) } else { Err(Refused::Link) }
}

/// May this time be proposed now?
pub fn propose(kind: Kind, span: Span, busy: &Busy, now: DateTime, work_until: Day) -> Result<(), Refused> {
    match () {
        () if !LENGTH.contains(&span.minutes) => Err(Refused::Minutes),
        () if span.day.to_datetime(span.at) <= now => Err(Refused::Past),
        () if span.day > work_until => Err(Refused::TooLate { work_until }),
        () if span.ends().is_none() => Err(Refused::OverMidnight),
        () if busy.is_off(span.day) => Err(Refused::DayOff),
        () if !busy.is_free(kind, span) => Err(Refused::Busy),
        () => Ok(()),
    }
}

/// May a talk of this day be written down as held? Anything in the pair's period up to today.
pub fn log(pair: &Pair, day: Day, minutes: u16, today: Day) -> Result<(), Refused> {
    open(pair)?;
    let from = pair.assignment().map(|assignment| assignment.period.from);
    match () {
        () if !LENGTH.contains(&minutes) => Err(Refused::Minutes),
        () if day > today => Err(Refused::InFuture),
        () if from.is_some_and(|from| day < from) => Err(Refused::BeforePair),
        () => Ok(()),
    }
}

impl Meeting {
    /// When it takes place, where that is known.
    pub fn span(&self) -> Option<Span> {
        self.at.map(|at| Span { day: self.day, at, minutes: self.minutes })
    }

    /// The time that waits for an answer, and who proposes it; one that has passed unanswered waits for nobody.
    pub fn offer(&self, now: DateTime) -> Option<(Side, Span)> {
        let (by, span) = match self.state {
            State::Proposed { by } => (by, self.span()?),
            State::Moving { by, to } => (by, to),
            _ => return None,
        };
        (span.day.to_datetime(span.at) > now).then_some((by, span))
    }

    /// True where this side is to answer a proposed time.
    pub fn waits_for(&self, side: Side, now: DateTime) -> bool {
        self.offer(now).is_some_and(|(by, _)| by != side)
    }

    /// True where both were proposed together and wait for this side: one answer may be about both. A meeting whose agreed
    /// time is to move is answered alone.
    pub fn is_asked_with(&self, other: &Self, side: Side, now: DateTime) -> bool {
        let waits = |one: &Self| matches!(one.state, State::Proposed { .. }) && one.waits_for(side, now);
        let together = self.series.is_some() && self.series == other.series && self.id != other.id;
        together && waits(self) && waits(other)
    }

    /// True where it has ended, as far as the clock says.
    pub fn has_ended(&self, now: DateTime) -> bool {
        match self.span() {
            Some(span) => span.ends().is_none_or(|ends| span.day.to_datetime(ends) <= now),
            None => self.day <= now.date(),
        }
    }

    /// True where this side is asked whether it took place.
    pub fn asks(&self, side: Side, now: DateTime) -> bool {
        match self.state {
            State::Agreed | State::Moving { .. } => self.has_ended(now) && self.said.of(side).is_none(),
            State::Held => self.said.of(side).is_none(),
            _ => false,
        }
    }

    /// It was written down afterwards, and was never agreed on before.
    pub const fn is_logged(&self) -> bool {
        self.at.is_none()
    }

    /// True where the one who wrote it down may still take it back: the other one has not said anything yet.
    pub fn may_take_back_log(&self, by: Side) -> bool {
        let silent = self.said.of(by.other()).is_none();
        self.is_logged() && self.state == State::Held && self.set_by == by && silent
    }

    /// Proposed | Moving -> Agreed, by the other one. `seen` is the time that they saw.
    pub fn accept(self, by: Side, busy: &Busy, now: DateTime) -> Result<Self, Refused> {
        let (from, span) = match self.state {
            State::Proposed { by } => (by, self.span().ok_or(Refused::NotOpen)?),
            State::Moving { by, to } => (by, to),
            _ => return Err(Refused::NotOpen),
        };
        match () {
            () if from == by => Err(Refused::NotYours),
            () if span.day.to_datetime(span.at) <= now => Err(Refused::Past),
            () if !busy.is_free(self.kind, span) => Err(Refused::Busy),
            () => Ok(self.at_time(span, State::Agreed)),
        }
    }

    /// Another time, by either: a proposal changes, an agreed meeting stands until the other one answers.
    /// Whether the time can be had, [`propose`] says.
    pub fn ask(self, by: Side, span: Span, now: DateTime) -> Result<Self, Refused> {
        match self.state {
            State::Proposed { .. } => Ok(self.at_time(span, State::Proposed { by })),
            State::Agreed | State::Moving { .. } if self.has_ended(now) => Err(Refused::NotOpen),
            State::Agreed | State::Moving { .. } => {
                Ok(Self { state: State::Moving { by, to: span }, ..self })
            }
            _ => Err(Refused::NotOpen),
        }
    }

    /// Proposed -> Declined, Moving -> Agreed: the time does not suit the other one, who gives no reason.
    pub fn decline(self, by: Side) -> Result<Self, Refused> {
        match self.state {
            State::Proposed { by: from } | State::Moving { by: from, .. } if from == by => {
                Err(Refused::NotYours)
            }
            State::Proposed { .. } => Ok(Self { state: State::Declined, ..self }),
            State::Moving { .. } => Ok(Self { state: State::Agreed, ..self }),
            _ => Err(Refused::NotOpen),
        }
    }

    /// Proposed | Held -> Withdrawn, Moving -> Agreed: whoever proposed a time or wrote a talk down takes it back.
    pub fn take_back(self, by: Side) -> Result<Self, Refused> {
        match self.state {
            State::Proposed { by: from } | State::Moving { by: from, .. } if from != by => {
                Err(Refused::NotYours)
            }
            State::Proposed { .. } => Ok(Self { state: State::Withdrawn, ..self }),
            State::Moving { .. } => Ok(Self { state: State::Agreed, ..self }),
            State::Held if self.may_take_back_log(by) => Ok(Self { state: State::Withdrawn, ..self }),
            _ => Err(Refused::NotOpen),
        }
    }

    /// Agreed | Moving -> Cancelled: one of the two cannot come. Nobody asks why.
    pub fn cancel(self, by: Side, now: DateTime) -> Result<Self, Refused> {
        if !self.state.is_planned() || self.has_ended(now) {
            return Err(Refused::NotOpen);
        }
        Ok(Self { state: State::Cancelled { by }, ..self })
    }

    /// Proposed | Agreed | Moving -> Withdrawn: the pair does not work on that day (neg:N17). Another time that falls on
    /// such a day is taken back, and the agreed one stands: Moving -> Agreed. `falls` is true on days without work;
    /// `None` where nothing falls away.
    pub fn fall_away(self, falls: &dyn Fn(Day) -> bool) -> Option<Self> {
        let gone = falls(self.day) && self.said == Said::default();
        match self.state {
            State::Proposed { .. } | State::Agreed | State::Moving { .. } if gone => {
                Some(Self { state: State::Withdrawn, ..self })
            }
            State::Moving { to, .. } if falls(to.day) => Some(Self { state: State::Agreed, ..self }),
            _ => None,
        }
    }

    /// One of the two says whether it took place. Both yes: held; both no: missed; otherwise the coordinator learns
    /// that the two remember it differently (feat:D6). Each may change the own word while it is disputed.
    pub fn say(self, by: Side, happened: bool, now: DateTime) -> Result<Self, Refused> {
        let said = self.said.with(by, happened);
        let alone = match self.state {
            State::Agreed | State::Moving { .. } if !self.has_ended(now) => return Err(Refused::TooEarly),
            State::Agreed | State::Moving { .. } => State::Agreed,
            State::Held if self.said.of(by).is_none() => State::Held,
            State::Disputed => State::Disputed,
            _ => return Err(Refused::NotOpen),
        };
        let state = match (said.newcomer, said.mentor) {
            (Some(true), Some(true)) => State::Held,
            (Some(false), Some(false)) => State::Missed,
            (Some(_), Some(_)) => State::Disputed,
            _ => alone,
        };
        Ok(Self { state, said, ..self })
    }

    fn at_time(self, span: Span, state: State) -> Self {
        Self { day: span.day, at: Some(span.at), minutes: span.minutes, state, ..self }
    }
}

#[cfg(test)]
mod tests;
