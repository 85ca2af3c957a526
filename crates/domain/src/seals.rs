//! Qualified signatures beside the simple ones of a paper: a file that another program made over the same content. One
//! belongs to one simple signature and holds as long as that one does, so whatever voids the one voids the other.

use crate::signatures::Signature;
use crate::{Instant, PersonId};

/// A qualified signature that was checked when it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The hash of the simple signature that it stands beside; that one covers the same content.
    pub signature: String,
    /// Who brought it.
    pub by: PersonId,
    /// The name in the certificate.
    pub subject: String,
    /// The name of whoever issued the certificate.
    pub issuer: String,
    /// Key and hash, for people.
    pub algorithm: String,
    /// When it was signed, as the signer's program says.
    pub signed_at: Instant,
    /// When it came and was checked.
    pub at: Instant,
    /// The file, as it came.
    pub file: Vec<u8>,
}

/// Why none can stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The person has no simple signature that holds.
    NotSigned,
    /// It has one already.
    Sealed,
}

/// The simple signature of a person that holds; the later one where somebody signed in two places.
pub fn own<'a>(signatures: &'a [Signature], person: &PersonId) -> Option<&'a Signature> {
    let mine = signatures.iter().filter(|one| one.void_at.is_none() && one.by == *person);
    mine.max_by_key(|one| one.place)
}

/// The qualified signature beside a simple one.
pub fn beside<'a>(seals: &'a [Seal], signature: &Signature) -> Option<&'a Seal> {
    seals.iter().find(|seal| seal.signature == signature.hash)
}

/// The simple signature beside which a person may put a qualified one.
pub fn open<'a>(
    signatures: &'a [Signature],
    seals: &[Seal],
    person: &PersonId,
) -> Result<&'a Signature, Refused> {
    let mine = own(signatures, person).ok_or(Refused::NotSigned)?;
    if beside(seals, mine).is_some() { Err(Refused::Sealed) } else { Ok(mine) }
}

/// Those that hold, each with its simple signature, in the order of the chain.
pub fn holding<'a>(signatures: &'a [Signature], seals: &'a [Seal]) -> Vec<(&'a Signature, &'a Seal)> {
    let hold = signatures.iter().filter(|one| one.void_at.is_none());
    let mut found: Vec<_> = hold.filter_map(|one| beside(seals, one).map(|seal| (one, seal))).collect();
    found.sort_by_key(|(one, _)| one.place);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature(place: u8, by: &str, void: bool) -> Signature {
        Signature {
            place,
            by: by.into(),
            name: by.to_owned(),
            at: Instant::UNIX_EPOCH,
            content: format!("content-{place}"),
            before: String::new(),
            hash: format!("hash-{place}-{by}-{void}"),
            void_at: void.then_some(Instant::UNIX_EPOCH),
        }
    }

    fn seal(signature: &Signature) -> Seal {
        Seal {
            signature: signature.hash.clone(),
            by: signature.by.clone(),
            subject: "НҰРБАЕВА АЙГҮЛ".to_owned(),
            issuer: "Куәландырушы орталық".to_owned(),
            algorithm: "RSA, SHA-256".to_owned(),
            signed_at: Instant::UNIX_EPOCH,
            at: Instant::UNIX_EPOCH,
            file: vec![0x30],
        }
    }

    #[test]
    fn only_whoever_has_signed_brings_one_and_once() {
        let signatures = [signature(0, "aigul", false), signature(1, "gulnafisa", false)];
        assert_eq!(open(&signatures, &[], &"serik".into()), Err(Refused::NotSigned));
        assert_eq!(open(&signatures, &[], &"aigul".into()), Ok(&signatures[0]));
        let seals = [seal(&signatures[0])];
        assert_eq!(open(&signatures, &seals, &"aigul".into()), Err(Refused::Sealed));
        assert_eq!(open(&signatures, &seals, &"gulnafisa".into()), Ok(&signatures[1]));
    }

    #[test]
    fn whoever_signed_in_two_places_brings_one_for_the_later() {
        let signatures = [signature(1, "serik", false), signature(2, "serik", false)];
        assert_eq!(open(&signatures, &[], &"serik".into()), Ok(&signatures[1]));
    }

    #[test]
    fn it_is_void_with_its_signature() {
        let void = signature(0, "aigul", true);
        let seals = [seal(&void)];
        assert_eq!(open(std::slice::from_ref(&void), &seals, &"aigul".into()), Err(Refused::NotSigned));
        assert!(holding(std::slice::from_ref(&void), &seals).is_empty());
        let signatures = [void, signature(0, "aigul", false)];
        assert_eq!(open(&signatures, &seals, &"aigul".into()), Ok(&signatures[1]));
    }
}
