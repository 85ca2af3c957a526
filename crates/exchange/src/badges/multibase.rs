//! Bytes as text: base 58 as Bitcoin writes it, under `z`, and base 64 for addresses, without padding, under `u` (Multibase).

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Most letters of a text in base 58: it is read in the square of its length, and a key or a signature has fewer.
const MOST_LETTERS: usize = 128;

fn place(alphabet: &[u8], letter: u8) -> Option<u32> {
    let place = alphabet.iter().position(|one| *one == letter)?;
    u32::try_from(place).ok()
}

/// The lowest eight bits.
const fn low(number: u32) -> u8 {
    number.to_le_bytes()[0]
}

/// The bytes in base 58, after a `z`.
pub(super) fn base58(bytes: &[u8]) -> String {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    // The lowest digit first.
    let mut digits: Vec<u8> = Vec::new();
    for byte in bytes.iter().skip(zeros) {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += u32::from(*digit) << 8;
            *digit = low(carry % 58);
            carry /= 58;
        }
        while carry > 0 {
            digits.push(low(carry % 58));
            carry /= 58;
        }
    }
    let ones = std::iter::repeat_n('1', zeros);
    let rest = digits.iter().rev().map(|digit| char::from(BASE58[usize::from(*digit)]));
    std::iter::once('z').chain(ones).chain(rest).collect()
}

/// The bytes behind a text that begins with `z`.
pub(super) fn from_base58(text: &str) -> Option<Vec<u8>> {
    let letters = text.strip_prefix('z')?.as_bytes();
    if letters.len() > MOST_LETTERS {
        return None;
    }
    let zeros = letters.iter().take_while(|letter| **letter == b'1').count();
    // The lowest byte first.
    let mut bytes: Vec<u8> = Vec::new();
    for letter in letters.iter().skip(zeros) {
        let mut carry = place(BASE58, *letter)?;
        for byte in &mut bytes {
            carry += u32::from(*byte) * 58;
            *byte = low(carry);
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push(low(carry));
            carry >>= 8;
        }
    }
    bytes.extend(std::iter::repeat_n(0, zeros));
    bytes.reverse();
    Some(bytes)
}

/// The bytes in base 64, after a `u`.
pub(super) fn base64(bytes: &[u8]) -> String {
    let mut text = String::from("u");
    for three in bytes.chunks(3) {
        let at = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = (at(0) << 16) | (at(1) << 8) | at(2);
        for digit in 0..=three.len() {
            let six = (bits >> (18 - 6 * digit)) & 63;
            text.push(char::from(BASE64[usize::from(low(six))]));
        }
    }
    text
}

/// The bytes behind a text that begins with `u`.
pub(super) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let letters = text.strip_prefix('u')?.as_bytes();
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    for four in letters.chunks(4) {
        let mut bits = 0;
        for letter in four {
            bits = (bits << 6) | place(BASE64, *letter)?;
        }
        // Two letters hold one byte, three hold two; what is left over is nothing.
        let (held, over) = match four.len() {
            4 => (3, 0),
            3 => (2, 2),
            2 => (1, 4),
            _ => return None,
        };
        if bits & ((1 << over) - 1) != 0 {
            return None;
        }
        bits >>= over;
        bytes.extend((0..held).rev().map(|byte| low(bits >> (8 * byte))));
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_those_that_others_write() {
        assert_eq!(base58(b"\0\0hello"), "z11Cn8eVZg");
        assert_eq!(base64(b"hello"), "uaGVsbG8");
    }

    #[test]
    fn what_is_no_such_text_is_not_read() {
        for text in ["", "z0", "zO", "1Cn8eVZg", &format!("z{}", "2".repeat(MOST_LETTERS + 1))] {
            assert_eq!(from_base58(text), None, "{text}");
        }
        for text in ["", "ua", "ua=", "uaGVsbG9", "aGVsbG8"] {
            assert_eq!(from_base64(text), None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..90)) {
            prop_assert_eq!(from_base58(&base58(&bytes)), Some(bytes.clone()));
            prop_assert_eq!(from_base64(&base64(&bytes)), Some(bytes));
        }
    }
}
