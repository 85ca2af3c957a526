//! Proofs of `eddsa-rdfc-2022` (W3C, Data Integrity EdDSA Cryptosuites 1.0): Ed25519 over the hashes of what is said of the
//! proof and of what the document says.

use super::canonical::canonical;
use super::graph::{classes, several, statements};
use super::keys::{PublicKey, Signer};
use super::multibase::{base58, from_base58};
use super::strict::Strict;
use super::terms::Named;
use super::{Unreadable, images};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

const SUITE: &str = "eddsa-rdfc-2022";
const PROOF: &str = "DataIntegrityProof";
const CONTEXT: &str = "@context";
/// Bytes of a signature.
const SIGNATURE: usize = 64;
/// Most bytes of a credential, which is some thousand letters long; pictures may stand in it.
const MOST_TEXT: usize = 512 * 1024;

/// A document and the proof under it, both read and not checked.
pub(super) struct Signed {
    /// What is signed.
    pub(super) document: Map<String, Value>,
    /// What the proof says of itself, without the signature.
    proof: Map<String, Value>,
    signature: Vec<u8>,
}

fn contexts(document: &Map<String, Value>) -> Result<Named, Unreadable> {
    let said = document.get(CONTEXT).map(several).unwrap_or_default();
    let addresses: Option<Vec<&str>> = said.iter().map(Value::as_str).collect();
    addresses.and_then(Named::of).ok_or(Unreadable::Contexts)
}

/// What is signed, to the last byte: the hash of the proof's own words, then that of the document's.
fn digest(document: &Map<String, Value>, proof: &Map<String, Value>) -> Result<Vec<u8>, Unreadable> {
    let contexts = contexts(document)?;
    let mut signed = Vec::new();
    for said in [proof, document] {
        let text = canonical(&statements(said, &contexts)?)?;
        signed.extend(Sha256::digest(text.as_bytes()).iter());
    }
    Ok(signed)
}

/// Puts a proof under a document. `controller` is the address under which the key is published.
pub(super) fn sign(
    mut document: Map<String, Value>,
    signer: &Signer,
    controller: &str,
    now: Timestamp,
) -> Result<String, Unreadable> {
    let key = signer.public().ok_or(Unreadable::OtherProof)?;
    let said = json!({
        "type": PROOF,
        "cryptosuite": SUITE,
        "created": seconds(now),
        "verificationMethod": format!("{controller}#{key}"),
        "proofPurpose": "assertionMethod",
    });
    let Value::Object(mut proof) = said else { return Err(Unreadable::OtherProof) };
    let signature = signer.sign(&digest(&document, &proof)?);
    proof.insert("proofValue".to_owned(), base58(&signature).into());
    document.insert("proof".to_owned(), proof.into());
    Ok(format!("{:#}\n", Value::Object(document)))
}

/// An instant as credentials write it: whole seconds of UTC.
pub(super) fn seconds(at: Timestamp) -> String {
    Timestamp::from_second(at.as_second()).unwrap_or(at).to_string()
}

impl Signed {
    /// Reads a document with one proof, as JSON or out of the picture, PNG or SVG, that carries it.
    pub(super) fn read(file: &[u8]) -> Result<Self, Unreadable> {
        if file.len() > super::MOST_BYTES {
            return Err(Unreadable::TooLarge);
        }
        let text = match file {
            png if images::is_png(png) => Cow::Borrowed(images::unbake(png)?),
            svg if images::is_drawing(svg) => Cow::Owned(images::unbake_drawing(svg)?.into_bytes()),
            json => Cow::Borrowed(json),
        };
        if text.len() > MOST_TEXT {
            return Err(Unreadable::TooLarge);
        }
        // Editors on Windows put a byte order mark before the first brace.
        let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text);
        let Ok(Strict(Value::Object(mut document))) = serde_json::from_slice(text) else {
            return Err(if is_token(text) { Unreadable::OtherProof } else { Unreadable::NoCredential });
        };
        let proof = match document.remove("proof") {
            None => return Err(Unreadable::NoProof),
            Some(Value::Object(proof)) => proof,
            Some(Value::Array(proofs)) => match <[Value; 1]>::try_from(proofs) {
                Ok([Value::Object(proof)]) => proof,
                _ => return Err(Unreadable::OtherProof),
            },
            Some(_) => return Err(Unreadable::OtherProof),
        };
        Self::of(document, proof)
    }

    fn of(document: Map<String, Value>, mut proof: Map<String, Value>) -> Result<Self, Unreadable> {
        let is = |name: &str, word: &str| proof.get(name).and_then(Value::as_str) == Some(word);
        if !(is("type", PROOF) && is("cryptosuite", SUITE) && is("proofPurpose", "assertionMethod")) {
            return Err(Unreadable::OtherProof);
        }
        // A proof may repeat the contexts of its document; others would give its words another meaning.
        if proof.remove(CONTEXT).is_some_and(|said| Some(&said) != document.get(CONTEXT)) {
            return Err(Unreadable::Contexts);
        }
        let value = proof.remove("proofValue");
        let signature = value.as_ref().and_then(Value::as_str).and_then(from_base58).unwrap_or_default();
        if classes(&document)?.iter().all(|class| *class != "VerifiableCredential") {
            return Err(Unreadable::NoCredential);
        }
        let signed = Self { document, proof, signature };
        // A key that stands under an address is the key of that issuer alone; one that stands for itself is believed or not.
        let method = signed.said("verificationMethod").and_then(|method| method.split_once('#'));
        match method {
            Some((controller, _))
                if !controller.starts_with("did:key:") && signed.issuer() != Some(controller) =>
            {
                Err(Unreadable::Value("verificationMethod".to_owned()))
            }
            _ => Ok(signed),
        }
    }

    /// The address of whoever says it.
    pub(super) fn issuer(&self) -> Option<&str> {
        let issuer = self.document.get("issuer")?;
        issuer.get("id").unwrap_or(issuer).as_str()
    }

    /// The text under a name of the proof.
    pub(super) fn said(&self, name: &str) -> Option<&str> {
        self.proof.get(name)?.as_str()
    }

    /// Whose signature it is: that of the key which the proof names, or else of one of those that are known.
    pub(super) fn signed_by(&self, known: &[PublicKey]) -> Result<Fit, Unreadable> {
        let digest = digest(&self.document, &self.proof)?;
        let fits = |key: &PublicKey| self.signature.len() == SIGNATURE && key.fits(&digest, &self.signature);
        let named: Option<PublicKey> = self.said("verificationMethod").and_then(|key| key.parse().ok());
        Ok(match named {
            Some(key) if !fits(&key) => Fit::Altered,
            Some(key) if known.contains(&key) => Fit::Known(key),
            Some(key) => Fit::Unknown(Some(key)),
            None => known.iter().copied().find(fits).map_or(Fit::Unknown(None), Fit::Known),
        })
    }
}

/// A compact token (RFC 7515): three parts of base64url, of which the first is a header in JSON. It names no key by which it
/// could be checked without asking anybody, and says by itself how it is to be checked, so it is not.
fn is_token(text: &[u8]) -> bool {
    let of_part = |part: &[u8]| part.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte));
    let text = text.trim_ascii();
    text.starts_with(b"eyJ")
        && text.split(|byte| *byte == b'.').count() == 3
        && text.split(|byte| *byte == b'.').all(of_part)
}

/// Whose signature it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Somebody's who is known.
    Known(PublicKey),
    /// Somebody's who is not known; the key where the proof has it.
    Unknown(Option<PublicKey>),
    /// It does not fit what is said.
    Altered,
}
