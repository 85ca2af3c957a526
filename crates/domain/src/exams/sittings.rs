//! A sitting of the exam: planned with all that decides about it, which is frozen when it begins. Diagram:
//! `docs/states/exams.md`.

use super::cuts::{Cut, CutRefused, Cuts};
use super::papers::{Plan, PlanFault, draw};
use super::rubrics::{Rubric, RubricFault};
use super::{Attempt, Time};
use crate::calendar::local;
use crate::courses::{Candidate, State as Course};
use crate::meetings::Span;
use crate::questions::{Bank, Language, Points};
use crate::{ExamId, Instant, PersonId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};

/// How a sitting stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SittingState {
    /// Everything can still be changed.
    Planned,
    /// Candidates may open their papers.
    Running,
    /// The last paper may have been opened.
    Closed {
        /// When.
        at: Instant,
    },
    /// It does not count; nobody has used an attempt.
    CalledOff {
        /// When.
        at: Instant,
        /// Why; candidates read it.
        reason: String,
    },
}

impl SittingState {
    /// The word under which it is stored; also the tail of its text key and its name in the diagram.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Closed { .. } => "closed",
            Self::CalledOff { .. } => "called_off",
        }
    }
}

/// One sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Its id.
    pub id: ExamId,
    /// The school that holds it.
    pub school: SchoolId,
    /// From when on papers are opened.
    pub begins: Instant,
    /// Until when papers are opened; each has its whole time from then on.
    pub ends: Instant,
    /// What is asked.
    pub plan: Plan,
    /// The version of the bank from which papers are drawn.
    pub bank: u32,
    /// The languages in which papers can be written; each candidate takes one.
    pub languages: BTreeSet<Language>,
    /// The cuts of the theory.
    pub cuts: Cuts,
    /// The rubric of the practice.
    pub rubric: Rubric,
    /// Who marks texts by hand, without names.
    pub marker: Option<PersonId>,
    /// Places for candidates of the other schools of the district; none where it is for the own school alone.
    pub places: u16,
    /// How it stands.
    pub state: SittingState,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why a sitting does not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SittingRefused {
    /// The step does not lead on from here.
    NotHere,
    /// It begins later.
    TooEarly,
    /// It lasts longer.
    NotOver,
    /// Papers cannot be drawn: change the plan or the bank.
    Plan(PlanFault),
    /// Nobody set a cut.
    NoCut,
    /// The cut does not fit.
    Cut(CutRefused),
    /// The rubric cannot be used.
    Rubric(RubricFault),
    /// The bank has changed since the sitting was planned: look at the plan again.
    OtherBank {
        /// Its version.
        version: u32,
    },
    /// Called off without a reason.
    NoReason,
}

/// Why somebody gets no paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAdmitted {
    /// The sitting does not run.
    NotRunning,
    /// Papers are opened no more.
    TooLate,
    /// A gate or a result is in the way: this is where they stand.
    Standing(Course),
    /// They have a paper of this sitting: go on with it.
    HasPaper,
    /// A paper of another sitting waits for its result: until then no other counts as the next attempt.
    OtherPaper,
    /// They mark the texts of this sitting.
    Marks,
    /// They judged its questions.
    Judged,
    /// Their role opens the keys of the bank from which it draws.
    ReadsKeys,
    /// The bank is not of the version that the sitting draws from.
    OtherBank,
    /// No paper could be drawn.
    Plan(PlanFault),
    /// Another school holds it, and they have taken no place there.
    NoPlace,
    /// The places for other schools are taken.
    Full,
    /// They have a place in another sitting to come.
    OtherPlace,
}

impl Sitting {
    /// Planned -> Planned, with another cut.
    pub fn set_cut(self, cut: Cut, worth: Points) -> Result<Self, SittingRefused> {
        if self.state != SittingState::Planned {
            return Err(SittingRefused::Cut(CutRefused::Frozen));
        }
        let cuts = self.cuts.set(cut, worth, self.begins).map_err(SittingRefused::Cut)?;
        Ok(Self { cuts, ..self })
    }

    /// Planned -> Running: plan, bank, cut and rubric are whole, and frozen from now on.
    pub fn begin(self, bank: &Bank, now: Instant) -> Result<Self, SittingRefused> {
        match () {
            () if self.state != SittingState::Planned => return Err(SittingRefused::NotHere),
            () if now < self.begins => return Err(SittingRefused::TooEarly),
            () if bank.version() != self.bank => {
                return Err(SittingRefused::OtherBank { version: bank.version() });
            }
            () if self.cuts.valid().is_none() => return Err(SittingRefused::NoCut),
            () => {}
        }
        self.plan.check(bank).map_err(SittingRefused::Plan)?;
        self.rubric.check().map_err(SittingRefused::Rubric)?;
        Ok(Self { state: SittingState::Running, ..self })
    }

    /// Running -> Closed
    pub fn close(self, now: Instant) -> Result<Self, SittingRefused> {
        match self.state {
            SittingState::Running if now < self.ends => Err(SittingRefused::NotOver),
            SittingState::Running => Ok(Self { state: SittingState::Closed { at: now }, ..self }),
            _ => Err(SittingRefused::NotHere),
        }
    }

    /// Planned -> `CalledOff`, Running -> `CalledOff`, and Closed -> `CalledOff` while no result was told: the figures of
    /// a closed sitting may show a wrong key.
    pub fn call_off(self, reason: &str, now: Instant) -> Result<Self, SittingRefused> {
        match (&self.state, reason.trim()) {
            (SittingState::CalledOff { .. }, _) => Err(SittingRefused::NotHere),
            (_, "") => Err(SittingRefused::NoReason),
            (_, reason) => {
                let reason = reason.to_owned();
                Ok(Self { state: SittingState::CalledOff { at: now, reason }, ..self })
            }
        }
    }

    /// May a candidate who has no paper open one now?
    pub fn admits(&self, candidate: &Candidate, now: Instant) -> Result<(), NotAdmitted> {
        match () {
            () if self.state != SittingState::Running => Err(NotAdmitted::NotRunning),
            () if now >= self.ends => Err(NotAdmitted::TooLate),
            () if self.marker.as_ref() == Some(&candidate.person) => Err(NotAdmitted::Marks),
            () if candidate.state != Course::Admitted => Err(NotAdmitted::Standing(candidate.state.clone())),
            () => Ok(()),
        }
    }

    /// The time that a candidate keeps free for it, in a place so many minutes ahead of UTC: papers are opened until its end,
    /// and each has its whole time from then on. `None` where it goes on for days, and people choose their hour.
    pub fn span(&self, offset_minutes: i16) -> Option<Span> {
        let (from, to) = (local(self.begins, offset_minutes), local(self.ends, offset_minutes));
        let opened = Span::between(from.date(), from.time(), to.time());
        let minutes = opened.minutes.saturating_add(self.plan.minutes);
        (from.date() == to.date()).then_some(Span { minutes, ..opened })
    }

    /// It is open to the other schools of the district.
    pub const fn is_open(&self) -> bool {
        self.places > 0
    }

    /// So many have taken a place that none is left.
    pub fn is_full(&self, taken: usize) -> bool {
        taken >= usize::from(self.places)
    }

    /// May a candidate of another school take a place, or give one back, now? They can until papers are opened no more.
    pub fn takes_guests(&self, now: Instant) -> Result<(), NotAdmitted> {
        let ahead = matches!(self.state, SittingState::Planned | SittingState::Running);
        if ahead && now < self.ends { Ok(()) } else { Err(NotAdmitted::TooLate) }
    }

    /// Opens the paper of a candidate: drawn by a seed of its own, its time running from now on. `extension` is in
    /// minutes, agreed before.
    pub fn open(
        &self,
        candidate: &Candidate,
        has_paper: bool,
        bank: &Bank,
        extension: u16,
        seed: u64,
        now: Instant,
    ) -> Result<Attempt, NotAdmitted> {
        self.admits(candidate, now)?;
        match () {
            () if has_paper => return Err(NotAdmitted::HasPaper),
            () if bank.version() != self.bank => return Err(NotAdmitted::OtherBank),
            () => {}
        }
        Ok(Attempt {
            exam: self.id.clone(),
            person: candidate.person.clone(),
            number: candidate.attempts.theory.saturating_add(1),
            variant: draw(&self.plan, bank, seed).map_err(NotAdmitted::Plan)?,
            time: Time { from: now, minutes: self.plan.minutes, extension, outages: Vec::new() },
            answers: BTreeMap::new(),
            state: super::State::Open,
        })
    }
}
