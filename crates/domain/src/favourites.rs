//! A newcomer's own marks on the cards of mentors (feat:C6; essay:E7, E12). Nobody is informed of one, and nobody
//! but the newcomer ever sees one: no page, count, export, letter, log or proposal depends on it.

use crate::{Instant, MentorId, NewcomerId, SchoolId};

/// What a newcomer notes about a card. At most one of the two: another mark takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Stands first in the list, and is offered next after a «no».
    Favourite,
    /// Stands folded at the end of the list; it can still be read, asked and ranked.
    Hidden,
}

impl Mark {
    /// All marks.
    pub const ALL: [Self; 2] = [Self::Favourite, Self::Hidden];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Favourite => "favourite",
            Self::Hidden => "hidden",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.word() == word)
    }
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Favourite {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Whose mark it is.
    pub newcomer: NewcomerId,
    /// Whose card is marked.
    pub mentor: MentorId,
    /// What is noted.
    pub mark: Mark,
    /// Since when.
    pub marked_at: Instant,
}

/// The mark on a card, where there is one.
pub fn mark_of(marks: &[Favourite], mentor: &MentorId) -> Option<Mark> {
    marks.iter().find(|one| one.mentor == *mentor).map(|one| one.mark)
}

/// Where a card stands in its owner's list: favourites first, hidden ones last.
pub const fn place(mark: Option<Mark>) -> u8 {
    match mark {
        Some(Mark::Favourite) => 0,
        None => 1,
        Some(Mark::Hidden) => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_words_read_back() {
        assert!(Mark::ALL.into_iter().all(|mark| Mark::from_word(mark.word()) == Some(mark)));
        assert_eq!(Mark::from_word("liked"), None);
    }

    #[test]
    fn favourites_stand_first_and_hidden_ones_last() {
        let mut marks = [Some(Mark::Hidden), None, Some(Mark::Favourite)];
        marks.sort_by_key(|mark| place(*mark));
        assert_eq!(marks, [Some(Mark::Favourite), None, Some(Mark::Hidden)]);
    }
}
