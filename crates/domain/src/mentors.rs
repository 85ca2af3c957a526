//! People who come forward as mentors, their card, and who may mentor (feat:B1–B5; essay:E8–E10).

use crate::people::Category;
use crate::{Instant, MentorId, PersonId, ProgrammeId, SchoolId};

/// How a person stands as mentor in a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nominated by the coordinator; the nominee has not answered. Nobody is a mentor over their own head.
    Nominated,
    /// Applied, or agreed to a nomination; the coordinator decides.
    Applied,
    /// Has the right to mentor in this programme.
    Approved,
    /// The coordinator did not approve; the reason is told to the applicant.
    Rejected,
    /// The nominee or the mentor stepped back; no reason asked (essay:E9).
    SteppedBack,
}

impl State {
    /// All states.
    pub const ALL: [Self; 5] =
        [Self::Nominated, Self::Applied, Self::Approved, Self::Rejected, Self::SteppedBack];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nominated => "nominated",
            Self::Applied => "applied",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::SteppedBack => "stepped_back",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What a mentor says of themselves on the card (feat:B4). Years and category are facts beside it, never a
/// rank (essay:E8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Why I want to hand on what I know.
    pub motive: String,
    /// What I can give.
    pub gives: String,
    /// How I work.
    pub works: String,
    /// Tags of the languages in which I can work: `kk`, `ru`, `en`.
    pub languages: Vec<String>,
    /// How many newcomers I take.
    pub places: u8,
}

/// A person's candidature as mentor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentor {
    /// Its id.
    pub id: MentorId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The person.
    pub person: PersonId,
    /// How it stands.
    pub state: State,
    /// Since when.
    pub since: Instant,
    /// The card.
    pub card: Card,
    /// Version for optimistic locking.
    pub version: i64,
}

/// One line of the eligibility list (feat:B2): a rule and whether the person meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The rule.
    pub rule: Rule,
    /// Met or not.
    pub met: bool,
}

/// A rule of eligibility, with what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Works at the school.
    Works,
    /// Category at least this (setting `mentor.min_category`).
    CategoryAtLeast(Category),
    /// Is not a newcomer of the same programme (neg:N4).
    NotNewcomer,
}
