//! Appeals against a result of the exam (feat:G7): filed within some days with a reason, decided by somebody who neither
//! marked nor is the candidate, and told with a reason. Diagram: `docs/states/appeals.md`.

use crate::courses::{Candidate, Decision, Part, Rules, State as Course};
use crate::{AppealId, CourseId, Day, PersonId};
use jiff::ToSpan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Days in which an appeal is decided.
const DECIDE_DAYS: i64 = 10;
/// Characters of the longest reason.
pub const MOST_CHARACTERS: usize = 2_000;

/// What an upheld appeal brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// The part counts as passed.
    Passed,
    /// The attempt is void and may be made again.
    Again,
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
}

/// An appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// Its id.
    pub id: AppealId,
    /// The course.
    pub course: CourseId,
    /// The candidate.
    pub person: PersonId,
    /// Which part it is about.
    pub part: Part,
    /// The day of the result it is about.
    pub result_on: Day,
    /// The day on which it was filed.
    pub filed_on: Day,
    /// What the candidate says.
    pub reason: String,
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
    /// Whoever marked, or is the candidate, does not decide.
    Partial,
    /// A decision without a reason.
    NoReason,
}

/// The last day for an appeal, where a result can be appealed against.
pub fn until(candidate: &Candidate, rules: Rules) -> Option<Day> {
    match candidate.state {
        Course::Failed { on, .. } => Some(on.saturating_add(i64::from(rules.appeal_days).days())),
        _ => None,
    }
}

/// Files an appeal against the result that stands. `before` are the candidate's earlier ones; one result is appealed
/// against once, and an appeal that was taken back may be filed again.
pub fn file(
    id: AppealId,
    candidate: &Candidate,
    reason: &str,
    before: &[Appeal],
    rules: Rules,
    today: Day,
) -> Result<Appeal, FileRefused> {
    let Course::Failed { part, on } = candidate.state else { return Err(FileRefused::NoResult) };
    let until = until(candidate, rules).ok_or(FileRefused::NoResult)?;
    let same = |one: &Appeal| {
        one.part == part && one.result_on == on && !matches!(one.state, State::TakenBack { .. })
    };
    match () {
        () if today > until => Err(FileRefused::TooLate { until }),
        () if before.iter().any(same) => Err(FileRefused::FiledBefore),
        () if reason.trim().is_empty() => Err(FileRefused::NoReason),
        () if reason.chars().count() > MOST_CHARACTERS => Err(FileRefused::TooLong),
        () => Ok(Appeal {
            id,
            course: candidate.course.clone(),
            person: candidate.person.clone(),
            part,
            result_on: on,
            filed_on: today,
            reason: reason.trim().to_owned(),
            state: State::Filed,
            version: 0,
        }),
    }
}

impl Appeal {
    /// The day by which it is decided.
    pub fn due_on(&self) -> Day {
        self.filed_on.saturating_add(DECIDE_DAYS.days())
    }

    /// Filed -> Upheld. What follows for the candidate, [`Candidate::change_result`] or [`Candidate::void_attempt`]
    /// does in the same step.
    pub fn uphold(
        self,
        remedy: Remedy,
        decision: Decision,
        marked: &BTreeSet<PersonId>,
    ) -> Result<Self, StepRefused> {
        self.check(&decision, marked)?;
        Ok(Self { state: State::Upheld { remedy, decision }, ..self })
    }

    /// Filed -> Dismissed
    pub fn dismiss(self, decision: Decision, marked: &BTreeSet<PersonId>) -> Result<Self, StepRefused> {
        self.check(&decision, marked)?;
        Ok(Self { state: State::Dismissed { decision }, ..self })
    }

    /// Filed -> `TakenBack`
    pub fn take_back(self, on: Day) -> Result<Self, StepRefused> {
        match self.state {
            State::Filed => Ok(Self { state: State::TakenBack { on }, ..self }),
            _ => Err(StepRefused::NotOpen),
        }
    }

    fn check(&self, decision: &Decision, marked: &BTreeSet<PersonId>) -> Result<(), StepRefused> {
        match () {
            () if self.state != State::Filed => Err(StepRefused::NotOpen),
            () if marked.contains(&decision.by) || decision.by == self.person => Err(StepRefused::Partial),
            () if decision.reason.trim().is_empty() => Err(StepRefused::NoReason),
            () => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
