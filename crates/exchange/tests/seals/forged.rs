//! No bytes are a signature that nobody made; the fuzzer asks the same of bytes of its own.

use exchange::seals::{Certified, Trust};

pub(crate) const DOCUMENT: &[u8] = include_bytes!("files/document.txt");
pub(crate) const ROOT: &[u8] = include_bytes!("files/root.pem");
pub(crate) const RSA: &[u8] = include_bytes!("files/rsa-sha256.der");
pub(crate) const RSA_512: &[u8] = include_bytes!("files/rsa-sha512.pem");
pub(crate) const PSS: &[u8] = include_bytes!("files/rsa-pss.der");
pub(crate) const P384: &[u8] = include_bytes!("files/p384.der");
pub(crate) const KEY_ID: &[u8] = include_bytes!("files/key-id.der");

/// What is told of bytes under the name of a signature: nothing, or exactly what one of the whole files tells. Some bits
/// of a file say nothing that is signed (a version, the same length written longer), so those may differ.
pub(crate) fn check(file: &[u8]) -> Option<Certified> {
    let now = "2027-01-15T09:00:00Z".parse().unwrap();
    let mut trust = Trust::default();
    trust.add(ROOT).unwrap();
    let told = trust.check(DOCUMENT, file, now).ok()?;
    let mut whole =
        [RSA, RSA_512, PSS, P384, KEY_ID].into_iter().map(|file| trust.check(DOCUMENT, file, now).unwrap());
    assert!(whole.any(|known| known == told), "{told:?} was signed by nobody");
    Some(told)
}
