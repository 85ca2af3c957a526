//! Sessions of the course (feat:G2, G3; essay:E26–E30; doc:A16): meetings of the discussion and of the training; who has a
//! place, who waits, and the hours that count.

use super::State;
use crate::meetings::Span;
use crate::{Day, Instant, PersonId, SchoolId, TrainingId};
use jiff::ToSpan;
use jiff::civil::{DateTime, Time};
use std::collections::BTreeSet;

/// The stage of the course that a session is held for: whoever is at it comes, and hours count there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// A meeting at which cases are discussed.
    Discussion,
    /// A meeting of the training.
    #[default]
    Training,
}

impl Stage {
    /// Both, in the order of the course.
    pub const ALL: [Self; 2] = [Self::Discussion, Self::Training];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Discussion => "discussion",
            Self::Training => "training",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// Is a course at this stage?
    pub const fn is_at(self, state: &State) -> bool {
        match self {
            Self::Discussion => matches!(state, State::Discussion),
            Self::Training => matches!(state, State::Training),
        }
    }

    /// Why whoever is at another stage does not come.
    pub const fn not_at(self) -> TrainingRefused {
        match self {
            Self::Discussion => TrainingRefused::NotAtDiscussion,
            Self::Training => TrainingRefused::NotAtTraining,
        }
    }
}

/// The hours of the outline of the course (`content/course`), in minutes. The school sets how many of training it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Meetings of the discussion.
    pub discussion: u32,
    /// The training.
    pub training: u32,
    /// Preparing by oneself, and the exam.
    pub exam: u32,
}

impl Outline {
    /// As it is written.
    pub const OURS: Self = Self { discussion: 6 * 60, training: 18 * 60, exam: 6 * 60 };

    /// The whole course.
    pub const fn whole(self) -> u32 {
        self.discussion + self.training + self.exam
    }
}

/// The minutes of a stage in sessions that were held or are announced.
pub fn planned<'a>(trainings: impl IntoIterator<Item = &'a Training>, stage: Stage) -> u32 {
    let stand = trainings.into_iter().filter(|one| one.phase != Phase::Cancelled && one.about.stage == stage);
    stand.fold(0, |sum, one| sum.saturating_add(one.about.minutes()))
}

/// What somebody who signed up has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// A place.
    Place,
    /// Waits, and is told of a place when so many before them do not come; from 1.
    Waiting(usize),
}

/// A session that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Where its hours count.
    pub stage: Stage,
    /// How long it was.
    pub minutes: u32,
    /// Who was there, as the trainer marked it.
    pub present: BTreeSet<PersonId>,
}

/// The seat of somebody among those who signed up, in the order in which they did; nothing for others. Whoever
/// withdraws stands in the list no more, and the first of those who wait moves up.
pub fn seat(signed_up: &[PersonId], places: usize, person: &PersonId) -> Option<Seat> {
    let place = signed_up.iter().position(|one| one == person)?;
    Some(if place < places { Seat::Place } else { Seat::Waiting(place - places + 1) })
}

/// The minutes that count for somebody at a stage: of its sessions that took place and at which they were.
pub fn minutes(person: &PersonId, held: &[Held], stage: Stage) -> u32 {
    let attended = held.iter().filter(|session| session.stage == stage && session.present.contains(person));
    attended.fold(0, |sum, session| sum.saturating_add(session.minutes))
}

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It is to come, or nobody has marked yet who was there.
    Announced,
    /// It took place; its leader marked who was there.
    Held,
    /// It does not take place.
    Cancelled,
}

impl Phase {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Announced, Self::Held, Self::Cancelled].into_iter().find(|phase| phase.word() == word)
    }
}

/// What is announced of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// For which stage it is held.
    pub stage: Stage,
    /// What it is about.
    pub title: String,
    /// The day.
    pub day: Day,
    /// When it begins.
    pub from: Time,
    /// When it ends, on the same day.
    pub to: Time,
    /// Where: a room or the address of a call.
    pub place: String,
    /// How many may come.
    pub places: u16,
    /// Who leads it and marks who was there.
    pub leader: PersonId,
    /// What to read before: words or addresses.
    pub before: String,
    /// What to do after.
    pub after: String,
    /// Open to those who are at this stage in other schools of the district; fixed when it is announced.
    pub opened: bool,
}

/// Places of a session at most.
pub const MOST_PLACES: u16 = 200;

/// Minutes of a session at most: a day of work.
const MOST_MINUTES: u32 = 8 * 60;

/// Days after a session in which its leader may correct who was there.
pub const CORRECTED_DAYS: i64 = 14;

impl Announced {
    /// Characters of title and place at most.
    pub const MOST_LINE: usize = 200;
    /// Characters of what to read and to do, at most.
    pub const MOST_WORDS: usize = 2000;

    /// When it is held.
    pub fn span(&self) -> Span {
        Span::between(self.day, self.from, self.to)
    }

    /// How long it is, in minutes; 0 where it ends before it begins.
    pub fn minutes(&self) -> u32 {
        let seconds = self.from.duration_until(self.to).as_secs();
        u32::try_from(seconds / 60).unwrap_or(0)
    }

    /// The same with trimmed words, or what does not hold.
    pub fn checked(self, now: DateTime) -> Result<Self, TrainingRefused> {
        let [title, place, before, after] =
            [&self.title, &self.place, &self.before, &self.after].map(|text| text.trim().to_owned());
        let long = |text: &str, most| text.chars().count() > most;
        match () {
            () if title.is_empty() || place.is_empty() => Err(TrainingRefused::Empty),
            () if long(&title, Self::MOST_LINE) || long(&place, Self::MOST_LINE) => {
                Err(TrainingRefused::TooLong { most: Self::MOST_LINE })
            }
            () if long(&before, Self::MOST_WORDS) || long(&after, Self::MOST_WORDS) => {
                Err(TrainingRefused::TooLong { most: Self::MOST_WORDS })
            }
            () if !(1..=MOST_MINUTES).contains(&self.minutes()) => Err(TrainingRefused::Time),
            () if !(1..=MOST_PLACES).contains(&self.places) => Err(TrainingRefused::Places),
            () if self.day.to_datetime(self.from) <= now => Err(TrainingRefused::Past),
            () => Ok(Self { title, place, before, after, ..self }),
        }
    }
}

/// One session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Training {
    /// Its id.
    pub id: TrainingId,
    /// The school that holds it.
    pub school: SchoolId,
    /// What is announced.
    pub about: Announced,
    /// How it stands.
    pub phase: Phase,
    /// When it was last changed.
    pub changed_at: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

impl Training {
    /// People sign up and step back until it begins.
    pub fn takes_names(&self, now: DateTime) -> Result<(), TrainingRefused> {
        match self.phase {
            Phase::Announced if now < self.about.day.to_datetime(self.about.from) => Ok(()),
            Phase::Announced | Phase::Held => Err(TrainingRefused::Begun),
            Phase::Cancelled => Err(TrainingRefused::Cancelled),
        }
    }

    /// Announced -> Held, once it is over; what was marked may be corrected for some days.
    pub fn mark(self, now: DateTime, at: Instant) -> Result<Self, TrainingRefused> {
        let last = self.about.day.saturating_add(CORRECTED_DAYS.days());
        match self.phase {
            Phase::Cancelled => Err(TrainingRefused::Cancelled),
            _ if now < self.about.day.to_datetime(self.about.to) => Err(TrainingRefused::NotOver),
            Phase::Held if last < now.date() => Err(TrainingRefused::Settled),
            Phase::Announced | Phase::Held => Ok(Self { phase: Phase::Held, changed_at: at, ..self }),
        }
    }

    /// Announced -> Cancelled, until it begins: whoever signed up is told in time. Of one that did not take place nobody is
    /// marked.
    pub fn cancel(self, now: DateTime, at: Instant) -> Result<Self, TrainingRefused> {
        match self.phase {
            Phase::Announced if self.about.day.to_datetime(self.about.from) <= now => {
                Err(TrainingRefused::Begun)
            }
            Phase::Announced => Ok(Self { phase: Phase::Cancelled, changed_at: at, ..self }),
            Phase::Held => Err(TrainingRefused::Begun),
            Phase::Cancelled => Err(TrainingRefused::Cancelled),
        }
    }

    /// What to read before and to do after is written anew, before the session and after it; where it was cancelled nobody
    /// reads it any more.
    pub fn amend(self, before: &str, after: &str, at: Instant) -> Result<Self, TrainingRefused> {
        let (before, after) = (before.trim().to_owned(), after.trim().to_owned());
        let most = Announced::MOST_WORDS;
        match () {
            () if self.phase == Phase::Cancelled => Err(TrainingRefused::Cancelled),
            () if before.chars().count() > most || after.chars().count() > most => {
                Err(TrainingRefused::TooLong { most })
            }
            () => Ok(Self { about: Announced { before, after, ..self.about }, changed_at: at, ..self }),
        }
    }

    /// Does it take place while another one does? Nobody is at both, and no hour counts twice.
    pub fn overlaps(&self, other: &Self) -> bool {
        let stand = self.phase != Phase::Cancelled && other.phase != Phase::Cancelled;
        let (one, two) = (&self.about, &other.about);
        stand && self.id != other.id && one.day == two.day && one.from < two.to && two.from < one.to
    }

    /// The session as it counts for hours, where it was held.
    pub fn held(&self, bookings: &[Booking]) -> Option<Held> {
        (self.phase == Phase::Held).then(|| Held {
            stage: self.about.stage,
            minutes: self.about.minutes(),
            present: bookings
                .iter()
                .filter(|booking| booking.training == self.id && booking.present == Some(true))
                .map(|booking| booking.person.clone())
                .collect(),
        })
    }
}

/// Somebody who signed up for a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// The session.
    pub training: TrainingId,
    /// Who.
    pub person: PersonId,
    /// Their own school: hours count there, wherever the session is held.
    pub home: SchoolId,
    /// When they signed up; the order of places.
    pub at: Instant,
    /// Whether they came, once that was marked.
    pub present: Option<bool>,
}

/// Why a session stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrainingRefused {
    /// Title or place is missing.
    Empty,
    /// A field is too long.
    TooLong {
        /// Characters at most.
        most: usize,
    },
    /// It ends before it begins, or lasts longer than a day of work.
    Time,
    /// No places, or too many.
    Places,
    /// Its time is over.
    Past,
    /// It has begun.
    Begun,
    /// It is not over: nobody can know who came.
    NotOver,
    /// It was cancelled.
    Cancelled,
    /// The days in which the leader may correct are over.
    Settled,
    /// The person's course is not at its training.
    NotAtTraining,
    /// The person's course is not at its discussion.
    NotAtDiscussion,
    /// They are on the list of another session at the same time.
    SameTime,
    /// Whoever leads a session marks who came, and has no hours from it.
    Leads,
}
