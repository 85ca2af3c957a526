//! The one shape of a simple signature, whatever paper it stands under: reports, work plans, orders (feat:F3, F5, F9). It says
//! that somebody proved anew who they are, over which content and when, and is chained to the one before. An edit takes off
//! those that cover it, and no others. Hashes are SHA-256 as 64 hexadecimal digits; they are worked out in `actions`.

use crate::{Instant, OrderId, PersonId, PlanId};

/// Most characters of a comment with which a paper is returned.
pub const MOST_COMMENT: usize = 500;

/// A simple signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The place in the chain, from 0.
    pub place: u8,
    /// Who.
    pub by: PersonId,
    /// The full name on that day.
    pub name: String,
    /// When.
    pub at: Instant,
    /// Of the content that this place covers.
    pub content: String,
    /// Of the signature before; empty for the first.
    pub before: String,
    /// Of all this together.
    pub hash: String,
    /// When it became void.
    pub void_at: Option<Instant>,
}

/// The signature of a place that holds.
pub fn of_place(signatures: &[Signature], place: u8) -> Option<&Signature> {
    signatures.iter().find(|signature| signature.place == place && signature.void_at.is_none())
}

/// The signature of a place that an edit or a return took off, where it is the last that was given there.
pub fn void_of_place(signatures: &[Signature], place: u8) -> Option<&Signature> {
    signatures.iter().rfind(|one| one.place == place && one.void_at.is_some())
}

/// A paper whose signatures are kept beside those of reports.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// A work plan.
    Plan(PlanId),
    /// An order.
    Order(OrderId),
}

impl Paper {
    /// The word under which its kind is stored.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Plan(_) => "plan",
            Self::Order(_) => "order",
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Plan(id) => id.as_str(),
            Self::Order(id) => id.as_str(),
        }
    }

    /// Reads a stored word with an id.
    pub fn from_words(word: &str, id: String) -> Option<Self> {
        match word {
            "plan" => Some(Self::Plan(id.into())),
            "order" => Some(Self::Order(id.into())),
            _ => None,
        }
    }
}

/// That somebody has said to have read a paper as it stands: what is signed in one batch was opened before, each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The paper.
    pub paper: Paper,
    /// The hash of what was read.
    pub content: String,
    /// Number and date that an order is to get.
    pub entry: Option<(String, crate::Day)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature(place: u8, name: &str, void: bool) -> Signature {
        Signature {
            place,
            by: name.into(),
            name: name.to_owned(),
            at: Instant::UNIX_EPOCH,
            content: "content".to_owned(),
            before: String::new(),
            hash: "hash".to_owned(),
            void_at: void.then_some(Instant::UNIX_EPOCH),
        }
    }

    #[test]
    fn a_void_signature_stands_for_nobody() {
        let all = [signature(0, "aigul", true), signature(0, "bekzhan", false), signature(1, "dana", true)];
        assert_eq!(of_place(&all, 0).map(|one| one.name.as_str()), Some("bekzhan"));
        assert_eq!(of_place(&all, 1), None);
        assert_eq!(void_of_place(&all, 1).map(|one| one.name.as_str()), Some("dana"));
    }

    #[test]
    fn a_paper_is_read_as_it_is_stored() {
        for paper in [Paper::Plan("a".into()), Paper::Order("b".into())] {
            assert_eq!(Paper::from_words(paper.word(), paper.id().to_owned()), Some(paper));
        }
        assert_eq!(Paper::from_words("letter", "c".to_owned()), None);
    }
}
