//! The mentor course (feat:G1–G3, G7, G9; essay:E25–E32; doc:A16): discussion, training, an exam of theory and then of
//! practice, and the right to mentor that it grants for a term. Diagram: `docs/states/courses.md`.

mod gates;
mod joining;
mod library;
mod rights;
mod steps;
mod trainings;

pub use gates::{Case, Deeds, Gap, Reply, Rules, discussed, gaps};
pub use joining::{Application, DeclineRefused, Declined, JoinRefused, Joining, begin};
pub use library::{Audience, Card, CardRefused, Cards, Words, Written};
pub use rights::{Mode, NoRight, RIGHT_ENDS_DAYS, Right, Standing, Work, may_mentor, standing};
pub use trainings::{
    Announced, Booking, CORRECTED_DAYS, Held, MOST_PLACES, Outline, Phase, Seat, Stage, Training,
    TrainingRefused, minutes, planned, seat,
};

use crate::{CourseId, Day, Instant, PersonId, SchoolId};
use serde::{Deserialize, Serialize};

/// The two parts of the exam; theory comes first (essay:E32).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Questions.
    Theory,
    /// A modelled situation before a commission.
    Practice,
}

/// What a part of the exam came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// At or over the cut.
    Passed,
    /// Nearer to the cut than the exam measures: somebody looks a second time.
    Border,
    /// Below the cut.
    Failed,
}

/// A person's word that changes a result or takes a right away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Who decided.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// Why; never empty.
    pub reason: String,
}

/// How far somebody has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Cases from one's own practice, and replies to those of others.
    Discussion,
    /// Hours of training.
    Training,
    /// May sit the theory.
    Admitted,
    /// The theory came to the border of its cut.
    Border {
        /// When.
        on: Day,
    },
    /// The theory is passed; waits for the practice.
    Practice,
    /// Holds the right to mentor.
    Passed {
        /// For how long.
        right: Right,
    },
    /// A part was not passed.
    Failed {
        /// Which.
        part: Part,
        /// When that was told.
        on: Day,
    },
    /// The right is over.
    Expired {
        /// As it was.
        right: Right,
    },
    /// The right was taken away.
    Revoked {
        /// As it was.
        right: Right,
        /// By whom and why.
        decision: Decision,
    },
    /// Went out before the end.
    Left {
        /// When.
        on: Day,
    },
}

impl State {
    /// The word under which it is stored; also the tail of its text key and its name in the diagram.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Discussion => "discussion",
            Self::Training => "training",
            Self::Admitted => "admitted",
            Self::Border { .. } => "border",
            Self::Practice => "practice",
            Self::Passed { .. } => "passed",
            Self::Failed { .. } => "failed",
            Self::Expired { .. } => "expired",
            Self::Revoked { .. } => "revoked",
            Self::Left { .. } => "left",
        }
    }
}

/// Times somebody has sat each part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempts {
    /// The theory.
    pub theory: u8,
    /// The practice.
    pub practice: u8,
}

impl Attempts {
    const fn of(self, part: Part) -> u8 {
        match part {
            Part::Theory => self.theory,
            Part::Practice => self.practice,
        }
    }

    const fn with(self, part: Part, count: u8) -> Self {
        match part {
            Part::Theory => Self { theory: count, ..self },
            Part::Practice => Self { practice: count, ..self },
        }
    }
}

/// One person in one course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The course.
    pub course: CourseId,
    /// Who.
    pub person: PersonId,
    /// How far.
    pub state: State,
    /// How often each part was sat.
    pub attempts: Attempts,
    /// When it was last changed.
    pub changed_at: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

/// One person's course in a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The school.
    pub school: SchoolId,
    /// Who, and how far.
    pub candidate: Candidate,
    /// What it asks and grants; fixed when it began.
    pub rules: Rules,
    /// The day on which it began. What was done before counts for no gate.
    pub begun_on: Day,
}

impl Course {
    /// True while it leads on to a right: it was neither left nor has it ended.
    pub fn runs(&self) -> bool {
        match self.candidate.state {
            State::Discussion
            | State::Training
            | State::Admitted
            | State::Border { .. }
            | State::Practice => true,
            State::Failed { .. } => self.candidate.may_retake_from(self.rules).is_ok(),
            State::Passed { .. } | State::Expired { .. } | State::Revoked { .. } | State::Left { .. } => {
                false
            }
        }
    }

    /// True between the discussion and a theory that is passed: questions may be tried for practice.
    pub fn may_practise(&self) -> bool {
        let before = matches!(
            self.candidate.state,
            State::Training
                | State::Admitted
                | State::Border { .. }
                | State::Failed { part: Part::Theory, .. }
        );
        before && self.runs()
    }
}

/// Why a candidate stays where they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// The step does not lead on from here.
    NotHere,
    /// The gate is closed: this is missing.
    Gate(Vec<Gap>),
    /// A retake is possible from a day on.
    TooEarly {
        /// That day.
        from: Day,
    },
    /// All attempts are used; another course begins from its start.
    NoAttemptLeft,
    /// A decision without a reason.
    NoReason,
    /// The right goes on until its last day is over.
    StillHolds {
        /// The last day.
        until: Day,
    },
}

#[cfg(test)]
mod tests;
