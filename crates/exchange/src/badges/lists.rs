//! Which credentials were taken back: one bit for each, in a credential of its own (W3C, Bitstring Status List 1.0).

use super::graph::{classes, several};
use super::keys::{PublicKey, Signer};
use super::multibase::{base64, from_base64};
use super::proofs::{Fit, Signed, seconds, sign};
use super::terms::CREDENTIALS;
use super::{Issuer, Unreadable};
use flate2::Compression;
use flate2::read::{GzDecoder, GzEncoder};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::io::Read;

/// Fewest bytes of a list: in a shorter one somebody who asks for it could tell whom they ask about.
const LEAST_BYTES: usize = 16 * 1024;
/// Most bytes: eight million credentials of one issuer.
const MOST_BYTES: usize = 1024 * 1024;
const PURPOSE: &str = "revocation";

/// What is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Where the list is published.
    pub address: String,
    /// Whose it is.
    pub issuer: Issuer,
    /// The places of those that were taken back.
    pub revoked: Vec<u32>,
}

impl List {
    /// The list, signed; `None` where a place is beyond every list.
    pub fn signed(&self, signer: &Signer, now: Timestamp) -> Option<String> {
        let document = json!({
            "@context": [CREDENTIALS],
            "id": self.address,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": self.issuer.id,
            "validFrom": seconds(now),
            "credentialSubject": {
                "id": format!("{}#list", self.address),
                "type": "BitstringStatusList",
                "statusPurpose": PURPOSE,
                "encodedList": encoded(&self.revoked)?,
            },
        });
        let Value::Object(document) = document else { return None };
        sign(document, signer, &self.issuer.id, now).ok()
    }
}

/// The byte of a place, and its bit: the first one is the highest.
fn bit(place: u32) -> Option<(usize, u8)> {
    let byte = usize::try_from(place / 8).ok()?;
    Some((byte, 0x80 >> (place % 8)))
}

fn encoded(revoked: &[u32]) -> Option<String> {
    let mut bits = vec![0; LEAST_BYTES];
    for place in revoked {
        let (byte, bit) = bit(*place)?;
        if byte >= MOST_BYTES {
            return None;
        }
        if byte >= bits.len() {
            bits.resize(byte + 1, 0);
        }
        bits[byte] |= bit;
    }
    let mut packed = Vec::new();
    GzEncoder::new(bits.as_slice(), Compression::default()).read_to_end(&mut packed).ok()?;
    Some(base64(&packed))
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let packed = from_base64(text)?;
    let mut bits = Vec::new();
    let most = u64::try_from(MOST_BYTES).ok()?;
    GzDecoder::new(packed.as_slice()).take(most + 1).read_to_end(&mut bits).ok()?;
    (bits.len() <= MOST_BYTES).then_some(bits)
}

/// Where a credential stands in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where the list is published.
    pub list: String,
    /// Its place there, from 0 on.
    pub index: u32,
}

impl Place {
    /// As a credential says it.
    pub(super) fn entry(&self) -> Value {
        json!({
            "id": format!("{}#{}", self.list, self.index),
            "type": "BitstringStatusListEntry",
            "statusPurpose": PURPOSE,
            "statusListIndex": self.index.to_string(),
            "statusListCredential": self.list,
        })
    }

    /// The place by which a credential says that it can be taken back; other purposes are another matter.
    pub(super) fn of(document: &Map<String, Value>) -> Result<Option<Self>, Unreadable> {
        let said = document.get("credentialStatus").map(several).unwrap_or_default();
        let revoking = |one: &&Value| one.get("statusPurpose").and_then(Value::as_str) == Some(PURPOSE);
        let mut entries = said.iter().filter(revoking);
        let Some(entry) = entries.next() else { return Ok(None) };
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let place = text("statusListCredential").zip(text("statusListIndex"));
        let place =
            place.and_then(|(list, index)| Some(Self { list: list.to_owned(), index: index.parse().ok()? }));
        match place {
            Some(place) if entries.next().is_none() => Ok(Some(place)),
            _ => Err(Unreadable::Value("credentialStatus".to_owned())),
        }
    }
}

/// Why a list says nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoList {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// It was altered, or nobody who is known has signed it.
    #[error("the list is not signed by a known key")]
    NotSigned,
}

/// A list that was read and whose signature is right.
#[derive(Clone, Debug)]
pub struct StatusList {
    address: String,
    issuer: String,
    bits: Vec<u8>,
    /// When it was signed.
    pub of: Timestamp,
}

impl StatusList {
    /// Reads a list that one of these keys has signed.
    pub fn read(file: &[u8], known: &[PublicKey]) -> Result<Self, NoList> {
        let signed = Signed::read(file)?;
        let Fit::Known(_) = signed.signed_by(known)? else { return Err(NoList::NotSigned) };
        Ok(Self::of(&signed)?)
    }

    fn of(signed: &Signed) -> Result<Self, Unreadable> {
        let document = &signed.document;
        let wrong = |name: &str| Unreadable::Value(name.to_owned());
        if !classes(document)?.contains(&"BitstringStatusListCredential") {
            return Err(wrong("type"));
        }
        let issuer = signed.issuer().ok_or_else(|| wrong("issuer"))?;
        let address = document.get("id").and_then(Value::as_str).ok_or_else(|| wrong("id"))?;
        let subject = document.get("credentialSubject").and_then(Value::as_object);
        let subject = subject.ok_or_else(|| wrong("credentialSubject"))?;
        let text = |name: &str| subject.get(name).and_then(Value::as_str);
        if text("statusPurpose") != Some(PURPOSE) {
            return Err(wrong("statusPurpose"));
        }
        let bits = text("encodedList").and_then(decoded).ok_or_else(|| wrong("encodedList"))?;
        let of = super::instant(document, "validFrom")?.ok_or_else(|| wrong("validFrom"))?;
        Ok(Self { address: address.to_owned(), issuer: issuer.to_owned(), bits, of })
    }

    /// Is what an issuer has put at a place taken back? Nothing where the list is another one, or somebody else's, or too
    /// short.
    pub(super) fn revokes(&self, place: &Place, issuer: Option<&str>) -> Option<bool> {
        let (byte, bit) = bit(place.index)?;
        let is_its_own = place.list == self.address && issuer == Some(self.issuer.as_str());
        let bits = self.bits.get(byte).filter(|_| is_its_own)?;
        Some(bits & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back_as_it_was() {
        let bits = decoded(&encoded(&[0, 9, 131_072]).unwrap()).unwrap();
        assert_eq!(bits.len(), LEAST_BYTES + 1);
        assert_eq!((bits[0], bits[1], bits[LEAST_BYTES]), (0x80, 0x40, 0x80));
        assert!(bits[2..LEAST_BYTES].iter().all(|byte| *byte == 0));
        assert_eq!(encoded(&[u32::MAX]), None, "no list is that long");
    }

    #[test]
    fn a_list_that_unfolds_without_end_is_not_read() {
        let zeros = vec![0; MOST_BYTES + 1];
        let mut packed = Vec::new();
        GzEncoder::new(zeros.as_slice(), Compression::default()).read_to_end(&mut packed).unwrap();
        assert_eq!(decoded(&base64(&packed)), None);
        assert_eq!(decoded("uH4sI"), None, "cut off");
        assert_eq!(decoded("zH4sI"), None, "not of base 64");
    }
}
