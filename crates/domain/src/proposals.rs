//! Proposals of the engine and what a person makes of them: software drafts, a named person decides, with a
//! reason where the draft is not followed (feat:C16, C19–C21; essay:E6). Diagram: `docs/states/proposals.md`.

use crate::choices::{Mode, Order};
use crate::pairs::{Origin, ReasonTooShort, reason};
use crate::programmes::{Phase, Programme, Undecided};
use crate::secrets::Secret;
use crate::{Day, Instant, MentorId, NewcomerId, PairId, PersonId, ProgrammeId, ProposalId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The lists from which the engine works, by id. They are kept so and leave the program under numbers alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    /// Newcomers without an agreed pair, and the mentors they rank, best first.
    #[serde(rename = "residents")]
    pub newcomers: BTreeMap<NewcomerId, Order<MentorId>>,
    /// Mentors, and the newcomers they would take, best first.
    #[serde(rename = "hospitals")]
    pub mentors: BTreeMap<MentorId, Order<NewcomerId>>,
    /// Places of each mentor that are still free; 0 for one who is not available.
    #[serde(rename = "capacity")]
    pub places: BTreeMap<MentorId, u8>,
}

impl Lists {
    /// Puts lists together. Entries about people who are not there fall away: a newcomer who agreed by a
    /// request is no longer to be placed.
    pub fn gather(
        newcomers: impl IntoIterator<Item = (NewcomerId, Order<MentorId>)>,
        mentors: impl IntoIterator<Item = (MentorId, u8, Order<NewcomerId>)>,
    ) -> Self {
        let mut lists = Self { newcomers: newcomers.into_iter().collect(), ..Self::default() };
        for (mentor, places, list) in mentors {
            let list = list.without(|newcomer| lists.newcomers.contains_key(newcomer));
            lists.places.insert(mentor.clone(), places);
            lists.mentors.insert(mentor, list);
        }
        for list in lists.newcomers.values_mut() {
            *list = std::mem::take(list).without(|mentor| lists.mentors.contains_key(mentor));
        }
        lists
    }
}

/// What a draft stands on, as it was or as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// What the engine works from.
    pub lists: Lists,
    /// Pairs by accepted requests that are not yet published.
    pub agreed: BTreeMap<NewcomerId, (PairId, MentorId)>,
}

/// Why the engine has no mentor for a newcomer. For the coordinator only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The newcomer ranked nobody.
    NoWishes,
    /// None of those ranked would take the newcomer.
    NotListed,
    /// Whoever would take the newcomer has no place left.
    AllFull,
}

impl Cause {
    /// All causes.
    pub const ALL: [Self; 3] = [Self::NoWishes, Self::NotListed, Self::AllFull];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoWishes => "no_wishes",
            Self::NotListed => "not_listed",
            Self::AllFull => "all_full",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.word() == word)
    }
}

/// What was drafted for a newcomer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The newcomer asked and the mentor accepted before the deadline; the engine does not touch it.
    AlreadyAgreed {
        /// The pair.
        pair: PairId,
        /// The mentor.
        mentor: MentorId,
    },
    /// Both ranked each other.
    Proposed {
        /// The mentor.
        mentor: MentorId,
    },
    /// Nobody, and why.
    Unmatched {
        /// Why.
        cause: Cause,
    },
}

/// What a person did with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// As drafted.
    Kept,
    /// Another mentor: an appointment, and both will see that it is one (feat:C21).
    Changed {
        /// The mentor appointed.
        mentor: MentorId,
        /// Why.
        reason: String,
    },
    /// Not published; the newcomer is told that there is no pair yet.
    LeftOut {
        /// Why.
        reason: String,
    },
}

/// One newcomer in a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who.
    pub newcomer: NewcomerId,
    /// What was drafted.
    pub outcome: Outcome,
    /// What a person did with it.
    pub decision: Decision,
}

impl Line {
    /// The mentor the newcomer will have if the proposal is published as it stands.
    pub fn mentor(&self) -> Option<&MentorId> {
        match (&self.decision, &self.outcome) {
            (Decision::Changed { mentor, .. }, _)
            | (Decision::Kept, Outcome::Proposed { mentor } | Outcome::AlreadyAgreed { mentor, .. }) => {
                Some(mentor)
            }
            (Decision::LeftOut { .. }, _) | (Decision::Kept, Outcome::Unmatched { .. }) => None,
        }
    }

    /// The new pair that publishing makes: with whom, and how it came about.
    pub fn new_pair(&self) -> Option<(&MentorId, Origin)> {
        match (&self.decision, &self.outcome) {
            (Decision::Changed { mentor, reason }, _) => {
                Some((mentor, Origin::Appointed { reason: reason.clone() }))
            }
            (Decision::Kept, Outcome::Proposed { mentor }) => Some((mentor, Origin::Ranked)),
            _ => None,
        }
    }
}

/// How a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Drafted; a person is looking at it.
    Draft,
    /// Published by a person.
    Published {
        /// When.
        at: Instant,
    },
    /// Thrown away, or another draft was made.
    Discarded {
        /// When.
        at: Instant,
    },
}

impl State {
    /// The words of all states, as stored and as drawn in the diagram.
    pub const WORDS: [&'static str; 3] = ["draft", "published", "discarded"];

    /// The word under which it is stored.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft => Self::WORDS[0],
            Self::Published { .. } => Self::WORDS[1],
            Self::Discarded { .. } => Self::WORDS[2],
        }
    }
}

/// One run of the engine with what a person made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// From which choice: 0 for the first one, else the number of the second round.
    pub round: u32,
    /// What the engine looked for.
    pub mode: Mode,
    /// The published seed by which ties are drawn.
    pub seed: u64,
    /// The lists from which the engine worked.
    pub lists: Lists,
    /// From what it is drawn under which number each person stands in the files. A programme draws it once, when it is
    /// set up, and each draft takes it over: another draft is no other draw. Nothing in a draft of earlier days, whose
    /// files named people by their ids: they are handed out no more.
    pub secret: Option<Secret>,
    /// SHA-256 of the file with the lists, in hexadecimal digits.
    pub digest: String,
    /// The matching with the proof that it is stable, as `talimger pair` prints it.
    pub certificate: String,
    /// When it was made.
    pub made_at: Instant,
    /// Who let it be made.
    pub made_by: PersonId,
    /// One line for each newcomer, in the order of their ids.
    pub lines: Vec<Line>,
    /// How it stands.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why no proposal is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MakeRefused {
    /// Before the deadline, or after the year.
    NotNow(Phase),
    /// People choose in a second round, and its lists are sealed.
    Choosing {
        /// Its last day.
        until: Day,
    },
    /// Every newcomer has a published pair.
    NothingToDo,
    /// The engine's result did not pass its own check; nothing was saved.
    Uncertain,
}

impl From<Undecided> for MakeRefused {
    fn from(undecided: Undecided) -> Self {
        match undecided {
            Undecided::NotNow(phase) => Self::NotNow(phase),
            Undecided::Choosing { until } => Self::Choosing { until },
        }
    }
}

/// May a proposal be made now?
pub fn may_make(basis: &Basis, programme: &Programme, today: Day) -> Result<(), MakeRefused> {
    programme.decided(today)?;
    if basis.lists.newcomers.is_empty() && basis.agreed.is_empty() {
        return Err(MakeRefused::NothingToDo);
    }
    Ok(())
}

/// Why a line stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecideRefused {
    /// Published or discarded already.
    NotDraft,
    /// No such newcomer in it.
    NoLine,
    /// The two agreed by a request; that is changed with them, not over their heads.
    Agreed,
    /// Nothing was proposed that could be left out.
    NothingToLeave,
    /// The mentor is not available.
    NoMentor,
    /// All places of the mentor are taken in this proposal.
    MentorFull,
    /// A reason is needed.
    ReasonTooShort,
}

impl From<ReasonTooShort> for DecideRefused {
    fn from(_: ReasonTooShort) -> Self {
        Self::ReasonTooShort
    }
}

/// Why a proposal is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishRefused {
    /// Published or discarded already.
    NotDraft,
    /// Not in a phase in which the rankings are open.
    NotNow(Phase),
    /// People choose in a second round, and its lists are sealed.
    Choosing {
        /// Its last day.
        until: Day,
    },
    /// For these newcomers something has changed since the draft was made; a new draft is needed.
    Moved(Vec<NewcomerId>),
    /// These newcomers stand with a mentor who has fewer places than lines.
    MentorFull(Vec<NewcomerId>),
}

impl From<Undecided> for PublishRefused {
    fn from(undecided: Undecided) -> Self {
        match undecided {
            Undecided::NotNow(phase) => Self::NotNow(phase),
            Undecided::Choosing { until } => Self::Choosing { until },
        }
    }
}

impl Proposal {
    /// The line of a newcomer.
    pub fn line(&self, newcomer: &NewcomerId) -> Option<&Line> {
        self.lines.iter().find(|line| line.newcomer == *newcomer)
    }

    /// Draft -> Draft, with one line decided by a person.
    pub fn decide(self, newcomer: &NewcomerId, decision: Decision) -> Result<Self, DecideRefused> {
        if self.state != State::Draft {
            return Err(DecideRefused::NotDraft);
        }
        let line = self.line(newcomer).ok_or(DecideRefused::NoLine)?;
        let decision = match (decision, &line.outcome) {
            (Decision::Kept, _) => Decision::Kept,
            (_, Outcome::AlreadyAgreed { .. }) => return Err(DecideRefused::Agreed),
            (Decision::Changed { mentor, .. }, Outcome::Proposed { mentor: proposed })
                if mentor == *proposed =>
            {
                Decision::Kept
            }
            (Decision::Changed { mentor, reason: words }, _) => {
                Decision::Changed { mentor, reason: reason(&words)? }
            }
            (Decision::LeftOut { .. }, Outcome::Unmatched { .. }) => {
                return Err(DecideRefused::NothingToLeave);
            }
            (Decision::LeftOut { reason: words }, _) => Decision::LeftOut { reason: reason(&words)? },
        };
        let decided = Line { decision, ..line.clone() };
        self.room_for(&decided)?;
        let lines = self.lines.into_iter();
        let lines = lines.map(|line| if line.newcomer == *newcomer { decided.clone() } else { line });
        Ok(Self { lines: lines.collect(), ..self })
    }

    fn room_for(&self, line: &Line) -> Result<(), DecideRefused> {
        let Some((mentor, _)) = line.new_pair() else { return Ok(()) };
        let places = self.lists.places.get(mentor).copied().unwrap_or_default();
        let others = self.lines.iter().filter(|other| other.newcomer != line.newcomer);
        let taken = others.filter_map(Line::new_pair).filter(|(other, _)| *other == mentor).count();
        match () {
            () if places == 0 => Err(DecideRefused::NoMentor),
            () if taken >= usize::from(places) => Err(DecideRefused::MentorFull),
            () => Ok(()),
        }
    }

    /// Draft -> Published, where nothing it stands on has changed.
    pub fn publish(
        self,
        now_stands: &Basis,
        programme: &Programme,
        now: Instant,
        today: Day,
    ) -> Result<Self, PublishRefused> {
        if self.state != State::Draft {
            return Err(PublishRefused::NotDraft);
        }
        programme.decided(today)?;
        let moved = self.moved(now_stands);
        if !moved.is_empty() {
            return Err(PublishRefused::Moved(moved));
        }
        let crowded = self.crowded();
        if !crowded.is_empty() {
            return Err(PublishRefused::MentorFull(crowded));
        }
        Ok(Self { state: State::Published { at: now }, ..self })
    }

    /// Draft -> Discarded
    pub fn discard(self, now: Instant) -> Result<Self, DecideRefused> {
        match self.state {
            State::Draft => Ok(Self { state: State::Discarded { at: now }, ..self }),
            _ => Err(DecideRefused::NotDraft),
        }
    }

    /// Newcomers for whom something has changed: they came, left or agreed with somebody, their list is
    /// another, or so is the list or the room of a mentor whom they rank or are to have.
    fn moved(&self, now: &Basis) -> Vec<NewcomerId> {
        let lines: BTreeMap<_, _> = self.lines.iter().map(|line| (&line.newcomer, line)).collect();
        let all: BTreeSet<_> =
            lines.keys().copied().chain(now.lists.newcomers.keys()).chain(now.agreed.keys()).collect();
        // Somebody who came or left is named themselves, not everybody who stands in the same list.
        let in_both =
            |id: &NewcomerId| self.lists.newcomers.contains_key(id) && now.lists.newcomers.contains_key(id);
        let takes = |lists: &Lists, mentor: &MentorId| {
            lists.mentors.get(mentor).cloned().unwrap_or_default().without(in_both)
        };
        let same_mentor = |mentor: &MentorId| {
            takes(&self.lists, mentor) == takes(&now.lists, mentor)
                && self.lists.places.get(mentor) == now.lists.places.get(mentor)
        };
        let same = |newcomer: &NewcomerId| {
            let Some(line) = lines.get(newcomer) else { return false };
            let agreed = match &line.outcome {
                Outcome::AlreadyAgreed { pair, mentor } => Some((pair, mentor)),
                _ => None,
            };
            let wishes = self.lists.newcomers.get(newcomer);
            now.agreed.get(newcomer).map(|(pair, mentor)| (pair, mentor)) == agreed
                && now.lists.newcomers.get(newcomer) == wishes
                && wishes.into_iter().flat_map(Order::people).chain(line.mentor()).all(same_mentor)
        };
        all.into_iter().filter(|newcomer| !same(newcomer)).cloned().collect()
    }

    fn crowded(&self) -> Vec<NewcomerId> {
        let mut free = self.lists.places.clone();
        let mut crowded = Vec::new();
        for line in &self.lines {
            let Some((mentor, _)) = line.new_pair() else { continue };
            match free.get_mut(mentor) {
                Some(places) if *places > 0 => *places -= 1,
                _ => crowded.push(line.newcomer.clone()),
            }
        }
        crowded
    }
}

#[cfg(test)]
mod tests;
