//! Seals choices and scans, so that whoever gets hold of the database reads none (docs/decisions/0044, 0046); by another key,
//! the addresses by which letters are stopped (docs/decisions/0076).

use crate::accounts::hex;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use std::fmt;

/// Bytes of a key.
pub const KEY_BYTES: usize = 32;

/// The key of the installation. Like the keys of badges it is kept outside of the database.
pub struct Vault(LessSafeKey);

impl fmt::Debug for Vault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Vault")
    }
}

impl Vault {
    /// By a key of [`KEY_BYTES`] random bytes.
    pub fn new(key: &[u8; KEY_BYTES]) -> Option<Self> {
        UnboundKey::new(&CHACHA20_POLY1305, key).ok().map(|key| Self(LessSafeKey::new(key)))
    }

    /// By the text of a key, as [`Self::secret`] writes it.
    pub fn read(text: &str) -> Option<Self> {
        Self::new(&unhex(text.trim())?.try_into().ok()?)
    }

    /// A new key as text, from random bytes.
    pub fn secret(random: &[u8; KEY_BYTES]) -> String {
        hex(random)
    }

    /// Seals a text about something by ChaCha20-Poly1305; `nonce` is used for nothing else. Put behind something else, it does
    /// not open.
    pub(crate) fn seal(&self, nonce: [u8; NONCE_LEN], about: &str, text: &str) -> Option<String> {
        self.seal_bytes(nonce, about, text.as_bytes()).map(|sealed| hex(&sealed))
    }

    /// Opens what was sealed about the same thing with the same key.
    pub(crate) fn open(&self, about: &str, sealed: &str) -> Option<String> {
        String::from_utf8(self.open_bytes(about, &unhex(sealed)?)?).ok()
    }

    /// The same of a file, as bytes.
    pub(crate) fn seal_bytes(&self, nonce: [u8; NONCE_LEN], about: &str, file: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = file.to_vec();
        let unique = Nonce::assume_unique_for_key(nonce);
        self.0.seal_in_place_append_tag(unique, Aad::from(about.as_bytes()), &mut bytes).ok()?;
        Some([&nonce[..], &bytes[..]].concat())
    }

    /// Opens a file that was sealed about the same thing with the same key.
    pub(crate) fn open_bytes(&self, about: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, rest) = sealed.split_at_checked(NONCE_LEN)?;
        let mut rest = rest.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let file = self.0.open_in_place(nonce, Aad::from(about.as_bytes()), &mut rest).ok()?;
        Some(file.to_vec())
    }
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let digit = |letter: char| letter.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let digits: Vec<u8> = digits.chars().map(digit).collect::<Option<_>>()?;
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some((high << 4) | low),
        _ => None,
    };
    digits.chunks(2).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_the_same_key_about_the_same_thing_alone() {
        let vault = Vault::read(&Vault::secret(&[7; KEY_BYTES])).unwrap();
        let sealed = vault.seal([1; NONCE_LEN], "7Г ayan", "0101|0010").unwrap();
        assert_eq!(vault.open("7Г ayan", &sealed).as_deref(), Some("0101|0010"));
        assert_eq!(vault.open("7Г miras", &sealed), None, "in somebody else's row");
        assert_eq!(Vault::new(&[8; KEY_BYTES]).unwrap().open("7Г ayan", &sealed), None, "another key");
        let mut changed = sealed.clone();
        let last = if changed.pop() == Some('0') { '1' } else { '0' };
        changed.push(last);
        assert_eq!(vault.open("7Г ayan", &changed), None, "a digit was changed");
        assert!(!sealed.contains(&hex(b"0101")), "nothing of it can be read");
    }

    #[test]
    fn no_key_and_no_seal_is_read_from_nonsense() {
        for text in ["", "7", "zz", "0707"] {
            assert!(Vault::read(text).is_none(), "{text}");
            assert_eq!(Vault::new(&[7; KEY_BYTES]).unwrap().open("", text), None, "{text}");
        }
    }
}
