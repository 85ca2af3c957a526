//! Which signatures are checked: RSA (RFC 8017) and ECDSA with SHA-2. Keys of RSA have 2048 bits at least.

use super::NotCertified;
use der::asn1::ObjectIdentifier;
use der::{Any, Encode};
use pkcs1::RsaPssParams;
use ring::digest;
use ring::signature::{self as keys, UnparsedPublicKey, VerificationAlgorithm};
use std::fmt;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

pub(super) const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

const RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.1");
const PSS: ObjectIdentifier = oid("1.2.840.113549.1.1.10");
const MGF1: ObjectIdentifier = oid("1.2.840.113549.1.1.8");
const EC: ObjectIdentifier = oid("1.2.840.10045.2.1");
const P256: ObjectIdentifier = oid("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = oid("1.3.132.0.34");
/// Under these stand the GOST algorithms of Kazakhstan (СТ РК ГОСТ 34.10-2015 and the older ones) and of Russia.
const GOST: [&str; 4] = ["1.2.398.3.10.", "1.2.643.", "1.3.6.1.4.1.6801.1.", "1.2.398.5."];
/// The shortest public key of RSA in DER: 2048 bits and what stands around them.
const SHORTEST_RSA: usize = 268;

/// A hash that is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digest {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Digest {
    const ALL: [(Self, ObjectIdentifier); 3] = [
        (Self::Sha256, oid("2.16.840.1.101.3.4.2.1")),
        (Self::Sha384, oid("2.16.840.1.101.3.4.2.2")),
        (Self::Sha512, oid("2.16.840.1.101.3.4.2.3")),
    ];

    const fn of_ring(self) -> &'static digest::Algorithm {
        match self {
            Self::Sha256 => &digest::SHA256,
            Self::Sha384 => &digest::SHA384,
            Self::Sha512 => &digest::SHA512,
        }
    }

    /// The hash of a document.
    pub(super) fn hash(self, document: &[u8]) -> digest::Digest {
        digest::digest(self.of_ring(), document)
    }

    fn of(algorithm: ObjectIdentifier) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == algorithm).map(|(digest, _)| digest)
    }
}

/// A kind of key and how it signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// RSA, PKCS #1 v1.5.
    Rsa,
    /// RSA, PSS.
    RsaPss,
    /// ECDSA on P-256.
    P256,
    /// ECDSA on P-384.
    P384,
}

/// How something is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Algorithm {
    /// The key.
    pub key: Key,
    /// The hash.
    pub digest: Digest,
}

impl fmt::Display for Algorithm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = match self.key {
            Key::Rsa => "RSA",
            Key::RsaPss => "RSA-PSS",
            Key::P256 => "ECDSA P-256",
            Key::P384 => "ECDSA P-384",
        };
        let digest = match self.digest {
            Digest::Sha256 => "SHA-256",
            Digest::Sha384 => "SHA-384",
            Digest::Sha512 => "SHA-512",
        };
        write!(out, "{key}, {digest}")
    }
}

/// Is it one of GOST?
pub(super) fn is_gost(algorithm: ObjectIdentifier) -> bool {
    GOST.iter().any(|arc| algorithm.to_string().starts_with(arc))
}

/// Parameters are left out, or they are NULL.
fn is_plain(parameters: Option<&Any>) -> bool {
    parameters.is_none_or(Any::is_null)
}

/// The hash of an algorithm that says nothing else.
pub(super) fn digest(algorithm: &AlgorithmIdentifierOwned) -> Result<Digest, NotCertified> {
    match Digest::of(algorithm.oid) {
        _ if is_gost(algorithm.oid) => Err(NotCertified::Gost),
        Some(digest) if is_plain(algorithm.parameters.as_ref()) => Ok(digest),
        _ => Err(NotCertified::OtherAlgorithm),
    }
}

/// The hash of PSS, whose mask has the same hash and whose salt has its length (RFC 4055, 3.1).
fn of_pss(parameters: Option<&Any>) -> Option<Digest> {
    let der = parameters?.to_der().ok()?;
    let said: RsaPssParams<'_> = der::Decode::from_der(&der).ok()?;
    let digest = Digest::of(said.hash.oid)?;
    let mask = said.mask_gen.parameters.map(|mask| mask.oid);
    let fits = said.mask_gen.oid == MGF1 && mask == Some(said.hash.oid);
    (fits && usize::from(said.salt_len) == digest.of_ring().output_len()).then_some(digest)
}

/// How a signature is made, with the key that has made it. RSA in a message may leave the hash to the message.
pub(super) fn algorithm(
    signature: &AlgorithmIdentifierOwned,
    key: &SubjectPublicKeyInfoOwned,
    message: Option<Digest>,
) -> Result<Algorithm, NotCertified> {
    if is_gost(signature.oid) || is_gost(key.algorithm.oid) {
        return Err(NotCertified::Gost);
    }
    let found = match key.algorithm.oid {
        RSA if signature.oid == PSS => {
            of_pss(signature.parameters.as_ref()).map(|digest| Algorithm { key: Key::RsaPss, digest })
        }
        RSA if is_plain(signature.parameters.as_ref()) => {
            rsa(signature.oid, message).map(|digest| Algorithm { key: Key::Rsa, digest })
        }
        EC if signature.parameters.is_none() => ecdsa(signature.oid, key),
        _ => None,
    };
    let is_long = |one: &Algorithm| {
        matches!(one.key, Key::P256 | Key::P384) || key.subject_public_key.raw_bytes().len() >= SHORTEST_RSA
    };
    let is_same = |one: &Algorithm| message.is_none_or(|message| message == one.digest);
    found.filter(|one| is_long(one) && is_same(one)).ok_or(NotCertified::OtherAlgorithm)
}

fn rsa(signature: ObjectIdentifier, message: Option<Digest>) -> Option<Digest> {
    const WITH: [(ObjectIdentifier, Digest); 3] = [
        (oid("1.2.840.113549.1.1.11"), Digest::Sha256),
        (oid("1.2.840.113549.1.1.12"), Digest::Sha384),
        (oid("1.2.840.113549.1.1.13"), Digest::Sha512),
    ];
    if signature == RSA {
        return message;
    }
    WITH.into_iter().find(|(known, _)| *known == signature).map(|(_, digest)| digest)
}

fn ecdsa(signature: ObjectIdentifier, key: &SubjectPublicKeyInfoOwned) -> Option<Algorithm> {
    const SHA_256: ObjectIdentifier = oid("1.2.840.10045.4.3.2");
    const SHA_384: ObjectIdentifier = oid("1.2.840.10045.4.3.3");
    let digest = match signature {
        SHA_256 => Digest::Sha256,
        SHA_384 => Digest::Sha384,
        _ => return None,
    };
    let curve: ObjectIdentifier = key.algorithm.parameters.as_ref()?.decode_as().ok()?;
    let key = match curve {
        P256 => Key::P256,
        P384 => Key::P384,
        _ => return None,
    };
    Some(Algorithm { key, digest })
}

impl Algorithm {
    /// Has this key made this signature?
    pub(super) fn fits(self, key: &SubjectPublicKeyInfoOwned, signed: &[u8], signature: &[u8]) -> bool {
        let how: &dyn VerificationAlgorithm = match (self.key, self.digest) {
            (Key::Rsa, Digest::Sha256) => &keys::RSA_PKCS1_2048_8192_SHA256,
            (Key::Rsa, Digest::Sha384) => &keys::RSA_PKCS1_2048_8192_SHA384,
            (Key::Rsa, Digest::Sha512) => &keys::RSA_PKCS1_2048_8192_SHA512,
            (Key::RsaPss, Digest::Sha256) => &keys::RSA_PSS_2048_8192_SHA256,
            (Key::RsaPss, Digest::Sha384) => &keys::RSA_PSS_2048_8192_SHA384,
            (Key::RsaPss, Digest::Sha512) => &keys::RSA_PSS_2048_8192_SHA512,
            (Key::P256, Digest::Sha256) => &keys::ECDSA_P256_SHA256_ASN1,
            (Key::P256, Digest::Sha384) => &keys::ECDSA_P256_SHA384_ASN1,
            (Key::P384, Digest::Sha256) => &keys::ECDSA_P384_SHA256_ASN1,
            (Key::P384, Digest::Sha384) => &keys::ECDSA_P384_SHA384_ASN1,
            (Key::P256 | Key::P384, Digest::Sha512) => return false,
        };
        UnparsedPublicKey::new(how, key.subject_public_key.raw_bytes()).verify(signed, signature).is_ok()
    }
}
