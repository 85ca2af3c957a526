//! A credential inside of a picture: PNG with a chunk `iTXt` of the keyword `openbadgecredential`, not compressed (1EdTech,
//! Open Badges 3.0, «baking»).

use super::Unreadable;
use flate2::Crc;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Keyword, no compression, its method, no language, no translation.
const HEAD: &[u8] = b"openbadgecredential\0\0\0\0\0";
const KEYWORD: &[u8] = b"openbadgecredential\0";
/// Signature, length, name, the thirteen bytes of the first chunk and its sum.
const BEHIND_FIRST: usize = 8 + 4 + 4 + 13 + 4;

/// The picture into which badges are baked.
const PICTURE: &[u8] = include_bytes!("badge.png");

/// Is it a PNG?
pub(super) fn is_png(file: &[u8]) -> bool {
    file.starts_with(SIGNATURE)
}

fn sum(named: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(named);
    crc.sum()
}

/// The picture of a badge with the credential inside.
pub fn bake(credential: &str) -> Vec<u8> {
    let mut named = b"iTXt".to_vec();
    named.extend_from_slice(HEAD);
    named.extend_from_slice(credential.as_bytes());
    // Credentials have some thousand letters.
    let length = u32::try_from(named.len() - 4).unwrap_or(u32::MAX);
    let (first, rest) = PICTURE.split_at(BEHIND_FIRST);
    [first, &length.to_be_bytes(), &named, &sum(&named).to_be_bytes(), rest].concat()
}

/// The next chunk: name, content, what follows.
fn chunk(bytes: &[u8]) -> Option<([u8; 4], &[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (named, rest) = rest.split_at_checked(length.checked_add(4)?)?;
    let (said, rest) = rest.split_first_chunk::<4>()?;
    let (name, content) = named.split_first_chunk::<4>()?;
    (sum(named) == u32::from_be_bytes(*said)).then_some((*name, content, rest))
}

/// The credential in a picture; there must be exactly one.
pub(super) fn unbake(file: &[u8]) -> Result<&[u8], Unreadable> {
    let mut rest = file.strip_prefix(SIGNATURE).ok_or(Unreadable::NoCredential)?;
    let mut found = None;
    loop {
        let (name, content, after) = chunk(rest).ok_or(Unreadable::BrokenPicture)?;
        rest = after;
        if &name == b"IEND" {
            return found.ok_or(Unreadable::NoCredential);
        }
        let Some(said) = content.strip_prefix(KEYWORD).filter(|_| &name == b"iTXt") else { continue };
        // Compressed it must not be; the language and the translation of the keyword say nothing.
        let said =
            said.strip_prefix(b"\0").and_then(|said| said.get(1..)).ok_or(Unreadable::BrokenPicture)?;
        let mut parts = said.splitn(3, |byte| *byte == 0);
        let text = parts.nth(2).ok_or(Unreadable::BrokenPicture)?;
        if found.replace(text).is_some() {
            return Err(Unreadable::BrokenPicture);
        }
    }
}
