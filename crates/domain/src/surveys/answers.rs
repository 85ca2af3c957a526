//! What is asked and what is answered. The wording is ours (methods/measurement.md §6): no test, no norms, no points.

use super::Wave;
use crate::sides::Side;
use std::collections::{BTreeMap, BTreeSet};

macro_rules! words {
    ($(#[$about:meta])* $kind:ident { $($(#[$of:meta])* $name:ident $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $kind {
            $($(#[$of])* $name,)*
        }

        impl $kind {
            /// All, in the order of the form.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word under which it is stored; also the tail of its text key and of its field.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// Reads a stored word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}

words! {
    /// One line of the form, marked from 1 to 5.
    Item {
        /// A newcomer: there is somebody to ask.
        Ask "ask",
        /// A newcomer: the load can be borne.
        Load "load",
        /// A newcomer: the last lessons went well.
        Lessons "lessons",
        /// A newcomer: is part of the staff.
        Team "team",
        /// A newcomer: talks with the mentor help in lessons.
        Help "help",
        /// A newcomer: can say openly what is hard.
        Openly "openly",
        /// A newcomer: the own opinion counts.
        Heard "heard",
        /// A newcomer: wants to stay next year.
        Stay "stay",
        /// A mentor: there is time enough for it.
        Time "time",
        /// A mentor: the load can be borne.
        Bearable "bearable",
        /// A mentor: the newcomer takes part.
        TakesPart "takes_part",
        /// A mentor: it is clear what is next.
        Clear "clear",
        /// A mentor: the help is of use.
        Useful "useful",
        /// A mentor: learns from it.
        Learns "learns",
        /// A mentor: the school supports it.
        Supported "supported",
        /// A mentor: wants to go on next year.
        GoOn "go_on",
    }
}

impl Item {
    /// Whom it is asked of.
    pub const fn side(self) -> Side {
        match self {
            Self::Ask
            | Self::Load
            | Self::Lessons
            | Self::Team
            | Self::Help
            | Self::Openly
            | Self::Heard
            | Self::Stay => Side::Newcomer,
            Self::Time
            | Self::Bearable
            | Self::TakesPart
            | Self::Clear
            | Self::Useful
            | Self::Learns
            | Self::Supported
            | Self::GoOn => Side::Mentor,
        }
    }

    /// The lines of a side.
    pub fn of(side: Side) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |item| item.side() == side)
    }

    /// A 1 or 2 here can say that a talk would help; the form tells so beside the line.
    pub const fn calls(self) -> bool {
        matches!(self, Self::Ask | Self::Load | Self::Stay | Self::Time | Self::Bearable | Self::GoOn)
    }
}

words! {
    /// Why somebody takes part (doc:A14).
    Motive {
        /// To hand on what one knows, to learn faster.
        Share "share",
        /// To grow in the work.
        Growth "growth",
        /// The pay; not to be alone.
        Gain "gain",
        /// Was asked, or it is the rule.
        Asked "asked",
    }
}

words! {
    /// Would they choose each other again?
    Again {
        /// Yes.
        Yes "yes",
        /// Not sure.
        Unsure "unsure",
        /// No.
        No "no",
    }
}

/// How far a line fits: 1 not at all, 5 fully.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(u8);

impl Mark {
    /// All marks.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];
    /// From here on a mark counts as agreement.
    pub const HIGH: u8 = 4;

    /// A mark from its number; `None` outside 1..=5.
    pub fn new(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.0 == number)
    }

    /// Its number, 1..=5.
    pub const fn number(self) -> u8 {
        self.0
    }

    const fn is_low(self) -> bool {
        self.0 <= 2
    }
}

/// What somebody answers. Everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The lines that were marked.
    pub marks: BTreeMap<Item, Mark>,
    /// Would they choose each other again?
    pub again: Option<Again>,
    /// Why they take part.
    pub motives: BTreeSet<Motive>,
}

/// Why answers are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerRefused {
    /// No wave is open.
    NotOpen,
    /// Nothing is answered; whoever wants to skip says so.
    Nothing,
    /// A line of the other side, or a question of another wave.
    NotAsked,
}

impl Answers {
    /// May these be kept as answers of a side in a wave?
    pub fn check(&self, side: Side, wave: Wave) -> Result<(), AnswerRefused> {
        match () {
            () if self == &Self::default() => Err(AnswerRefused::Nothing),
            () if self.marks.keys().any(|item| item.side() != side) => Err(AnswerRefused::NotAsked),
            () if self.again.is_some() && !wave.asks_again() => Err(AnswerRefused::NotAsked),
            () => Ok(()),
        }
    }

    /// A talk would help: a 1 or 2 in one of the lines of which the form says so, or «no» to choosing each other again.
    /// Where so few have answered that nobody reads an answer, this is all that the coordinator learns (doc:A14).
    pub fn calls_for_a_talk(&self) -> bool {
        let low = self.marks.iter().any(|(item, mark)| item.calls() && mark.is_low());
        low || self.again == Some(Again::No)
    }
}
