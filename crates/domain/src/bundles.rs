//! The papers of a year in one file, made in the background (feat:F12; essay:E22, E33). Diagram: `docs/states/bundles.md`.

use crate::{BundleId, Instant, PersonId, ProgrammeId, SchoolId};

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has begun.
    Waiting,
    /// Paper by paper.
    Making {
        /// How many papers are made.
        done: usize,
        /// How many there are.
        total: usize,
    },
    /// It can be taken.
    Ready {
        /// Since when.
        at: Instant,
    },
    /// A paper could not be made, or whoever asked may not have it any more.
    Failed {
        /// When.
        at: Instant,
    },
}

impl State {
    /// The words of all states, as stored and as drawn in the diagram.
    pub const WORDS: [&'static str; 4] = ["waiting", "making", "ready", "failed"];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => Self::WORDS[0],
            Self::Making { .. } => Self::WORDS[1],
            Self::Ready { .. } => Self::WORDS[2],
            Self::Failed { .. } => Self::WORDS[3],
        }
    }

    /// True while somebody works on it or will.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Making { .. })
    }

    /// So many papers are to be made; whoever begins again counts again.
    pub const fn begin(self, total: usize) -> Option<Self> {
        match self {
            Self::Waiting | Self::Making { .. } => Some(Self::Making { done: 0, total }),
            Self::Ready { .. } | Self::Failed { .. } => None,
        }
    }

    /// All papers are made.
    pub const fn finish(self, at: Instant) -> Option<Self> {
        match self {
            Self::Making { done, total } if done == total => Some(Self::Ready { at }),
            _ => None,
        }
    }

    /// It comes to nothing.
    pub const fn fail(self, at: Instant) -> Option<Self> {
        if self.is_open() { Some(Self::Failed { at }) } else { None }
    }
}

/// A bundle that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Its id.
    pub id: BundleId,
    /// The school.
    pub school: SchoolId,
    /// The programme; every one of the school where it is missing.
    pub programme: Option<ProgrammeId>,
    /// Who asked for it and alone takes it.
    pub asked_by: PersonId,
    /// When.
    pub asked_at: Instant,
    /// How it stands.
    pub state: State,
    /// How often somebody began to work on it.
    pub attempts: u32,
}

/// Days for which a bundle can be taken: it holds names, and lies beside the records it was made of.
pub const KEPT_DAYS: i64 = 7;
/// How often making it is begun before it is given up: a paper that ends the program must not be tried for ever.
pub const MOST_ATTEMPTS: u32 = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagrams::arrows;
    use std::collections::BTreeSet;

    #[test]
    fn the_diagram_in_the_documents_is_what_the_code_does() {
        let at = Instant::UNIX_EPOCH;
        let all = [
            State::Waiting,
            State::Making { done: 1, total: 2 },
            State::Making { done: 2, total: 2 },
            State::Ready { at },
            State::Failed { at },
        ];
        let steps = all.into_iter().flat_map(|from| {
            let to = [from.begin(2), from.finish(at), from.fail(at)];
            to.into_iter().flatten().map(move |to| (from.word(), to.word()))
        });
        let seen: BTreeSet<_> = steps.collect();
        assert_eq!(seen, arrows(include_str!("../../../docs/states/bundles.md")));
    }

    #[test]
    fn nothing_is_ready_before_its_last_paper() {
        let at = Instant::UNIX_EPOCH;
        assert_eq!(State::Making { done: 1, total: 2 }.finish(at), None);
        assert_eq!(
            State::Making { done: 0, total: 0 }.finish(at),
            Some(State::Ready { at }),
            "an empty year"
        );
    }
}
