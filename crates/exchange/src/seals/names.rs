//! Names in certificates, as people read them.

use super::algorithms::oid;
use der::asn1::ObjectIdentifier;
use der::{Tag, Tagged};
use x509_cert::name::Name;

const COMMON: ObjectIdentifier = oid("2.5.4.3");
const ORGANISATION: ObjectIdentifier = oid("2.5.4.10");
/// Most characters of a name that is shown.
const MOST: usize = 200;
/// Digits of a person's number (ИИН).
const NUMBER: usize = 12;

/// The common name, or that of the organisation. Other parts are not shown: among them stands the person's number (ИИН).
pub(super) fn of(name: &Name) -> Option<String> {
    part(name, COMMON).or_else(|| part(name, ORGANISATION))
}

fn part(name: &Name, wanted: ObjectIdentifier) -> Option<String> {
    let found = name.0.iter().flat_map(|part| part.0.iter()).find(|one| one.oid == wanted)?;
    let bytes = found.value.value();
    let text = match found.value.tag() {
        Tag::BmpString => {
            let units = bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]]));
            String::from_utf16(&units.collect::<Vec<_>>()).ok()?
        }
        Tag::Utf8String | Tag::PrintableString | Tag::TeletexString | Tag::Ia5String => {
            String::from_utf8(bytes.to_vec()).ok()?
        }
        _ => return None,
    };
    let seen: String = text.chars().filter(|letter| !is_unseen(*letter)).take(MOST).collect();
    Some(without_numbers(&seen)).filter(|seen| !seen.is_empty())
}

/// Some authorities write the person's number into the name, too: it is neither shown nor kept.
fn without_numbers(name: &str) -> String {
    let is_number = |word: &&str| word.chars().filter(char::is_ascii_digit).count() >= NUMBER;
    let words: Vec<&str> = name.split_whitespace().filter(|word| !is_number(word)).collect();
    words.join(" ")
}

/// What nobody sees, or what turns the direction of others, has no place in a name that is shown.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_number_is_no_part_of_a_name() {
        assert_eq!(without_numbers("САРМАНОВА КҮМІС IIN850412400123"), "САРМАНОВА КҮМІС");
        assert_eq!(without_numbers(" 850412400123  Сарманова Күміс "), "Сарманова Күміс");
        assert_eq!(without_numbers("Орталық (RSA) 2022"), "Орталық (RSA) 2022");
        assert_eq!(without_numbers("850412400123"), "");
    }
}
