//! Qualified signatures as files: a detached CMS signature (RFC 5652) over a document, checked against certificates that
//! the administrator trusts (RFC 5280). RSA (PKCS #1 v1.5 and PSS) and ECDSA on P-256 and P-384; GOST signatures are known
//! and not checked. Whether a certificate was revoked is not looked up: nothing here reaches a network.

mod algorithms;
mod chains;
mod definite;
mod message;
mod names;

pub use algorithms::{Algorithm, Digest, Key};

use jiff::Timestamp;
use x509_cert::Certificate;

/// Most bytes of a signature file: a signature with a chain of certificates and a time stamp has some thousands.
pub const MOST_BYTES: usize = 256 * 1024;

/// What a signature says once it is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// The name in the signer's certificate.
    pub subject: String,
    /// The name of whoever issued it.
    pub issuer: String,
    /// When it was signed, as the signer's program says; without it, when it was checked.
    pub signed_at: Timestamp,
    /// The signer's program has named a time. Without one the same file is as good on every later day.
    pub dated: bool,
    /// How it is signed.
    pub algorithm: Algorithm,
    /// SHA-256 of the signer's certificate, in hexadecimal digits.
    pub fingerprint: String,
}

/// Why a signature is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCertified {
    /// The file is larger than [`MOST_BYTES`].
    #[error("the file is too large")]
    TooLarge,
    /// The file is no CMS signature, or broken, or without the attributes that a signature of a document has.
    #[error("the file is no whole signature")]
    Unreadable,
    /// The document is inside of it: it is not detached.
    #[error("the signature is not detached")]
    Attached,
    /// It has none or several signers, or the signer's certificate is not in it.
    #[error("not exactly one signer with a certificate")]
    NoSigner,
    /// It signs another document.
    #[error("it signs another document")]
    OtherDocument,
    /// The signature does not fit its own certificate.
    #[error("the signature does not fit its certificate")]
    Forged,
    /// The chain of certificates leads to nobody whom the administrator trusts.
    #[error("the certificate is issued by nobody who is trusted")]
    UnknownIssuer,
    /// A certificate of the chain was not valid when it was signed, or is not now.
    #[error("a certificate is not valid at that time")]
    Expired,
    /// The certificate is not meant for signing documents.
    #[error("the certificate is not for signing documents")]
    NotForSigning,
    /// It says that it was signed later than now.
    #[error("it is signed in the future")]
    Future,
    /// A GOST signature: it is known and cannot be checked here.
    #[error("GOST is not supported")]
    Gost,
    /// Another algorithm, or a key too short, that is not checked here.
    #[error("the algorithm is not supported")]
    OtherAlgorithm,
}

/// The certificates that the administrator trusts.
#[derive(Clone, Debug, Default)]
pub struct Trust(Vec<Certificate>);

impl Trust {
    /// Adds the certificates of a file, one in DER or any number in PEM; gives how many. `None` where the file is none, or
    /// where one of them may not issue certificates: whoever signs is never trusted by themselves.
    pub fn add(&mut self, file: &[u8]) -> Option<usize> {
        let found = chains::read(file)?;
        let count = found.len();
        self.0.extend(found);
        Some(count)
    }

    /// True where nobody is trusted.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Checks a detached signature of a document, in DER, BER or PEM.
    pub fn check(
        &self,
        document: &[u8],
        signature: &[u8],
        now: Timestamp,
    ) -> Result<Certified, NotCertified> {
        message::check(&self.0, document, signature, now)
    }
}
