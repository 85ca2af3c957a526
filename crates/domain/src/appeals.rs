//! Appeals against a result of the exam (feat:G7): filed within some working days of being told, with grounds; decided by
//! somebody who neither marked nor is bound to the candidate; told with a reason. Diagram: `docs/states/appeals.md`; why
//! so: `docs/decisions/0036-who-decides-an-appeal.md`.

use crate::calendar::WorkCalendar;
use crate::courses::{Decision, Part};
use crate::exams::{Tie, TieKind, conflicts};
use crate::{AppealId, AttemptId, Day, HearingId, PersonId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Working days in which an appeal is decided.
const DECIDE_DAYS: u16 = 10;
/// Characters of the longest grounds, and of the longest reason of a decision.
pub const MOST_CHARACTERS: usize = 2_000;

/// The result that an appeal is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Of a paper.
    Theory(AttemptId),
    /// Of a practice.
    Practice(HearingId),
}

impl About {
    /// The part of the exam.
    pub const fn part(&self) -> Part {
        match self {
            Self::Theory(_) => Part::Theory,
            Self::Practice(_) => Part::Practice,
        }
    }
}

/// What an appeal says was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// How the exam was held.
    Procedure,
    /// A question or the situation.
    Question,
    /// How it was marked.
    Marking,
    /// Something else.
    Other,
}

impl Ground {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Procedure, Self::Question, Self::Marking, Self::Other];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Procedure => "procedure",
            Self::Question => "question",
            Self::Marking => "marking",
            Self::Other => "other",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.word() == word)
    }
}

/// What an upheld appeal brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// The attempt counts for nothing and is made again; a practice, before others.
    Again,
    /// A question of the paper counts as right.
    Right {
        /// Its number in the bank.
        question: u32,
    },
    /// A question is struck: it counts as right for everybody who had it in the sitting.
    Struck {
        /// Its number in the bank.
        question: u32,
    },
}

impl Remedy {
    /// The question that counts as right from now on.
    pub const fn question(self) -> Option<u32> {
        match self {
            Self::Again => None,
            Self::Right { question } | Self::Struck { question } => Some(question),
        }
    }

    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Right { .. } => "right",
            Self::Struck { .. } => "struck",
        }
    }
}

/// How an appeal stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Waits for a decision.
    Filed,
    /// It was right.
    Upheld {
        /// What it brings.
        remedy: Remedy,
        /// Who decided, and why.
        decision: Decision,
    },
    /// The result stands.
    Dismissed {
        /// Who decided, and why.
        decision: Decision,
    },
    /// The candidate took it back.
    TakenBack {
        /// When.
        on: Day,
    },
}

impl State {
    /// The word under which it is stored; also the tail of its text key and its name in the diagram.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Filed => "filed",
            Self::Upheld { .. } => "upheld",
            Self::Dismissed { .. } => "dismissed",
            Self::TakenBack { .. } => "taken_back",
        }
    }

    /// The tail of its text key: how it stands with what it brought, and neither who decided nor why.
    pub fn outcome(&self) -> String {
        match self {
            Self::Upheld { remedy, .. } => remedy.word().to_owned(),
            state => state.word().replace('_', "-"),
        }
    }
}

/// A result as it was told, as far as an appeal depends on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Which.
    pub about: About,
    /// Whose.
    pub person: PersonId,
    /// The school in whose course they are.
    pub home: SchoolId,
    /// The day on which it was told for good; nothing before.
    pub told_on: Option<Day>,
    /// It was passed.
    pub passed: bool,
}

impl Outcome {
    /// The last day for an appeal; nothing where none is possible: what was not told, and what was passed. Working days
    /// are counted, as the calendar of the school has them; the day on which it was told is not one of them.
    pub fn until(&self, days: u16, calendar: &WorkCalendar) -> Option<Day> {
        self.told_on.filter(|_| !self.passed).map(|on| calendar.after(on, days))
    }
}

/// An appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// Its id.
    pub id: AppealId,
    /// The school that held the exam and decides; leads every key.
    pub school: SchoolId,
    /// The candidate.
    pub person: PersonId,
    /// The candidate's own school.
    pub home: SchoolId,
    /// The result.
    pub about: About,
    /// The day on which it was filed.
    pub filed_on: Day,
    /// What was wrong.
    pub ground: Ground,
    /// What the candidate says of it; for those who decide alone.
    pub words: String,
    /// How it stands.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why no appeal is filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRefused {
    /// There is no result to appeal against.
    NoResult,
    /// The last day is over.
    TooLate {
        /// That day.
        until: Day,
    },
    /// One was filed against this result.
    FiledBefore,
    /// It says nothing.
    NoReason,
    /// It is longer than [`MOST_CHARACTERS`].
    TooLong,
}

/// Why an appeal stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// It was decided or taken back.
    NotOpen,
    /// Whoever marked, is the candidate or is bound to them does not decide.
    Partial,
    /// A decision without a reason.
    NoReason,
    /// The reason is longer than [`MOST_CHARACTERS`].
    TooLong,
    /// A practice has no questions, and this one is not on the paper.
    NoQuestion,
}

/// What a candidate files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing {
    /// What was wrong.
    pub ground: Ground,
    /// What the candidate says of it.
    pub words: String,
}

/// Files an appeal with the school that held the exam. `before` are the candidate's earlier ones, `until` the last day; one
/// result is appealed against once, and an appeal that was taken back may be filed again.
pub fn file(
    id: AppealId,
    school: SchoolId,
    outcome: &Outcome,
    filing: &Filing,
    before: &[Appeal],
    (until, today): (Option<Day>, Day),
) -> Result<Appeal, FileRefused> {
    let until = until.ok_or(FileRefused::NoResult)?;
    let same = |one: &Appeal| one.about == outcome.about && !matches!(one.state, State::TakenBack { .. });
    let words = filing.words.trim();
    match () {
        () if before.iter().any(same) => Err(FileRefused::FiledBefore),
        () if today > until => Err(FileRefused::TooLate { until }),
        () if words.is_empty() => Err(FileRefused::NoReason),
        () if words.chars().count() > MOST_CHARACTERS => Err(FileRefused::TooLong),
        () => Ok(Appeal {
            id,
            school,
            person: outcome.person.clone(),
            home: outcome.home.clone(),
            about: outcome.about.clone(),
            filed_on: today,
            ground: filing.ground,
            words: words.to_owned(),
            state: State::Filed,
            version: 0,
        }),
    }
}

/// Who of those who lead the school decides an appeal on a day: not the candidate, not whoever marked, not whoever is bound
/// to the candidate. That the head is above everybody binds nobody here: an appeal goes upwards.
pub fn deciders(
    leaders: &BTreeSet<PersonId>,
    candidate: &PersonId,
    marked: &BTreeSet<PersonId>,
    ties: &[Tie],
    day: Day,
) -> BTreeSet<PersonId> {
    let found = conflicts(leaders, candidate, ties, day);
    let bound: BTreeSet<PersonId> =
        found.into_iter().filter(|one| one.kind != TieKind::Superior).map(|one| one.examiner).collect();
    leaders.iter().filter(|one| !bound.contains(*one) && !marked.contains(*one)).cloned().collect()
}

impl Appeal {
    /// It waits for a decision.
    pub fn is_open(&self) -> bool {
        self.state == State::Filed
    }

    /// The day by which it is decided.
    pub fn due_on(&self, calendar: &WorkCalendar) -> Day {
        calendar.after(self.filed_on, DECIDE_DAYS)
    }

    /// Filed -> Upheld. `on_paper` are the numbers of the questions that the candidate had. What follows for the
    /// candidate, [`crate::courses::Candidate::gain_theory`] or [`crate::courses::Candidate::void_attempt`] does in the
    /// same step.
    pub fn uphold(
        self,
        remedy: Remedy,
        decision: Decision,
        deciders: &BTreeSet<PersonId>,
        on_paper: &BTreeSet<u32>,
    ) -> Result<Self, StepRefused> {
        self.check(&decision, deciders)?;
        if remedy.question().is_some_and(|question| !on_paper.contains(&question)) {
            return Err(StepRefused::NoQuestion);
        }
        Ok(Self { state: State::Upheld { remedy, decision }, ..self })
    }

    /// Filed -> Dismissed
    pub fn dismiss(self, decision: Decision, deciders: &BTreeSet<PersonId>) -> Result<Self, StepRefused> {
        self.check(&decision, deciders)?;
        Ok(Self { state: State::Dismissed { decision }, ..self })
    }

    /// Filed -> `TakenBack`
    pub fn take_back(self, on: Day) -> Result<Self, StepRefused> {
        match self.state {
            State::Filed => Ok(Self { state: State::TakenBack { on }, ..self }),
            _ => Err(StepRefused::NotOpen),
        }
    }

    fn check(&self, decision: &Decision, deciders: &BTreeSet<PersonId>) -> Result<(), StepRefused> {
        match () {
            () if !self.is_open() => Err(StepRefused::NotOpen),
            () if !deciders.contains(&decision.by) => Err(StepRefused::Partial),
            () if decision.reason.trim().is_empty() => Err(StepRefused::NoReason),
            () if decision.reason.chars().count() > MOST_CHARACTERS => Err(StepRefused::TooLong),
            () => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
