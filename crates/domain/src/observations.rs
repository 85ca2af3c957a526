//! Lesson observations: the sheet of a lesson, whose owner is the observed teacher, and the control of the school's
//! administration beside it (doc:A9, A10; feat:D11; essay:E23; rules §17). Diagram: `docs/states/observations.md`.

mod floors;
mod sharing;
mod sheets;

pub use floors::{Half, Progress, progress};
pub use sharing::{Audience, Shares};
pub use sheets::{
    Block, Content, Criterion, MOST_LINE, MOST_SHEETS, MOST_WORDS, Mark, Named, Part, Read, Sheet,
    SheetRefused, Total,
};

use crate::contacts::Kind as Contact;
use crate::formsets::Kind as FormKind;
use crate::meetings::{Busy, Refused as TimeRefused, Span, propose as propose_time};
use crate::permissions::{Lesson, Reading};
use crate::plans::Step;
use crate::{Day, Instant, NewcomerId, ObservationId, PersonId, ProgrammeId, SchoolId};
use jiff::civil::{DateTime, Time};

/// What somebody comes to a lesson for. Kept as it was on the day: the mentor of then stays the mentor of then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The mentor of the pair watches the newcomer's lesson.
    ByMentor,
    /// Another teacher, the coordinator or the head watches it, to help.
    ByOutsider,
    /// The newcomer visits the lesson of the mentor or of another teacher (doc:A10).
    ByNewcomer,
    /// The school's administration watches the newcomer's lesson within internal control.
    Control,
}

impl Kind {
    /// All, in the order of pages.
    pub const ALL: [Self; 4] = [Self::ByMentor, Self::ByOutsider, Self::ByNewcomer, Self::Control];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ByMentor => "by_mentor",
            Self::ByOutsider => "by_outsider",
            Self::ByNewcomer => "by_newcomer",
            Self::Control => "control",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// True where the observed teacher owns the sheet and decides who else reads it.
    pub const fn is_developmental(self) -> bool {
        !matches!(self, Self::Control)
    }

    /// True where the sheet has criteria with marks: nobody marks the colleague whom they visit to learn.
    pub const fn has_marks(self) -> bool {
        !matches!(self, Self::ByNewcomer)
    }

    /// The form that its sheet has.
    pub const fn form(self) -> FormKind {
        match self {
            Self::ByMentor | Self::ByOutsider => FormKind::Observation,
            Self::ByNewcomer => FormKind::Visit,
            Self::Control => FormKind::Control,
        }
    }

    /// The same as work of two: whose lesson is visited teaches in it.
    pub const fn contact(self) -> Contact {
        match self {
            Self::ByNewcomer => Contact::VisitToMentor,
            Self::ByMentor | Self::ByOutsider | Self::Control => Contact::VisitByMentor,
        }
    }
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// Whoever teaches the lesson.
    Observed,
    /// Whoever watches it.
    Observer,
}

impl Party {
    /// The other of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Observed => Self::Observer,
            Self::Observer => Self::Observed,
        }
    }

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Observer => "observer",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Observed, Self::Observer].into_iter().find(|party| party.word() == word)
    }
}

/// How an observation stands. Whether a sheet has been begun, its observer alone knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// One of the two proposes the lesson; the other one's answer is awaited.
    Proposed {
        /// Who proposes it.
        by: Party,
    },
    /// Both know the lesson: agreed on, or announced by the administration.
    Planned,
    /// The other one said no.
    Declined,
    /// Taken back by whoever proposed it.
    Withdrawn,
    /// It does not take place; the reason is nobody's business.
    Cancelled {
        /// Who said so.
        by: Party,
    },
    /// The sheet is finished, and the observed teacher reads it.
    Finished,
    /// The observer took the finished sheet back for good.
    Void {
        /// Why; both read it.
        reason: String,
    },
}

impl State {
    /// The word under which it is stored and drawn in the diagram; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Proposed { .. } => "proposed",
            Self::Planned => "planned",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Cancelled { .. } => "cancelled",
            Self::Finished => "finished",
            Self::Void { .. } => "void",
        }
    }

    /// True once there has been a finished sheet.
    pub const fn is_past(&self) -> bool {
        matches!(self, Self::Finished | Self::Void { .. })
    }

    /// True where it still leads anywhere.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Proposed { .. } | Self::Planned)
    }
}

/// One observation of one lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Its id.
    pub id: ObservationId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The newcomer whose first years it is about: the observed one, or the observer of a visit.
    pub newcomer: NewcomerId,
    /// What it is for.
    pub kind: Kind,
    /// Who teaches the lesson; owns the sheet of a developmental one.
    pub observed: PersonId,
    /// Who watches it and writes the sheet.
    pub observer: PersonId,
    /// The class, as the timetable writes it.
    pub class: Option<String>,
    /// The room.
    pub room: Option<String>,
    /// The day.
    pub day: Day,
    /// When the lesson begins.
    pub at: Time,
    /// How long it lasts.
    pub minutes: u16,
    /// Its number among the observations of the programme, from 1; stands on the paper.
    pub number: u16,
    /// Code that stands on the paper.
    pub code: String,
    /// How it stands.
    pub state: State,
    /// Who else reads the finished sheet.
    pub shares: Shares,
    /// When it was last changed.
    pub changed_at: Instant,
    /// Version for optimistic locking; also the number of the revision in calendars.
    pub version: i64,
}

/// Why an observation is not proposed, or a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The lesson's time cannot be had.
    Time(TimeRefused),
    /// Nobody observes their own lesson.
    Yourself,
    /// Neither of the two is a newcomer of the programme.
    NoNewcomer,
    /// One of the two does not work here any more.
    Gone,
    /// The mentor supports and does not control (rules §12).
    MentorControls,
    /// It is not in a state from which the step leads.
    NotOpen,
    /// It is the other one's step.
    NotYours,
    /// A control belongs to the school: nobody shares it on.
    NotShared,
    /// The lesson has not begun.
    TooEarly,
    /// The sheet does not say enough, or too much.
    Sheet(SheetRefused),
}

/// May this lesson be watched?
pub fn propose(kind: Kind, span: Span, busy: &Busy, now: DateTime, work_until: Day) -> Result<(), Refused> {
    propose_time(kind.contact(), span, busy, now, work_until).map_err(Refused::Time)
}

/// What an observation of these two is for. `mentor` is the newcomer's mentor of today.
pub fn kind(
    observer_is_newcomer: bool,
    controls: bool,
    observer: &PersonId,
    mentor: Option<&PersonId>,
) -> Result<Kind, Refused> {
    let mentors = mentor == Some(observer);
    match () {
        () if controls && mentors => Err(Refused::MentorControls),
        () if controls => Ok(Kind::Control),
        () if observer_is_newcomer => Ok(Kind::ByNewcomer),
        () if mentors => Ok(Kind::ByMentor),
        () => Ok(Kind::ByOutsider),
    }
}

impl Observation {
    /// The step of the work plan that it is for a pair with this mentor (doc:A4); a lesson that an outsider or the
    /// administration watches is none.
    pub fn step(&self, mentor: &PersonId) -> Option<Step> {
        match self.kind {
            Kind::ByMentor if self.observer == *mentor => Some(Step::VisitNewcomer),
            Kind::ByNewcomer if self.observed == *mentor => Some(Step::VisitMentor),
            Kind::ByNewcomer => Some(Step::OtherLessons),
            Kind::ByMentor | Kind::ByOutsider | Kind::Control => None,
        }
    }

    /// When the lesson is.
    pub const fn span(&self) -> Span {
        Span { day: self.day, at: self.at, minutes: self.minutes }
    }

    /// Which of the two somebody is.
    pub fn party(&self, person: &PersonId) -> Option<Party> {
        match () {
            () if *person == self.observed => Some(Party::Observed),
            () if *person == self.observer => Some(Party::Observer),
            () => None,
        }
    }

    /// The person on a side.
    pub const fn person(&self, party: Party) -> &PersonId {
        match party {
            Party::Observed => &self.observed,
            Party::Observer => &self.observer,
        }
    }

    /// The lesson with its two, as permissions ask for it.
    pub const fn lesson(&self) -> Lesson<'_> {
        Lesson { school: &self.school, observed: &self.observed, observer: &self.observer }
    }

    /// A sheet as somebody wants to read it: a draft, or a finished one. `mentor` is the newcomer's mentor of today.
    pub const fn reading<'a>(&'a self, mentor: Option<&'a PersonId>, finished: bool) -> Reading<'a> {
        let stands = matches!(self.state, State::Finished);
        let shares = if stands { self.shares } else { Shares::NONE };
        let control = stands && !self.kind.is_developmental();
        Reading { lesson: self.lesson(), mentor, control, finished, shares }
    }

    /// True where this one is to answer; a lesson that has passed unanswered waits for nobody.
    pub fn waits_for(&self, party: Party, now: DateTime) -> bool {
        let ahead = self.day.to_datetime(self.at) > now;
        matches!(self.state, State::Proposed { by } if by != party) && ahead
    }

    /// True from the beginning of the lesson on: now the sheet can be written.
    pub fn has_begun(&self, now: DateTime) -> bool {
        self.day.to_datetime(self.at) <= now
    }

    /// Proposed -> Planned, by the other one.
    pub fn accept(self, by: Party, busy: &Busy, now: DateTime) -> Result<Self, Refused> {
        let State::Proposed { by: from } = self.state else { return Err(Refused::NotOpen) };
        match () {
            () if from == by => Err(Refused::NotYours),
            () if self.has_begun(now) => Err(Refused::Time(TimeRefused::Past)),
            () if !busy.is_free(self.kind.contact(), self.span()) => Err(Refused::Time(TimeRefused::Busy)),
            () => Ok(Self { state: State::Planned, ..self }),
        }
    }

    /// Proposed -> Declined, by the other one, who gives no reason.
    pub fn decline(self, by: Party) -> Result<Self, Refused> {
        match self.state {
            State::Proposed { by: from } if from == by => Err(Refused::NotYours),
            State::Proposed { .. } => Ok(Self { state: State::Declined, ..self }),
            _ => Err(Refused::NotOpen),
        }
    }

    /// Proposed -> Withdrawn, by whoever proposed it.
    pub fn take_back(self, by: Party) -> Result<Self, Refused> {
        match self.state {
            State::Proposed { by: from } if from != by => Err(Refused::NotYours),
            State::Proposed { .. } => Ok(Self { state: State::Withdrawn, ..self }),
            _ => Err(Refused::NotOpen),
        }
    }

    /// Planned -> Cancelled: it does not take place. Either says so where the two agreed on it; a control is called
    /// off by the administration alone. What was drafted is read by nobody.
    pub fn cancel(self, by: Party) -> Result<Self, Refused> {
        match self.state {
            State::Planned if self.kind.is_developmental() || by == Party::Observer => {
                Ok(Self { state: State::Cancelled { by }, ..self })
            }
            State::Planned => Err(Refused::NotYours),
            _ => Err(Refused::NotOpen),
        }
    }

    /// May the observer write on the sheet now?
    pub fn keep(&self, now: DateTime) -> Result<(), Refused> {
        match self.state {
            State::Planned if !self.has_begun(now) => Err(Refused::TooEarly),
            State::Planned | State::Finished => Ok(()),
            _ => Err(Refused::NotOpen),
        }
    }

    /// Planned | Finished -> Finished: the observer finishes the sheet, or a new version of it. Earlier versions stay
    /// as they were.
    pub fn finish(self, sheet: &Sheet, now: DateTime) -> Result<Self, Refused> {
        self.keep(now)?;
        sheet.content.is_enough(self.kind, &sheet.added).map_err(Refused::Sheet)?;
        Ok(Self { state: State::Finished, ..self })
    }

    /// Finished -> Void, with a reason that both read. Nobody else reads the sheet from now on, and it counts nowhere.
    pub fn annul(self, reason: &str) -> Result<Self, Refused> {
        match self.state {
            State::Finished => {
                sheets::line(reason).map_err(Refused::Sheet)?;
                let state = State::Void { reason: reason.trim().to_owned() };
                Ok(Self { state, shares: Shares::NONE, ..self })
            }
            _ => Err(Refused::NotOpen),
        }
    }

    /// The observed teacher decides who else reads the finished sheet; what is taken back is unread at once.
    pub fn share(self, shares: Shares) -> Result<Self, Refused> {
        match self.state {
            _ if !self.kind.is_developmental() => Err(Refused::NotShared),
            State::Finished => Ok(Self { shares, ..self }),
            _ => Err(Refused::NotOpen),
        }
    }

    /// Proposed | Planned -> Withdrawn: one of the two works here no longer (neg:N17).
    #[must_use]
    pub fn drop_out(self) -> Option<Self> {
        self.state.is_open().then_some(Self { state: State::Withdrawn, ..self })
    }
}

#[cfg(test)]
mod tests;
