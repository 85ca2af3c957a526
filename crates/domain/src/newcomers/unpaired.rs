//! Why a newcomer has no pair when the choice is over, in as many words as an appointment needs.

use super::{Newcomer, is_running, is_unpaired};
use crate::Day;
use crate::pairs::{Origin, Pair};
use crate::programmes::Programme;

/// Why there is no pair. It is worked out from what every leader may know: nobody's list, request or «no» enters it,
/// and so it cannot tell them (feat:C21; essay:E9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unpaired {
    /// There was a pair, and it has ended.
    Ended,
    /// Came when the lists were sealed: there was no choice to take part in.
    CameLater,
    /// The pairs are published, and this newcomer is in none.
    LeftOver,
    /// Looks on in a second round.
    LooksOn,
    /// The pairs are not published yet: a pair may still come of the choice.
    NotPublished,
}

impl Unpaired {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::CameLater => "came-later",
            Self::LeftOver => "left-over",
            Self::LooksOn => "looks-on",
            Self::NotPublished => "not-published",
        }
    }

    /// True where nothing but an appointment makes a pair.
    pub fn needs_somebody(self) -> bool {
        !matches!(self, Self::LooksOn | Self::NotPublished)
    }
}

impl Newcomer {
    /// Why the newcomer has no pair; `None` where there is one, and before the choice is over. `pairs` are the
    /// newcomer's pairs of any kind, `published` is true once a proposal from the programme's last choice was published.
    pub fn unpaired(
        &self,
        pairs: &[Pair],
        programme: &Programme,
        published: bool,
        today: Day,
    ) -> Option<Unpaired> {
        let had = |pair: &Pair| pair.origin != Origin::Provisional && !is_running(pair);
        match () {
            () if !is_unpaired(pairs, programme, today) => None,
            () if programme.round_on(today).is_some() => Some(Unpaired::LooksOn),
            () if pairs.iter().any(had) => Some(Unpaired::Ended),
            () if self.came_after_choice(programme) => Some(Unpaired::CameLater),
            () if published => Some(Unpaired::LeftOver),
            () => Some(Unpaired::NotPublished),
        }
    }
}
