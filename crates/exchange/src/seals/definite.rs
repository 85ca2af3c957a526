//! BER with lengths that are not said beforehand, and strings in pieces, as the same with definite lengths: programs that
//! sign write the outer parts of a signature so (X.690, 8.1.3, 8.7), and DER readers refuse them.

/// Parts inside of parts; a signature has about ten.
const DEEPEST: usize = 40;
const CONSTRUCTED: u8 = 0x20;
const OCTET_STRING: u8 = 0x04;
const INDEFINITE: u8 = 0x80;

/// The same with definite lengths; `None` where it is no BER, or where something follows after it.
pub(super) fn definite(ber: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(ber.len());
    part(ber, &mut out, 0)?.is_empty().then_some(out)
}

/// Writes the first part of the input; gives what follows it.
fn part<'a>(input: &'a [u8], out: &mut Vec<u8>, depth: usize) -> Option<&'a [u8]> {
    let (&tag, rest) = input.split_first()?;
    // Tags of several bytes come in no signature.
    if depth > DEEPEST || tag & 0x1F == 0x1F {
        return None;
    }
    let (&first, rest) = rest.split_first()?;
    if tag & CONSTRUCTED == 0 {
        let (length, rest) = length(first, rest)?;
        let content = rest.get(..length)?;
        write(tag, content, out);
        return rest.get(length..);
    }
    let mut inner = Vec::new();
    let after = if first == INDEFINITE {
        let mut rest = rest;
        while !rest.starts_with(&[0, 0]) {
            rest = part(rest, &mut inner, depth + 1)?;
        }
        rest.get(2..)?
    } else {
        let (length, rest) = length(first, rest)?;
        let mut content = rest.get(..length)?;
        while !content.is_empty() {
            content = part(content, &mut inner, depth + 1)?;
        }
        rest.get(length..)?
    };
    if tag == OCTET_STRING | CONSTRUCTED {
        write(OCTET_STRING, &joined(&inner)?, out);
    } else {
        write(tag, &inner, out);
    }
    Some(after)
}

/// The contents of strings one after the other.
fn joined(mut pieces: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    while let Some((&tag, rest)) = pieces.split_first() {
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = length(first, rest)?;
        if tag != OCTET_STRING {
            return None;
        }
        whole.extend_from_slice(rest.get(..length)?);
        pieces = rest.get(length..)?;
    }
    Some(whole)
}

fn length(first: u8, rest: &[u8]) -> Option<(usize, &[u8])> {
    if first < INDEFINITE {
        return Some((first.into(), rest));
    }
    let count = usize::from(first & 0x7F);
    let bytes = rest.get(..count).filter(|_| (1..=4).contains(&count))?;
    let length = bytes.iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
    Some((length, rest.get(count..)?))
}

fn write(tag: u8, content: &[u8], out: &mut Vec<u8>) {
    out.push(tag);
    let bytes = content.len().to_be_bytes();
    match u8::try_from(content.len()) {
        Ok(short) if short < INDEFINITE => out.push(short),
        _ => {
            let used: Vec<u8> = bytes.into_iter().skip_while(|byte| *byte == 0).collect();
            // A length of this machine has at most eight bytes.
            out.push(INDEFINITE | u8::try_from(used.len()).unwrap_or_default());
            out.extend(used);
        }
    }
    out.extend_from_slice(content);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lengths_become_definite_and_strings_whole() {
        let ber = [0x30, 0x80, 0x24, 0x80, 0x04, 1, b'a', 0x04, 1, b'b', 0, 0, 0x02, 1, 7, 0, 0];
        assert_eq!(definite(&ber).unwrap(), [0x30, 7, 0x04, 2, b'a', b'b', 0x02, 1, 7]);
        let der = [0x30, 3, 0x02, 1, 7];
        assert_eq!(definite(&der).unwrap(), der);
        assert_eq!(definite(&[0x30, 3, 0x02, 1, 7, 0]), None);
        assert_eq!(definite(&[0x30, 0x80, 0x02, 1]), None);
        assert_eq!(definite(&[0x30; 200]), None);
    }

    proptest! {
        #[test]
        fn no_bytes_at_all_stop_it(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = definite(&bytes);
        }

        #[test]
        fn long_strings_keep_their_length(length in 0..70_000usize) {
            let mut der = Vec::new();
            write(OCTET_STRING, &vec![7; length], &mut der);
            prop_assert_eq!(definite(&der).unwrap(), der);
        }
    }
}
