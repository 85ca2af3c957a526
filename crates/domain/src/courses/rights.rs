//! The right to mentor (feat:G9; essay:E31). The law asks for no exam: a programme may run without one in its first
//! year, and the provisional order, which the law does ask for, is never held up by it. A right that is over lets no
//! new pair begin; those that work go on.

use super::{Rules, State};
use crate::Day;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// How many days before a right ends its holder is offered the course anew: the stages of a course take about two months.
pub const RIGHT_ENDS_DAYS: i32 = 60;

/// A right for a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Right {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

impl Right {
    /// The right that is granted on a day.
    pub(super) fn granted(on: Day, rules: Rules) -> Self {
        let after = on.saturating_add(i64::from(rules.term_years).years());
        Self { from: on, until: after.saturating_sub(1.day()).max(on) }
    }

    /// True on the days of its term.
    pub fn holds(self, day: Day) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// True from [`RIGHT_ENDS_DAYS`] days before its last day on: from then the course is offered anew.
    pub fn ends_soon(self, day: Day) -> bool {
        day >= self.until.saturating_sub(RIGHT_ENDS_DAYS.days())
    }
}

/// Whether a programme asks for the exam.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Not yet: its first year, or always.
    #[default]
    NoExamYet,
    /// A new pair needs a mentor who has passed.
    Required,
}

/// How somebody stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Holds the right.
    Holds(Right),
    /// Held it; it is over or was taken away.
    Over,
    /// Never passed.
    Never,
}

/// How somebody stands on a day, by all courses they were in. Of several rights the one that lasts longest counts.
pub fn standing<'a>(courses: impl IntoIterator<Item = &'a State>, day: Day) -> Standing {
    let stands = |state: &State| match state {
        State::Passed { right } if right.holds(day) => Standing::Holds(*right),
        // What was granted for later is no right yet.
        State::Passed { right } if day < right.from => Standing::Never,
        State::Passed { .. } | State::Expired { .. } | State::Revoked { .. } => Standing::Over,
        _ => Standing::Never,
    };
    let rank = |standing: &Standing| match standing {
        Standing::Holds(right) => (2, Some(right.until)),
        Standing::Over => (1, None),
        Standing::Never => (0, None),
    };
    courses.into_iter().map(stands).max_by_key(rank).unwrap_or(Standing::Never)
}

/// What somebody would do as a mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Be named within the days that the law gives, until the choice is made.
    Provisional,
    /// Begin with a newcomer.
    NewPair,
    /// Go on with one.
    Going,
}

/// The programme asks for the exam, and the right is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRight(pub Standing);

/// May somebody do this, as far as the exam goes?
pub const fn may_mentor(mode: Mode, standing: Standing, work: Work) -> Result<(), NoRight> {
    match (mode, work, standing) {
        (Mode::Required, Work::NewPair, Standing::Over | Standing::Never) => Err(NoRight(standing)),
        (Mode::NoExamYet, ..) | (_, Work::Provisional | Work::Going, _) | (.., Standing::Holds(_)) => Ok(()),
    }
}
