//! Keys of Ed25519 as Multikey writes them: `z6Mk…` the public one, `z3u2…` the secret one.

use super::multibase::{base58, from_base58};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use std::fmt;
use std::str::FromStr;

/// Bytes of a key, public or secret.
const BYTES: usize = 32;
/// What stands before a public key of Ed25519.
const PUBLIC: [u8; 2] = [0xed, 0x01];
/// What stands before a secret one.
const SECRET: [u8; 2] = [0x80, 0x26];

fn behind(prefix: [u8; 2], text: &str) -> Option<[u8; BYTES]> {
    from_base58(text)?.strip_prefix(&prefix)?.try_into().ok()
}

/// By which a signature is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicKey([u8; BYTES]);

impl PublicKey {
    /// Has this key made the signature?
    pub(super) fn fits(self, signed: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.0).verify(signed, signature).is_ok()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&base58(&[&PUBLIC[..], &self.0[..]].concat()))
    }
}

/// The text is no public key of Ed25519.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no public key of Ed25519, which begins with z6Mk")]
pub struct NoKey;

impl FromStr for PublicKey {
    type Err = NoKey;

    /// Takes the key alone, a `did:key:` of it, and any address that ends in `#` and the key.
    fn from_str(text: &str) -> Result<Self, NoKey> {
        let text = text.trim();
        let last = text.rsplit_once('#').map_or(text, |(_, last)| last);
        let key = last.strip_prefix("did:key:").unwrap_or(last);
        behind(PUBLIC, key).map(Self).ok_or(NoKey)
    }
}

/// Signs: holds a secret key and never shows it.
pub struct Signer(Ed25519KeyPair);

impl Signer {
    /// The one whose secret key is written as `z3u2…`.
    pub fn read(secret: &str) -> Option<Self> {
        Ed25519KeyPair::from_seed_unchecked(&behind(SECRET, secret.trim())?).ok().map(Self)
    }

    /// How the secret key of 32 random bytes is written, to be kept.
    pub fn secret(random: &[u8; BYTES]) -> String {
        base58(&[&SECRET[..], &random[..]].concat())
    }

    /// By which its signatures are checked.
    pub fn public(&self) -> Option<PublicKey> {
        self.0.public_key().as_ref().try_into().ok().map(PublicKey)
    }

    /// 64 bytes, the same for the same text.
    pub(super) fn sign(&self, text: &[u8]) -> Vec<u8> {
        self.0.sign(text).as_ref().to_vec()
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Signer")
    }
}
