//! Reports that gather their facts from the journal and are signed in a chain (doc:A12, A13, A21, B15; feat:F1–F5;
//! essay:E20, E22). Diagram: `docs/states/reports.md`.

mod due;
mod editions;
mod facts;
mod forms;

pub use due::{asked_from, due_on, is_asked_of, period};
pub use editions::{Edition, EditionRefused, MOST_BODY, edition, in_force};
pub use facts::{Change, Facts, Figure, Line, List, Party, What};
pub use forms::{Form, Signer};

pub use crate::formsets::{
    Asked, Basis, Field, FieldRefused, Label, MOST_FIELDS, MOST_LABEL, Origin, Unfit, Version, field,
};
pub use crate::signatures::{MOST_COMMENT, Signature, of_place};

use crate::{Instant, PairId, PersonId, ProgrammeId, ReportId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most characters of one answer.
pub const MOST_WORDS: usize = 2000;

/// What a report is about, and who writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The mentor's report on a pair (doc:A12).
    Mentor,
    /// The newcomer's report on the mentoring (doc:A13).
    Newcomer,
    /// The coordinator's analytic note on the programme (doc:A21).
    Note,
    /// The coordinator's annual report of the pupil programme (doc:B15).
    Peers,
}

impl Kind {
    /// All, in the order of pages.
    pub const ALL: [Self; 4] = [Self::Mentor, Self::Newcomer, Self::Note, Self::Peers];

    /// The word under which it is stored; also a part of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Newcomer => "newcomer",
            Self::Note => "note",
            Self::Peers => "peers",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// True where it is about one pair.
    pub const fn is_of_pair(self) -> bool {
        !matches!(self, Self::Note | Self::Peers)
    }

    /// The parts of the year of which there is one, in their order.
    pub const fn terms(self) -> &'static [Term] {
        match self {
            Self::Mentor | Self::Newcomer | Self::Note => &Term::ALL,
            Self::Peers => &[Term::Year],
        }
    }
}

/// Which part of the year it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// From the beginning of the programme to the winter holidays.
    Half,
    /// The whole year.
    Year,
}

impl Term {
    /// Both, in the order of the year.
    pub const ALL: [Self; 2] = [Self::Half, Self::Year];

    /// The word under which it is stored; also a part of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::Year => "year",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|term| term.word() == word)
    }
}

/// How a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Its author writes; nobody else sees it (neg:N11).
    Draft,
    /// Facts and words are frozen; the author's signature is awaited.
    Ready,
    /// Some have signed.
    Signed,
    /// Somebody returned it; whose place in the chain is to mend it.
    Returned {
        /// The place, from 0: the author.
        to: u8,
    },
    /// Everybody of the chain has signed.
    Approved,
}

impl State {
    /// The word under which it is stored and drawn in the diagram; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Ready => "ready",
            Self::Signed => "signed",
            Self::Returned { .. } => "returned",
            Self::Approved => "approved",
        }
    }
}

/// What a ready report says: it stays as it was, whatever happens in the journal later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What was gathered.
    pub facts: Facts,
    /// What people wrote, by the keys of the form's fields.
    pub words: BTreeMap<String, String>,
    /// When it became ready.
    pub at: Instant,
}

/// One report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its id.
    pub id: ReportId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// What it is about.
    pub kind: Kind,
    /// Which part of the year.
    pub term: Term,
    /// The pair; a report on a programme has none.
    pub pair: Option<PairId>,
    /// Who writes it.
    pub author: PersonId,
    /// Its number among the reports of the programme, from 1; stands on the paper.
    pub number: u16,
    /// Code under which the paper is checked.
    pub code: String,
    /// The form as it was when the report was begun.
    pub form: Form,
    /// The author's words as they stand now; nobody else reads them before they are ready.
    pub draft: BTreeMap<String, String>,
    /// What is ready; of a report that was taken back, what was ready before.
    pub content: Option<Content>,
    /// How it stands.
    pub state: State,
    /// When it was begun.
    pub made_at: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

/// What was done to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Begun.
    Begun,
    /// Words were written or changed.
    Written,
    /// Said to be ready.
    Ready,
    /// Taken back by its author.
    TakenBack,
    /// Signed.
    Signed,
    /// A qualified signature came beside a simple one.
    Sealed,
    /// A signature became void by an edit or a return.
    Voided,
    /// Returned with a comment.
    Returned,
    /// Everybody has signed.
    Approved,
}

impl Deed {
    const ALL: [Self; 9] = [
        Self::Begun,
        Self::Written,
        Self::Ready,
        Self::TakenBack,
        Self::Signed,
        Self::Sealed,
        Self::Voided,
        Self::Returned,
        Self::Approved,
    ];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Written => "written",
            Self::Ready => "ready",
            Self::TakenBack => "taken-back",
            Self::Signed => "signed",
            Self::Sealed => "sealed",
            Self::Voided => "voided",
            Self::Returned => "returned",
            Self::Approved => "approved",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.word() == word)
    }
}

/// One line of a report's history (feat:F10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Instant,
    /// Who.
    pub by: PersonId,
    /// What was done.
    pub deed: Deed,
    /// The field of the form, where words were changed or returned.
    pub field: Option<String>,
    /// What stood there before.
    pub was: Option<String>,
    /// What stands there since then; of a return, the comment.
    pub became: Option<String>,
}

impl Event {
    /// True where only the author reads it: words that are not ready, and that they were written (neg:N11).
    pub const fn is_private(&self) -> bool {
        matches!(self.deed, Deed::Begun | Deed::Written)
    }
}

/// Why a step is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The report is not in a state from which the step leads.
    NotOpen,
    /// It is another one's turn.
    NotYours,
    /// A field that the form needs is empty.
    Missing(String),
    /// An answer is longer than [`MOST_WORDS`], or a comment than [`MOST_COMMENT`].
    TooLong(String),
    /// An answer that is none to its question.
    Unfit(String, Unfit),
    /// A return without a comment.
    NoComment,
    /// The pair has no order.
    NotAssigned,
    /// The content is not the one that was read.
    Changed,
    /// The password or code is not the person's.
    Wrong,
    /// The person has no password yet.
    NoPassword,
}

impl Report {
    /// Whose turn it is in the chain; `None` of a draft and where all have signed.
    pub fn next(&self, signatures: &[Signature]) -> Option<(u8, Signer)> {
        let awaited = |(place, _): &(u8, Signer)| of_place(signatures, *place).is_none();
        match self.state {
            State::Draft | State::Approved | State::Returned { to: 0 } => None,
            State::Ready | State::Signed | State::Returned { .. } => self.form.places().find(awaited),
        }
    }

    /// What a signature of a place covers: the facts, and the words of its own place and of those before it.
    pub fn covered(&self, place: u8) -> Option<Content> {
        let mut content = self.content.clone()?;
        content.words.retain(|key, _| self.form.field(key).is_some_and(|field| field.by <= place));
        Some(content)
    }

    /// True where the author's words may be changed now.
    pub const fn is_written(&self) -> bool {
        matches!(self.state, State::Draft | State::Returned { to: 0 })
    }

    /// May these words be kept as the author's?
    pub fn write(mut self, words: BTreeMap<String, String>) -> Result<Self, Refused> {
        if !self.is_written() {
            return Err(Refused::NotOpen);
        }
        self.form.check(0, &words, false)?;
        self.draft = words;
        Ok(self)
    }

    /// Draft | Returned -> Ready: facts and words are frozen.
    pub fn ready(mut self, facts: Facts, now: Instant) -> Result<Self, Refused> {
        if !self.is_written() {
            return Err(Refused::NotOpen);
        }
        self.form.check(0, &self.draft, true)?;
        self.content = Some(Content { facts, words: self.draft.clone(), at: now });
        self.state = State::Ready;
        Ok(self)
    }

    /// Ready | Signed | Returned -> Draft: the author takes it back; every signature is void.
    pub fn take_back(mut self) -> Result<Self, Refused> {
        match self.state {
            State::Draft | State::Approved => return Err(Refused::NotOpen),
            State::Ready | State::Signed | State::Returned { .. } => self.state = State::Draft,
        }
        Ok(self)
    }

    /// Ready | Signed -> Signed | Approved, Returned -> Signed: the next of the chain signs, with the words of that place.
    pub fn sign(
        mut self,
        signatures: &[Signature],
        place: u8,
        words: &BTreeMap<String, String>,
    ) -> Result<Self, Refused> {
        let (next, _) = self.next(signatures).ok_or(Refused::NotOpen)?;
        if next != place {
            return Err(Refused::NotYours);
        }
        let content = self.content.as_mut().ok_or(Refused::NotOpen)?;
        if place > 0 {
            self.form.check(place, words, true)?;
            content.words.extend(words.clone());
        }
        let is_last = |(at, _): (u8, Signer)| at == place || of_place(signatures, at).is_some();
        self.state = if self.form.places().all(is_last) { State::Approved } else { State::Signed };
        Ok(self)
    }

    /// Signed | Approved -> Returned: the next of the chain, or the last where all have signed, returns the words of a
    /// field. Gives the place from which signatures are void: exactly those that cover the field (feat:F3; neg:N12).
    pub fn give_back(
        mut self,
        signatures: &[Signature],
        by: u8,
        field: &str,
        comment: &str,
    ) -> Result<(Self, u8), Refused> {
        let turn = match self.state {
            State::Signed => self.next(signatures).map(|(place, _)| place),
            State::Approved => self.form.places().last().map(|(place, _)| place).filter(|place| *place > 0),
            State::Draft | State::Ready | State::Returned { .. } => None,
        };
        match turn {
            None => return Err(Refused::NotOpen),
            Some(turn) if turn != by => return Err(Refused::NotYours),
            Some(_) => {}
        }
        let to = self.form.field(field).map_or(0, |field| field.by);
        if to >= by {
            return Err(Refused::NotYours);
        }
        match comment.trim().chars().count() {
            0 => return Err(Refused::NoComment),
            count if count > MOST_COMMENT => return Err(Refused::TooLong("comment".to_owned())),
            _ => {}
        }
        self.state = State::Returned { to };
        Ok((self, to))
    }
}

#[cfg(test)]
mod tests;
