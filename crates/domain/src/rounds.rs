//! A second round (feat:C19; essay:E7, E14; neg:N21): the choice is over and somebody has no pair, so whoever is
//! without one and the mentors with a free place choose once more for some days, by the same rules as before. Who
//! has a pair is not touched. Diagram: `docs/states/rounds.md`.

use crate::programmes::{Phase, Programme};
use crate::{Day, Instant, PersonId, ProgrammeId, RoundId, SchoolId};
use jiff::ToSpan;

/// How a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// People choose, until and with the last day.
    Open,
    /// The last day has passed.
    Over {
        /// When that was written down.
        at: Instant,
    },
    /// The coordinator closed it earlier.
    Closed {
        /// When.
        at: Instant,
    },
}

impl State {
    /// The words of all states, as stored and as drawn in the diagram.
    pub const WORDS: [&'static str; 3] = ["open", "over", "closed"];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => Self::WORDS[0],
            Self::Over { .. } => Self::WORDS[1],
            Self::Closed { .. } => Self::WORDS[2],
        }
    }
}

/// A second round of a programme, or a third.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Which one it is in the programme, from 1; 0 stands for the first choice.
    pub number: u32,
    /// The day on which it was opened.
    pub from: Day,
    /// The last day on which people choose.
    pub until: Day,
    /// When it was opened.
    pub opened_at: Instant,
    /// Who opened it.
    pub opened_by: PersonId,
    /// How it stands.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why a day is no last day of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UntilRefused {
    /// Today or before: nobody could choose.
    TooEarly,
    /// A round is no longer than the selection may be, and ends with the year of work: a search without limit eats
    /// the year (essay:E14).
    TooLate {
        /// The latest last day.
        latest: Day,
    },
}

/// The latest last day of a round that was opened on a day.
pub fn latest(programme: &Programme, from: Day) -> Day {
    let months = i32::from(programme.settings.choice_window_months);
    let after = from.saturating_add(months.months());
    after.saturating_sub(1.day()).min(programme.phases.work_until)
}

/// The last day that is proposed: so many days as the programme sets, earlier where the year ends.
pub fn usual_until(programme: &Programme, today: Day) -> Day {
    let days = i64::from(programme.settings.round_days);
    today.saturating_add(days.days()).min(latest(programme, today))
}

fn check(programme: &Programme, from: Day, until: Day, today: Day) -> Result<(), UntilRefused> {
    let latest = latest(programme, from);
    match () {
        () if until <= today => Err(UntilRefused::TooEarly),
        () if until > latest => Err(UntilRefused::TooLate { latest }),
        () => Ok(()),
    }
}

/// What a round would begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outset {
    /// Newcomers who work here and have no mentor of choice.
    pub looking: usize,
    /// Mentors who work here, do not pause and have a free place.
    pub mentors: usize,
    /// Something of the last choice waits to be published: a draft, an agreed pair, lists that nobody has opened.
    pub unpublished: bool,
}

/// Why no round is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenRefused {
    /// The choice is not over yet, or the year is.
    NotNow(Phase),
    /// One runs already.
    Runs,
    /// First the pairs of the last choice are published: nobody who has agreed waits for a round of others.
    Unpublished,
    /// Everybody has a pair.
    NobodyLooks,
    /// No mentor has a free place.
    NoPlace,
    /// The last day does not fit.
    Until(UntilRefused),
}

/// May a round be opened today, whatever its last day?
pub fn may_open(outset: Outset, programme: &Programme, today: Day) -> Result<(), OpenRefused> {
    programme
        .only_in(&[Phase::Orders, Phase::Work], today)
        .map_err(|not_now| OpenRefused::NotNow(not_now.phase))?;
    match () {
        () if programme.round_on(today).is_some() => Err(OpenRefused::Runs),
        () if outset.unpublished => Err(OpenRefused::Unpublished),
        () if outset.looking == 0 => Err(OpenRefused::NobodyLooks),
        () if outset.mentors == 0 => Err(OpenRefused::NoPlace),
        () => Ok(()),
    }
}

/// A round until a day is opened today. Gives its number.
pub fn open(outset: Outset, until: Day, programme: &Programme, today: Day) -> Result<u32, OpenRefused> {
    may_open(outset, programme, today)?;
    check(programme, today, until, today).map_err(OpenRefused::Until)?;
    Ok(programme.round.as_ref().map_or(0, |last| last.number).saturating_add(1))
}

/// Why a round goes on as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// It is over: its lists are open, and nobody writes them any more.
    NotOpen,
    /// A round gets longer only; it is closed otherwise.
    NotLater {
        /// The last day as it stands.
        until: Day,
    },
    /// The day does not fit.
    Until(UntilRefused),
}

impl Round {
    /// True while people choose in it.
    pub fn runs(&self, today: Day) -> bool {
        self.state == State::Open && today <= self.until
    }

    /// Open -> Open, with a later last day.
    pub fn extend(self, until: Day, programme: &Programme, today: Day) -> Result<Self, StepRefused> {
        if !self.runs(today) {
            return Err(StepRefused::NotOpen);
        }
        if until <= self.until {
            return Err(StepRefused::NotLater { until: self.until });
        }
        check(programme, self.from, until, today).map_err(StepRefused::Until)?;
        Ok(Self { until, ..self })
    }

    /// Open -> Closed, before its last day has passed.
    pub fn close(self, now: Instant, today: Day) -> Result<Self, StepRefused> {
        if self.runs(today) {
            Ok(Self { state: State::Closed { at: now }, ..self })
        } else {
            Err(StepRefused::NotOpen)
        }
    }

    /// Open -> Over, when its last day has passed.
    pub fn end(self, now: Instant, today: Day) -> Result<Self, StepRefused> {
        if self.state == State::Open && today > self.until {
            Ok(Self { state: State::Over { at: now }, ..self })
        } else {
            Err(StepRefused::NotOpen)
        }
    }
}

#[cfg(test)]
mod tests;
