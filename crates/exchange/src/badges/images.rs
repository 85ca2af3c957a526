//! A credential inside of a picture: PNG with a chunk `iTXt` of the keyword `openbadgecredential`, not compressed, or SVG with an
//! element `openbadges:credential` (1EdTech, Open Badges 3.0, «baking»). Badges are written into PNG and read out of both.

use super::Unreadable;
use flate2::Crc;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

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

/// Whose words an SVG uses for the credential in it.
const NAMESPACE: &str = "https://purl.imsglobal.org/ob/v3p0";

/// Could it be an SVG?
pub(super) fn is_drawing(file: &[u8]) -> bool {
    let file = file.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file);
    file.trim_ascii_start().starts_with(b"<")
}

/// The credential in a drawing; there must be exactly one. Entities are not expanded, so that nothing grows.
pub(super) fn unbake_drawing(file: &[u8]) -> Result<String, Unreadable> {
    let text = std::str::from_utf8(file).map_err(|_| Unreadable::BrokenPicture)?;
    let mut reader = NsReader::from_str(text);
    let (mut found, mut open): (Option<String>, Option<String>) = (None, None);
    loop {
        let (of, event) = reader.read_resolved_event().map_err(|_| Unreadable::BrokenPicture)?;
        match (event, &mut open) {
            (Event::Start(tag), None) if is_credential(&of, &tag) => open = Some(String::new()),
            // Its proof is a token in an attribute, and nothing is inside.
            (Event::Empty(tag), None) if is_credential(&of, &tag) => return Err(Unreadable::OtherProof),
            (Event::Text(said), Some(credential)) => credential.push_str(&said.xml10_content()),
            (Event::CData(said), Some(credential)) => credential.push_str(&said.xml10_content()),
            (Event::End(_), Some(_)) if found.is_none() => found = open.take(),
            (Event::Eof, None) => return found.ok_or(Unreadable::NoCredential),
            (_, Some(_)) => return Err(Unreadable::BrokenPicture),
            (_, None) => {}
        }
    }
}

fn is_credential(of: &ResolveResult<'_>, tag: &BytesStart<'_>) -> bool {
    *of == ResolveResult::Bound(Namespace(NAMESPACE)) && tag.local_name().into_inner() == "credential"
}
