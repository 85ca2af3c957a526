//! Parts of a GIFT file that know where they stand. Escaped signs are looked over when something is searched.

use super::super::{Format, Text};

/// Signs that a backslash makes plain; `n` becomes the end of a line.
const ESCAPED: &[u8] = b"\\:#={}~n";
/// Stands in the place of comments, and is no sign of a text.
pub(super) const NOTHING: char = '\0';

/// A part of the file.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Piece<'a> {
    pub(super) const fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The byte of the file with which it begins.
    pub(super) const fn at(self) -> usize {
        self.at
    }

    /// As it stands there.
    pub(super) const fn as_str(self) -> &'a str {
        self.text
    }

    pub(super) const fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// From one byte of it to another.
    pub(super) fn part(self, from: usize, to: usize) -> Self {
        Self { text: &self.text[from..to], at: self.at + from }
    }

    /// Without white space and comments at its ends.
    pub(super) fn trimmed(self) -> Self {
        let is_blank = |letter: char| letter.is_whitespace() || letter == NOTHING;
        let start = self.text.len() - self.text.trim_start_matches(is_blank).len();
        Self { text: self.text.trim_matches(is_blank), at: self.at + start }
    }

    /// What follows a beginning.
    pub(super) fn strip(self, beginning: &str) -> Option<Self> {
        self.text.strip_prefix(beginning).map(|_| self.part(beginning.len(), self.text.len()))
    }

    /// Its bytes with their places; an escaped sign shows as its backslash.
    pub(super) fn free(self) -> impl Iterator<Item = (usize, u8)> + 'a {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            let (here, byte) = (at, *bytes.get(at)?);
            let escapes = byte == b'\\' && bytes.get(at + 1).is_some_and(|next| ESCAPED.contains(next));
            at += if escapes { 2 } else { 1 };
            Some((here, byte))
        })
    }

    /// Where a sign stands first.
    pub(super) fn find(self, sign: u8) -> Option<usize> {
        self.free().find(|(_, byte)| *byte == sign).map(|(at, _)| at)
    }

    /// What stands before and behind the first place of some signs.
    pub(super) fn cut(self, signs: &str) -> Option<(Self, Self)> {
        let first = *signs.as_bytes().first()?;
        let found = self.free().find(|(at, byte)| *byte == first && self.text[*at..].starts_with(signs));
        found.map(|(at, _)| (self.part(0, at), self.part(at + signs.len(), self.text.len())))
    }

    /// The answers and what is said to all, by the last `####`.
    pub(super) fn feedback_to_all(self) -> Option<(Self, Self)> {
        let mut run = 0;
        let mut last = None;
        for (at, byte) in self.free() {
            run = if byte == b'#' { run + 1 } else { 0 };
            if run >= 4 {
                last = Some(at - 3);
            }
        }
        last.map(|at| (self.part(0, at), self.part(at + 4, self.text.len()).trimmed()))
    }

    /// Its parts, each with the sign it begins with; nought before the first sign, and nothing if that part is blank.
    pub(super) fn segments(self, signs: &'static [u8]) -> impl Iterator<Item = (u8, Self)> + 'a {
        let mut begins = self.free().filter(move |(_, byte)| signs.contains(byte));
        let mut next = Some((0, 0));
        let all = std::iter::from_fn(move || {
            let (sign, from) = next?;
            let found = begins.next();
            let to = found.map_or(self.text.len(), |(at, _)| at);
            next = found.map(|(at, byte)| (byte, at + 1));
            Some((sign, self.part(from, to).trimmed()))
        });
        all.filter(|(sign, part)| *sign != 0 || !part.is_empty())
    }

    /// Its letters, with escaped signs as what they stand for.
    pub(super) fn plain(self) -> String {
        if !self.text.contains('\\') {
            return self.text.to_owned();
        }
        let mut plain = String::with_capacity(self.text.len());
        let mut from = 0;
        for (at, _) in self.free().filter(|(_, byte)| *byte == b'\\') {
            // A backslash that escapes nothing stays, and comes with the next part.
            if let Some(escaped) = self.text.as_bytes().get(at + 1).filter(|next| ESCAPED.contains(next)) {
                plain.push_str(&self.text[from..at]);
                plain.push(if *escaped == b'n' { '\n' } else { char::from(*escaped) });
                from = at + 2;
            }
        }
        plain.push_str(&self.text[from..]);
        plain
    }

    /// The text it says, in the format it names or in the usual one.
    pub(super) fn text(self, usual: Format) -> Text {
        let piece = self.trimmed();
        let named = Format::ALL.into_iter().find_map(|format| {
            let rest = piece.text.strip_prefix('[')?.strip_prefix(format.in_gift())?.strip_prefix(']')?;
            Some((format, piece.part(piece.text.len() - rest.len(), piece.text.len())))
        });
        let (format, rest) = named.unwrap_or((usual, piece));
        Text::new(&rest.plain(), format)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str) -> Piece<'_> {
        Piece::new(text, 0)
    }

    #[test]
    fn a_backslash_makes_signs_plain_and_is_one_itself() {
        for (written, meant) in [
            (r"a \= b", "a = b"),
            (r"\\\\ and \\n", r"\\ and \n"),
            (r"one\ntwo", "one\ntwo"),
            (r"C:\temp \", r"C:\temp \"),
            (r"\\\:", r"\:"),
        ] {
            assert_eq!(piece(written).plain(), meant, "{written}");
        }
    }

    #[test]
    fn escaped_signs_are_not_found() {
        assert_eq!(piece(r"a\~b~c").find(b'~'), Some(4));
        assert_eq!(piece(r"a\~b").find(b'~'), None);
        assert_eq!(piece(r"\\~").find(b'~'), Some(2));
    }

    #[test]
    fn parts_begin_with_their_signs() {
        let parts = |text| {
            let parts = piece(text).segments(b"~=");
            parts.map(|(sign, part)| format!("{}{}", char::from(sign), part.as_str())).collect::<Vec<_>>()
        };
        assert_eq!(parts(r" ~ a\~ =b~"), [r"~a\~", "=b", "~"]);
        assert_eq!(parts("x =b"), ["\0x", "=b"]);
    }

    #[test]
    fn the_last_four_hashes_tell_what_is_said_to_all() {
        let parted = |text| piece(text).feedback_to_all().map(|(a, b)| (a.as_str(), b.as_str()));
        assert_eq!(parted("=a#b####c####d"), Some(("=a#b####c", "d")));
        assert_eq!(parted("=a#####d"), Some(("=a#", "d")));
        assert_eq!(parted(r"=a\####d"), None);
    }

    #[test]
    fn a_format_is_named_or_usual() {
        let text = |text| piece(text).text(Format::Html);
        assert_eq!(text(" [plain] a "), Text::new("a", Format::Plain));
        assert_eq!(text("[Ω] a"), Text::new("[Ω] a", Format::Html));
        assert_eq!(text("[plain]"), Text::default());
    }
}
