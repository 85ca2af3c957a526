//! Thanks of whoever was helped (feat:J4): in the child's words, opened by whoever looks after the one who helps, shown on that
//! pupil's page once they allow it. Nobody is asked to thank.

use crate::{Instant, PeerPairId, PersonId, SchoolId};

/// Most characters of a note.
pub const MOST_NOTE: usize = 200;

/// A note of thanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thanks {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Of which pair.
    pub pair: PeerPairId,
    /// The words of the child.
    pub note: String,
    /// Who wrote it down, and when.
    pub by: (PersonId, Instant),
    /// Who opened it for the one who helps, and when; from then on its words stay.
    pub opened: Option<(PersonId, Instant)>,
    /// Whoever helps allows that it is shown.
    pub is_allowed: bool,
}

impl Thanks {
    /// Opened, once.
    #[must_use]
    pub fn open(self, by: (PersonId, Instant)) -> Self {
        Self { opened: self.opened.or(Some(by)), ..self }
    }

    /// Whoever helps says whether it is shown; nothing before it was opened.
    pub fn allow(self, is_allowed: bool) -> Option<Self> {
        self.opened.is_some().then_some(Self { is_allowed, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thanks_are_opened_before_anybody_allows_that_they_are_shown() {
        let written = Thanks {
            school: "school-12".into(),
            pair: "pair".into(),
            note: "Рақмет".into(),
            by: ("dana".into(), Instant::UNIX_EPOCH),
            opened: None,
            is_allowed: false,
        };
        assert_eq!(written.clone().allow(true), None);
        let opened = written.open(("zere".into(), Instant::UNIX_EPOCH));
        assert_eq!(opened.clone().open(("aigul".into(), Instant::UNIX_EPOCH)), opened, "once");
        assert!(opened.allow(true).is_some_and(|one| one.is_allowed));
    }
}
