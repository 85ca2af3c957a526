//! The pulse of both sides: three waves a year in which mentors and newcomers say how it is for them (doc:A14; feat:L6;
//! essay:E35). The school's choice, demanded of nobody. Diagram: `docs/states/surveys.md`.

mod answers;

pub use answers::{Again, AnswerRefused, Answers, Item, Mark, Motive};

use crate::programmes::{Phase, Programme};
use crate::secrets::Secret;
use crate::{Day, Instant, PersonId, ProgrammeId, SchoolId, SurveyId};
use jiff::ToSpan;
use jiff::civil::date;

/// Days for which a wave is open as a rule.
const USUAL_DAYS: i32 = 14;
/// Most days for which a wave is open: what is asked is how it is now.
const MOST_DAYS: i32 = 31;
/// Days before the last one on which whoever has not looked is reminded, once.
const REMIND_DAYS: i32 = 3;

/// Which of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wave {
    /// The pulse in October.
    October,
    /// After the winter holidays.
    January,
    /// At the end of the year.
    May,
}

impl Wave {
    /// All, in the order of the year.
    pub const ALL: [Self; 3] = [Self::October, Self::January, Self::May];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::October => "october",
            Self::January => "january",
            Self::May => "may",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wave| wave.word() == word)
    }

    /// The wave that can be opened on a day: from 1 October, 11 January, 1 May on; none before, and none when the
    /// programme's work is over.
    pub fn on(programme: &Programme, today: Day) -> Option<Self> {
        let next = programme.first_year.saturating_add(1);
        match () {
            () if programme.phase(today) == Phase::Closed => None,
            () if today >= date(next, 5, 1) => Some(Self::May),
            () if today >= date(next, 1, 11) => Some(Self::January),
            () if today >= date(programme.first_year, 10, 1) => Some(Self::October),
            () => None,
        }
    }

    /// The wave that the calendar proposes on a day: in its own month alone (doc:A14).
    pub fn proposed(programme: &Programme, today: Day) -> Option<Self> {
        Self::on(programme, today).filter(|wave| today.month() == wave.month())
    }

    const fn month(self) -> i8 {
        match self {
            Self::October => 10,
            Self::January => 1,
            Self::May => 5,
        }
    }

    /// True where «would you choose each other again» is asked: in October most have not chosen yet.
    pub const fn asks_again(self) -> bool {
        !matches!(self, Self::October)
    }
}

/// How a wave stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// People answer, until and with the last day. The secret leads from a person to their answers; it is forgotten when
    /// the wave closes.
    Open(Secret),
    /// Closed: nobody can say any more who answered what.
    Closed {
        /// When.
        at: Instant,
    },
}

impl State {
    /// The words of both states, as stored and as drawn in the diagram.
    pub const WORDS: [&'static str; 2] = ["open", "closed"];

    /// The word under which it is stored.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Open(_) => Self::WORDS[0],
            Self::Closed { .. } => Self::WORDS[1],
        }
    }
}

/// One wave of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Its id.
    pub id: SurveyId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Which one.
    pub wave: Wave,
    /// The last day for answers.
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

/// Why a wave is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenRefused {
    /// None is due on this day.
    NotNow,
    /// It was opened already.
    Taken,
    /// Nobody has a mentor and nobody mentors.
    Nobody,
    /// Today or before: nobody could answer.
    TooEarly,
    /// Longer than a month, or beyond the year of work.
    TooLate {
        /// The latest last day.
        latest: Day,
    },
}

/// The latest last day of a wave that is opened on a day.
pub fn latest(programme: &Programme, today: Day) -> Day {
    today.saturating_add(MOST_DAYS.days()).min(programme.last_day())
}

/// The last day that is proposed.
pub fn usual_until(programme: &Programme, today: Day) -> Day {
    today.saturating_add(USUAL_DAYS.days()).min(latest(programme, today))
}

/// May the wave of today be opened until a day? `known` are the waves that were opened before, `asked` how many would
/// answer.
pub fn open(
    known: &[Wave],
    asked: usize,
    until: Day,
    programme: &Programme,
    today: Day,
) -> Result<Wave, OpenRefused> {
    let wave = Wave::on(programme, today).ok_or(OpenRefused::NotNow)?;
    let latest = latest(programme, today);
    match () {
        () if known.contains(&wave) => Err(OpenRefused::Taken),
        () if asked == 0 => Err(OpenRefused::Nobody),
        () if until <= today => Err(OpenRefused::TooEarly),
        () if until > latest => Err(OpenRefused::TooLate { latest }),
        () => Ok(wave),
    }
}

/// It is closed, or its last day has not passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOpen;

impl Survey {
    /// What leads to the answers while people may answer on a day.
    pub fn runs(&self, today: Day) -> Option<&Secret> {
        match &self.state {
            State::Open(secret) if today <= self.until => Some(secret),
            State::Open(_) | State::Closed { .. } => None,
        }
    }

    /// True on the days on which whoever has not looked is reminded.
    pub fn reminds(&self, today: Day) -> bool {
        self.runs(today).is_some() && today >= self.until.saturating_sub(REMIND_DAYS.days())
    }

    /// Open -> Closed: by the coordinator, or by its day. Gives what led to the answers, for the last time.
    pub fn close(self, now: Instant) -> Result<(Self, Secret), NotOpen> {
        match self.state {
            State::Open(secret) => Ok((Self { state: State::Closed { at: now }, ..self }, secret)),
            State::Closed { .. } => Err(NotOpen),
        }
    }
}

#[cfg(test)]
mod tests;
