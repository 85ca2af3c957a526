//! Accounts: passwords, one-time codes, sessions.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The form in which tokens and codes are stored: whoever reads the database cannot sign in with it.
pub fn secret_hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
