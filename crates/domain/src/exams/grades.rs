//! How an examiner sees the whole of a practice, beside the marks: from many of these it can be read which score goes with
//! «just at the border» (borderline regression; methods of measurement, §3). It decides nothing about the candidate.

use super::{Hearing, HearingRefused, HearingState};
use crate::PersonId;
use std::collections::BTreeMap;

/// The whole of a practice in one word. The border is fixed in advance: it is the one between the other two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Not ready to mentor.
    NotReady,
    /// Just at the border.
    Border,
    /// Ready.
    Ready,
}

impl Grade {
    /// All, the lowest first.
    pub const ALL: [Self; 3] = [Self::NotReady, Self::Border, Self::Ready];

    /// The number under which it is stored, and which is regressed on.
    pub const fn number(self) -> u8 {
        match self {
            Self::NotReady => 1,
            Self::Border => 2,
            Self::Ready => 3,
        }
    }

    /// Reads a stored number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.number() == number)
    }

    /// Tail of its text key, and what its form sends.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotReady => "not-ready",
            Self::Border => "border",
            Self::Ready => "ready",
        }
    }
}

impl Hearing {
    /// May an examiner say, or say otherwise, how they see the whole? Until they seal: once all have, they read each
    /// other's marks, also when one more examiner is asked afterwards.
    pub fn may_grade(&self, examiner: &PersonId) -> Result<(), HearingRefused> {
        let open = self.sheets.get(examiner).is_some_and(|sheet| !sheet.sealed);
        let begun = matches!(self.state, HearingState::Begun { .. });
        if begun && open { Ok(()) } else { Err(HearingRefused::NotHere) }
    }
}

/// Which grade each examiner gave.
pub type Grades = BTreeMap<PersonId, Grade>;
