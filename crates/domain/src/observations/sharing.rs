//! With whom the observed teacher shares a finished sheet (feat:D11).

/// Somebody who reads a sheet where it is shared with them. A commission of attestation has no place in the program:
/// the teacher prints the sheet and hands it over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// The newcomer's mentor of now, where they are not one of the two.
    Mentor,
    /// The coordinators of the school.
    Coordinator,
    /// The head of the school.
    Head,
}

impl Audience {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Mentor, Self::Coordinator, Self::Head];

    /// The word under which forms send it; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Coordinator => "coordinator",
            Self::Head => "head",
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.word() == word)
    }
}

/// Who reads a finished sheet beside its two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// See [`Audience::Mentor`].
    pub mentor: bool,
    /// See [`Audience::Coordinator`].
    pub coordinator: bool,
    /// See [`Audience::Head`].
    pub head: bool,
}

impl Shares {
    /// Nobody.
    pub const NONE: Self = Self { mentor: false, coordinator: false, head: false };

    /// The named ones and nobody else.
    pub fn of(audiences: &[Audience]) -> Self {
        let has = |audience| audiences.contains(&audience);
        Self {
            mentor: has(Audience::Mentor),
            coordinator: has(Audience::Coordinator),
            head: has(Audience::Head),
        }
    }

    /// True where it is shared with these.
    pub const fn with(self, audience: Audience) -> bool {
        match audience {
            Audience::Mentor => self.mentor,
            Audience::Coordinator => self.coordinator,
            Audience::Head => self.head,
        }
    }

    /// True where nobody else reads it.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }
}
