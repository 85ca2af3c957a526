//! How an import stands, and why a step is refused. Diagram: `docs/states/rosters.md`.

use crate::Day;
use jiff::ToSpan;

/// How an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Shown and decided upon; nothing is written.
    Draft,
    /// Written.
    Applied,
    /// Was written, then taken back.
    Undone,
    /// Was never written.
    Discarded,
}

impl State {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Applied, Self::Undone, Self::Discarded];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Applied => "applied",
            Self::Undone => "undone",
            Self::Discarded => "discarded",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Draft -> Applied
    pub const fn apply(self) -> Result<Self, ApplyRefused> {
        match self {
            Self::Draft => Ok(Self::Applied),
            _ => Err(ApplyRefused::NotADraft),
        }
    }

    /// Draft -> Discarded
    pub const fn discard(self) -> Result<Self, ApplyRefused> {
        match self {
            Self::Draft => Ok(Self::Discarded),
            _ => Err(ApplyRefused::NotADraft),
        }
    }

    /// Applied -> Undone, within thirty days.
    pub fn undo(self, applied_on: Day, today: Day) -> Result<Self, UndoRefused> {
        match self {
            Self::Applied if today <= undo_until(applied_on) => Ok(Self::Undone),
            Self::Applied => Err(UndoRefused::TooLate { until: undo_until(applied_on) }),
            _ => Err(UndoRefused::NotApplied),
        }
    }
}

/// Days in which an import can be taken back.
const UNDO_DAYS: i64 = 30;

/// Last day on which an import can be taken back.
pub fn undo_until(applied_on: Day) -> Day {
    applied_on.saturating_add(UNDO_DAYS.days())
}

/// Why an import is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApplyRefused {
    /// Written, taken back or discarded already.
    NotADraft,
    /// Decisions are missing.
    Undecided {
        /// How many.
        count: usize,
    },
    /// Lines have errors, and it was said that all of them are written or none.
    Faulty {
        /// How many.
        count: usize,
    },
    /// So many would leave that the number is typed first.
    Brake {
        /// How many leave.
        leaving: usize,
    },
    /// What stands has changed since it was shown: other counts. Shown again, nothing is written.
    ShownOtherwise,
    /// The file cannot be read as the options say, or columns are missing or claimed twice.
    Unready,
}

/// Why an import is not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoRefused {
    /// It is not written.
    NotApplied,
    /// Longer ago than thirty days.
    TooLate {
        /// It could be undone until this day.
        until: Day,
    },
}
