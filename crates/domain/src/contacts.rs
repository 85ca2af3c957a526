//! Joint work of newcomers with candidate mentors, and private impressions (feat:C3, C5; essay:E12, E15).
//! Diagram: `docs/states/contacts.md`.

use crate::programmes::{NotNow, Phase, Programme};
use crate::sides::{Side, There};
use crate::{ContactId, Day, Instant, MentorId, NewcomerId, PersonId, ProgrammeId, SchoolId};
use std::collections::BTreeSet;

/// What the two did together (feat:C3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The newcomer came to the mentor's lesson.
    VisitToMentor,
    /// The mentor came to the newcomer's lesson.
    VisitByMentor,
    /// They taught one lesson together.
    CoTeaching,
    /// They planned a lesson together.
    Planning,
    /// They talked.
    Talk,
    /// They were on duty together.
    Duty,
    /// A club, an event, a meeting with parents: school work outside lessons.
    OutsideLessons,
    /// They talked online.
    Online,
    /// They talked by phone.
    Phone,
    /// The mentor showed a lesson to the newcomer, made for that (doc:A7).
    Demonstration,
}

impl Kind {
    /// All kinds, in the order in which forms list them.
    pub const ALL: [Self; 10] = [
        Self::VisitToMentor,
        Self::VisitByMentor,
        Self::CoTeaching,
        Self::Planning,
        Self::Talk,
        Self::Duty,
        Self::OutsideLessons,
        Self::Online,
        Self::Phone,
        Self::Demonstration,
    ];

    /// Those by which a newcomer gets to know a mentor at work (feat:C3); the others are for pairs.
    pub const JOINT: [Self; 7] = [
        Self::VisitToMentor,
        Self::VisitByMentor,
        Self::CoTeaching,
        Self::Planning,
        Self::Talk,
        Self::Duty,
        Self::OutsideLessons,
    ];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::VisitToMentor => "visit_to_mentor",
            Self::VisitByMentor => "visit_by_mentor",
            Self::CoTeaching => "co_teaching",
            Self::Planning => "planning",
            Self::Talk => "talk",
            Self::Duty => "duty",
            Self::OutsideLessons => "outside_lessons",
            Self::Online => "online",
            Self::Phone => "phone",
            Self::Demonstration => "demonstration",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The usual length in minutes (feat:C3): a lesson, a break on duty, an evening with a club. What was done
    /// in truth may be longer or shorter.
    pub const fn norm(self) -> u16 {
        match self {
            Self::VisitToMentor
            | Self::VisitByMentor
            | Self::CoTeaching
            | Self::Planning
            | Self::Demonstration => 45,
            Self::Talk | Self::Duty | Self::Online | Self::Phone => 20,
            Self::OutsideLessons => 60,
        }
    }

    /// Whose lesson is visited; nobody's where it is no visit.
    pub const fn visited(self) -> Option<Side> {
        match self {
            Self::VisitToMentor | Self::Demonstration => Some(Side::Mentor),
            Self::VisitByMentor => Some(Side::Newcomer),
            Self::CoTeaching
            | Self::Planning
            | Self::Talk
            | Self::Duty
            | Self::OutsideLessons
            | Self::Online
            | Self::Phone => None,
        }
    }
}

/// How a joint work stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Written down by one of the two.
    Recorded,
    /// The other one said that it was so.
    Confirmed {
        /// When.
        at: Instant,
    },
    /// Taken back by the one who wrote it down.
    Cancelled {
        /// When.
        at: Instant,
    },
}

impl State {
    /// The word under which it is stored and drawn in the diagram; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Confirmed { .. } => "confirmed",
            Self::Cancelled { .. } => "cancelled",
        }
    }

    /// True where the joint work counts. One word is enough: nobody has to wait for a confirmation to have
    /// met somebody.
    pub const fn counts(&self) -> bool {
        !matches!(self, Self::Cancelled { .. })
    }
}

/// What is written down about a joint work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What the two did.
    pub kind: Kind,
    /// On which day.
    pub held_on: Day,
    /// For how many minutes.
    pub minutes: u16,
    /// What it was about, in a few words that both read.
    pub topic: Option<String>,
}

/// One joint work of a newcomer with a candidate mentor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The newcomer.
    pub newcomer: NewcomerId,
    /// The mentor.
    pub mentor: MentorId,
    /// What they did.
    pub deed: Deed,
    /// Who wrote it down.
    pub recorded_by: Side,
    /// How it stands.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Fewest and most minutes of one joint work: from a talk in the corridor to a school day.
pub const MINUTES: std::ops::RangeInclusive<u16> = 5..=480;

/// Why a joint work cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordRefused {
    /// Neither in the selection, nor in the decision, nor in a second round.
    NotNow(Phase),
    /// The mentor is not approved, or does not work here any more.
    MentorGone,
    /// The newcomer does not work here any more.
    NewcomerGone,
    /// The day has not come yet.
    InFuture,
    /// The day lies before the programme.
    BeforeProgramme {
        /// First day of the programme.
        starts_on: Day,
    },
    /// Fewer or more minutes than [`MINUTES`].
    Minutes,
    /// The same kind of work of the same two on the same day stands already.
    AlreadyRecorded,
}

impl From<NotNow> for RecordRefused {
    fn from(not_now: NotNow) -> Self {
        Self::NotNow(not_now.phase)
    }
}

/// Is joint work of this programme written down on this day? While people choose.
pub fn open(programme: &Programme, today: Day) -> Result<(), NotNow> {
    programme.choosing(today).map(drop)
}

/// May this joint work be written down? `known` is everything the two have done so far. That the same kind on
/// the same day stands once makes a form sent twice, or sent by both, one joint work.
pub fn record(
    deed: &Deed,
    programme: &Programme,
    there: There,
    known: &[Contact],
    today: Day,
) -> Result<(), RecordRefused> {
    open(programme, today)?;
    let starts_on = programme.phases.starts_on;
    let same = |contact: &Contact| {
        contact.state.counts() && contact.deed.kind == deed.kind && contact.deed.held_on == deed.held_on
    };
    match () {
        () if !there.mentor => Err(RecordRefused::MentorGone),
        () if !there.newcomer => Err(RecordRefused::NewcomerGone),
        () if deed.held_on > today => Err(RecordRefused::InFuture),
        () if deed.held_on < starts_on => Err(RecordRefused::BeforeProgramme { starts_on }),
        () if !MINUTES.contains(&deed.minutes) => Err(RecordRefused::Minutes),
        () if known.iter().any(same) => Err(RecordRefused::AlreadyRecorded),
        () => Ok(()),
    }
}

/// How often two people have met (feat:C4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// On how many days. A lesson and the talk after it are one time.
    pub times: usize,
    /// The last of these days.
    pub last: Day,
}

/// How often the two of these contacts have met; `None` where they have not yet. What was taken back does not
/// count, what waits for a confirmation does.
pub fn met<'a>(contacts: impl IntoIterator<Item = &'a Contact>) -> Option<Met> {
    let counted = contacts.into_iter().filter(|contact| contact.state.counts());
    let days: BTreeSet<Day> = counted.map(|contact| contact.deed.held_on).collect();
    days.last().map(|&last| Met { times: days.len(), last })
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// Confirmed or taken back already.
    NotOpen,
    /// It is the other one's step: nobody confirms their own record or takes back another's.
    NotYours,
}

impl Contact {
    /// True where it waits for the confirmation of this side.
    pub fn waits_for(&self, side: Side) -> bool {
        self.state == State::Recorded && self.recorded_by != side
    }

    /// Recorded -> Confirmed, by the one who did not write it down.
    pub fn confirm(self, by: Side, now: Instant) -> Result<Self, StepRefused> {
        match self.state {
            State::Recorded if by == self.recorded_by => Err(StepRefused::NotYours),
            State::Recorded => Ok(Self { state: State::Confirmed { at: now }, ..self }),
            _ => Err(StepRefused::NotOpen),
        }
    }

    /// Recorded -> Cancelled, by the one who wrote it down.
    pub fn cancel(self, by: Side, now: Instant) -> Result<Self, StepRefused> {
        match self.state {
            State::Recorded if by != self.recorded_by => Err(StepRefused::NotYours),
            State::Recorded => Ok(Self { state: State::Cancelled { at: now }, ..self }),
            _ => Err(StepRefused::NotOpen),
        }
    }
}

/// A mark on one of the three scales of an impression, from 1, no, to 4, yes, very.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(u8);

impl Mark {
    /// All marks, lowest first.
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// A mark from its number; `None` outside 1..=4.
    pub fn new(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.0 == number)
    }

    /// Its number, 1..=4.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// What one of the two keeps for themselves about a joint work (feat:C5; essay:E12). Its author alone ever
/// sees it: it is in no export, no count and no log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impression {
    /// Whose impression it is.
    pub author: PersonId,
    /// Of which joint work.
    pub contact: ContactId,
    /// Was it useful to me?
    pub useful: Option<Mark>,
    /// Was I at ease?
    pub ease: Option<Mark>,
    /// Could I ask anything?
    pub asking: Option<Mark>,
    /// A line for oneself; may be empty.
    pub note: String,
    /// When it was last written.
    pub written_at: Instant,
}

/// Longest note of an impression, in characters.
pub const MOST_NOTE: usize = 1000;

/// Why an impression cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepRefused {
    /// No mark and no word.
    Empty,
    /// The note is longer than [`MOST_NOTE`].
    TooLong,
    /// The joint work was taken back.
    Cancelled,
}

/// May this impression be kept? At any time: memory keeps no phases.
pub fn keep(impression: &Impression, contact: &Contact) -> Result<(), KeepRefused> {
    let marked = [impression.useful, impression.ease, impression.asking].iter().any(Option::is_some);
    match () {
        () if !contact.state.counts() => Err(KeepRefused::Cancelled),
        () if !marked && impression.note.trim().is_empty() => Err(KeepRefused::Empty),
        () if impression.note.chars().count() > MOST_NOTE => Err(KeepRefused::TooLong),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests;
