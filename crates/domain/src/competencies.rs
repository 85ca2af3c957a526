//! What a newcomer should be able to do by the end of the year, and the evidence for it (feat:E3; essay:E4, E5): a short
//! frame, and for each line facts that stand in the journal already. The newcomer attaches and takes back; the mentor
//! suggests; nobody adds anything up into a score, and no line has a day.

mod frame;
#[cfg(test)]
mod tests;

pub use frame::{
    AddRefused, Addition, Competency, Field, Item, Line, MOST_ITEM, MOST_ITEMS, add, frame, year_of_change,
};

use crate::difficulties::{Season, Topic};
use crate::milestones::Milestone;
use crate::programmes::Phase;
use crate::{EvidenceId, Instant, MeetingId, NewcomerId, ObservationId, PersonId, PlanItemId, SchoolId};
use std::collections::BTreeSet;

/// Most characters of an own line.
pub const MOST_WORDS: usize = 300;
/// Most evidence of one line of the frame, suggestions included.
pub const MOST_EVIDENCE: usize = 10;

/// Something that stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// A meeting that took place.
    Meeting(MeetingId),
    /// A lesson that was watched, with its finished sheet.
    Observation(ObservationId),
    /// A step of a plan that is done.
    Step(PlanItemId),
    /// A line of the adaptation checklist that is ticked.
    Milestone(Milestone),
    /// A topic that a difficulty map does not name as hard.
    Light(Season, Topic),
}

impl Fact {
    /// The word under which it is stored and sent.
    pub fn word(&self) -> String {
        match self {
            Self::Meeting(id) => format!("meeting:{id}"),
            Self::Observation(id) => format!("observation:{id}"),
            Self::Step(id) => format!("step:{id}"),
            Self::Milestone(one) => format!("milestone:{}", one.word()),
            Self::Light(season, topic) => format!("light:{}:{}", season.word(), topic.word()),
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        let (kind, of) = word.split_once(':')?;
        match kind {
            "meeting" => Some(Self::Meeting(of.into())),
            "observation" => Some(Self::Observation(of.into())),
            "step" => Some(Self::Step(of.into())),
            "milestone" => Milestone::from_word(of).map(Self::Milestone),
            "light" => {
                let (season, topic) = of.split_once(':')?;
                Some(Self::Light(Season::from_word(season)?, Topic::from_word(topic)?))
            }
            _ => None,
        }
    }
}

/// What shows that somebody can do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A fact of the journal.
    Fact(Fact),
    /// A short line of the newcomer's own, where no fact fits.
    Words(String),
}

/// How far it has come. Whatever is taken back or not wanted is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The mentor suggests it.
    Suggested,
    /// The newcomer has attached it.
    Attached,
}

impl State {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Suggested, Self::Attached];

    /// The word under which it is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Attached => "attached",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// Evidence for a line of the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Whose it is.
    pub newcomer: NewcomerId,
    /// For what.
    pub item: Item,
    /// What it is.
    pub proof: Proof,
    /// How far it has come.
    pub state: State,
    /// Who suggested or attached it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

impl Evidence {
    /// Suggested -> Attached: the newcomer takes it.
    #[must_use]
    pub fn accept(self, by: PersonId, at: Instant) -> Self {
        Self { state: State::Attached, by, at, ..self }
    }
}

/// Why evidence is neither attached nor suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The programme of the year is closed.
    NotNow,
    /// No word, or more than [`MOST_WORDS`].
    Words,
    /// The line has [`MOST_EVIDENCE`] already.
    TooMany,
    /// No such fact stands in the journal, or not for this reader.
    NoFact,
    /// The newcomer does not share the frame.
    NotShared,
    /// There is no small step for this line, or the plan does not take it.
    NoStep,
}

/// May this be attached or suggested beside what the line has already?
pub fn keep(proof: &Proof, of_item: usize, phase: Phase) -> Result<(), Refused> {
    let fits = match proof {
        Proof::Fact(_) => true,
        Proof::Words(words) => (1..=MOST_WORDS).contains(&words.trim().chars().count()),
    };
    match () {
        () if phase == Phase::Closed => Err(Refused::NotNow),
        () if !fits => Err(Refused::Words),
        () if of_item >= MOST_EVIDENCE => Err(Refused::TooMany),
        () => Ok(()),
    }
}

/// How many lines of a frame have evidence, and how many have none; what is only suggested is none.
pub fn counted(frame: &[Line], attached: &BTreeSet<Item>) -> (usize, usize) {
    let with = frame.iter().filter(|line| attached.contains(&line.item)).count();
    (with, frame.len() - with)
}
