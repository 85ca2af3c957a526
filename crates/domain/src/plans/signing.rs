//! How a work plan is signed: the mentor, then the newcomer, then the head or the coordinator, who approves it or returns it
//! with a comment (doc:A4; feat:F3, F5). Diagram: `docs/states/plans.md`.

use super::Deed;
use crate::PersonId;
pub use crate::signatures::MOST_COMMENT;
use crate::signatures::{Signature, of_place};

/// Who signs a work plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// The mentor, whose plan it is.
    Mentor,
    /// The newcomer, who has read it.
    Newcomer,
    /// The head or the coordinator, who approves it; neither of the two.
    Leader,
}

impl Signer {
    /// All, in the order of the chain.
    pub const ALL: [Self; 3] = [Self::Mentor, Self::Newcomer, Self::Leader];

    /// The place in the chain.
    pub const fn place(self) -> u8 {
        match self {
            Self::Mentor => 0,
            Self::Newcomer => 1,
            Self::Leader => 2,
        }
    }

    /// The tail of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Newcomer => "newcomer",
            Self::Leader => "leader",
        }
    }
}

/// How a work plan stands between being written and being approved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has said that it is ready, or it was changed since.
    #[default]
    Draft,
    /// The mentor has said so; the mentor's signature is awaited.
    Ready,
    /// Some have signed.
    Signed,
    /// Returned with a comment.
    Returned,
    /// All three have signed.
    Approved,
}

impl Standing {
    /// All.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Ready, Self::Signed, Self::Returned, Self::Approved];

    /// The word under which it is stored and drawn in the diagram; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Ready => "ready",
            Self::Signed => "signed",
            Self::Returned => "returned",
            Self::Approved => "approved",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.word() == word)
    }
}

/// The signing of one work plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signing {
    /// How it stands.
    pub standing: Standing,
    /// What is to be mended, while it is returned.
    pub comment: Option<String>,
    /// Version for optimistic locking; 0 where nobody has ever said that it is ready.
    pub version: i64,
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SigningRefused {
    /// The plan is not in a state from which the step leads, or its pair works no longer.
    NotOpen,
    /// It is another one's turn.
    NotYours,
    /// There is no step in it.
    Empty,
    /// The plan is not the one that was read.
    Changed,
    /// A return without a comment.
    NoComment,
    /// A comment longer than [`MOST_COMMENT`].
    TooLong,
    /// The password or code is not the person's.
    Wrong,
    /// The person has no password yet.
    NoPassword,
}

impl Signing {
    /// Who signs next; nobody where it is not ready, is returned, or all have signed.
    pub fn next(&self, signatures: &[Signature]) -> Option<Signer> {
        match self.standing {
            Standing::Draft | Standing::Returned | Standing::Approved => None,
            Standing::Ready | Standing::Signed => {
                Signer::ALL.into_iter().find(|signer| of_place(signatures, signer.place()).is_none())
            }
        }
    }

    /// True where the mentor may say that it is ready.
    pub const fn awaits_ready(&self) -> bool {
        matches!(self.standing, Standing::Draft | Standing::Returned)
    }

    /// True where whoever approves may return it: in their turn, and once it is approved.
    pub fn may_return(&self, signatures: &[Signature]) -> bool {
        self.standing == Standing::Approved || self.next(signatures) == Some(Signer::Leader)
    }

    /// True where a person of those who approve may return it now: in their turn each of them; once it is approved, whoever
    /// approved it, or the head.
    pub fn may_be_returned_by(&self, signatures: &[Signature], person: &PersonId, head: bool) -> bool {
        let approved = of_place(signatures, Signer::Leader.place());
        self.may_return(signatures) && (head || approved.is_none_or(|approved| approved.by == *person))
    }

    /// Draft | Returned -> Ready
    pub fn ready(self, steps: usize) -> Result<Self, SigningRefused> {
        match (self.awaits_ready(), steps) {
            (false, _) => Err(SigningRefused::NotOpen),
            (true, 0) => Err(SigningRefused::Empty),
            (true, _) => Ok(Self { standing: Standing::Ready, comment: None, ..self }),
        }
    }

    /// Ready | Signed -> Signed | Approved
    pub fn sign(self, signatures: &[Signature], signer: Signer) -> Result<Self, SigningRefused> {
        match self.next(signatures) {
            None => Err(SigningRefused::NotOpen),
            Some(next) if next != signer => Err(SigningRefused::NotYours),
            Some(Signer::Leader) => Ok(Self { standing: Standing::Approved, ..self }),
            Some(Signer::Mentor | Signer::Newcomer) => Ok(Self { standing: Standing::Signed, ..self }),
        }
    }

    /// Signed | Approved -> Returned. Each signature covers the whole plan, so none holds after it.
    pub fn give_back(self, signatures: &[Signature], comment: &str) -> Result<Self, SigningRefused> {
        let comment = comment.trim();
        match comment.chars().count() {
            _ if !self.may_return(signatures) => Err(SigningRefused::NotOpen),
            0 => Err(SigningRefused::NoComment),
            count if count > MOST_COMMENT => Err(SigningRefused::TooLong),
            _ => Ok(Self { standing: Standing::Returned, comment: Some(comment.to_owned()), ..self }),
        }
    }

    /// Ready | Signed | Approved -> Draft: the plan says something else than what was signed. A returned one is mended so.
    pub fn edited(self) -> Self {
        match self.standing {
            Standing::Draft | Standing::Returned => self,
            Standing::Ready | Standing::Signed | Standing::Approved => {
                Self { standing: Standing::Draft, ..self }
            }
        }
    }
}

impl Deed {
    /// True where it changes what the plan says; that a step is done is no part of what is signed.
    pub const fn is_edit(self) -> bool {
        match self {
            Self::Added | Self::Changed | Self::Removed | Self::Restored => true,
            Self::Done | Self::Reopened => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;
    use std::collections::BTreeSet;

    fn signature(signer: Signer) -> Signature {
        Signature {
            place: signer.place(),
            by: "somebody".into(),
            name: "Somebody".to_owned(),
            at: Instant::UNIX_EPOCH,
            content: String::new(),
            before: String::new(),
            hash: String::new(),
            void_at: None,
        }
    }

    /// A signing with as many signatures as its state has had.
    fn stands(standing: Standing, given: usize) -> (Signing, Vec<Signature>) {
        let signatures = Signer::ALL.into_iter().take(given).map(signature).collect();
        (Signing { standing, comment: None, version: 1 }, signatures)
    }

    /// Everything that can come about, each state with each number of signatures that it may have.
    fn all() -> Vec<(Signing, Vec<Signature>)> {
        vec![
            stands(Standing::Draft, 0),
            stands(Standing::Ready, 0),
            stands(Standing::Signed, 1),
            stands(Standing::Signed, 2),
            stands(Standing::Returned, 0),
            stands(Standing::Approved, 3),
        ]
    }

    #[test]
    fn the_diagram_draws_what_the_rules_allow() {
        let mut seen = BTreeSet::new();
        for (signing, signatures) in all() {
            let from = signing.standing;
            let signs = Signer::ALL.map(|signer| signing.clone().sign(&signatures, signer));
            let other = [signing.clone().ready(1), signing.clone().give_back(&signatures, "Күнін қараңыз")];
            let edited = signing.clone().edited();
            let became = signs.into_iter().chain(other).flatten().chain([edited]);
            seen.extend(
                became
                    .filter(|next| next.standing != from || from == Standing::Signed)
                    .map(|next| (from.word(), next.standing.word())),
            );
        }
        assert_eq!(seen, crate::diagrams::arrows(include_str!("../../../../docs/states/plans.md")));
    }

    #[test]
    fn three_sign_in_their_order_and_nobody_out_of_it() {
        let mut signing = Signing::default().ready(1).unwrap();
        let mut signatures = Vec::new();
        for (at, signer) in Signer::ALL.into_iter().enumerate() {
            for other in Signer::ALL.into_iter().filter(|other| *other != signer) {
                assert_eq!(signing.clone().sign(&signatures, other), Err(SigningRefused::NotYours));
            }
            assert_eq!(usize::from(signer.place()), at);
            signing = signing.sign(&signatures, signer).unwrap();
            signatures.push(signature(signer));
        }
        assert_eq!(signing.standing, Standing::Approved);
        assert_eq!(signing.sign(&signatures, Signer::Leader), Err(SigningRefused::NotOpen));
    }

    #[test]
    fn only_whoever_approves_returns_and_says_why() {
        let (early, one) = stands(Standing::Signed, 1);
        assert_eq!(early.give_back(&one, "Күні"), Err(SigningRefused::NotOpen));
        let (signing, both) = stands(Standing::Signed, 2);
        assert_eq!(signing.clone().give_back(&both, "  "), Err(SigningRefused::NoComment));
        let long = "ә".repeat(MOST_COMMENT + 1);
        assert_eq!(signing.clone().give_back(&both, &long), Err(SigningRefused::TooLong));
        let back = signing.give_back(&both, " Күні ").unwrap();
        assert_eq!((back.standing, back.comment.as_deref()), (Standing::Returned, Some("Күні")));
        assert_eq!(back.clone().edited(), back, "mended, and said to be ready again by the mentor");
        assert_eq!(back.ready(1).unwrap().comment, None);
    }

    #[test]
    fn n08_nobody_but_the_head_takes_off_what_another_approved() {
        let (turn, both) = stands(Standing::Signed, 2);
        let (approved, all) = stands(Standing::Approved, 3);
        let (other, giver) = ("other".into(), "somebody".into());
        assert!(turn.may_be_returned_by(&both, &other, false));
        assert!(!approved.may_be_returned_by(&all, &other, false));
        assert!(approved.may_be_returned_by(&all, &giver, false));
        assert!(approved.may_be_returned_by(&all, &other, true));
        let (early, one) = stands(Standing::Signed, 1);
        assert!(!early.may_be_returned_by(&one, &other, true));
    }

    #[test]
    fn an_empty_plan_is_not_ready() {
        assert_eq!(Signing::default().ready(0), Err(SigningRefused::Empty));
    }

    #[test]
    fn a_tick_is_no_edit() {
        let edits = Deed::ALL.into_iter().filter(|deed| deed.is_edit()).count();
        assert_eq!(edits, 4);
        assert!(!Deed::Done.is_edit() && !Deed::Reopened.is_edit());
    }
}
