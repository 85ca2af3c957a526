//! Words of a leader in which addresses can be followed.

use domain::scenes::may_link;

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words as they were typed.
    Words(String),
    /// An address that begins with `https://`.
    Link(String),
}

const BEGINNING: &str = "https://";

/// Ends a sentence or a bracket, not an address.
fn is_after(sign: char) -> bool {
    ".,;:!?)»”\"'".contains(sign)
}

/// A text in pieces, in their order; together they are the text again.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find(BEGINNING) {
        let (before, from) = rest.split_at(at);
        let word = from.split(char::is_whitespace).next().unwrap_or(from);
        let address = word.trim_end_matches(is_after);
        let (piece, end) = if may_link(address).is_ok() {
            (Piece::Link(address.to_owned()), address.len())
        } else {
            (Piece::Words(BEGINNING.to_owned()), BEGINNING.len())
        };
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        pieces.push(piece);
        rest = from.split_at(end).1;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Piece {
        Piece::Words(text.into())
    }

    fn link(text: &str) -> Piece {
        Piece::Link(text.into())
    }

    #[test]
    fn an_address_in_a_text_is_a_piece_of_its_own() {
        assert_eq!(pieces(""), []);
        assert_eq!(pieces("Оқып келіңіз"), [words("Оқып келіңіз")]);
        let text = "Фильм (https://video.example/1?a=b).\nЕщё: https://adilet.zan.kz";
        let expected = [
            words("Фильм ("),
            link("https://video.example/1?a=b"),
            words(").\nЕщё: "),
            link("https://adilet.zan.kz"),
        ];
        assert_eq!(pieces(text), expected);
    }

    #[test]
    fn nothing_else_becomes_a_link() {
        for text in ["http://video.example", "javascript:alert(1)", "www.example.kz", "HTTPS://"] {
            assert_eq!(pieces(text), [words(text)]);
        }
        assert_eq!(pieces("https:// пусто"), [words("https://"), words(" пусто")]);
    }
}
