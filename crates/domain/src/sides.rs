//! The two sides of everything that a newcomer and a mentor do with each other.

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The newcomer.
    Newcomer,
    /// The mentor.
    Mentor,
}

impl Side {
    /// Both sides.
    pub const BOTH: [Self; 2] = [Self::Newcomer, Self::Mentor];

    /// The other of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Newcomer => Self::Mentor,
            Self::Mentor => Self::Newcomer,
        }
    }

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Newcomer => "newcomer",
            Self::Mentor => "mentor",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|side| side.word() == word)
    }
}

/// Who of the two is there today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct There {
    /// The newcomer works here.
    pub newcomer: bool,
    /// The mentor is approved and works here.
    pub mentor: bool,
}
