//! Lines and columns of places in a text.

use serde::{Deserialize, Serialize};

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Bytes between two places that are remembered: no file makes a look-up walk further.
const STEP: usize = 128;

/// Finds places; one look-up takes a walk of [`STEP`] bytes at most, however long the lines are.
pub(super) struct Positions<'a> {
    text: &'a str,
    remembered: Vec<(usize, Spot)>,
}

impl<'a> Positions<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut remembered = Vec::with_capacity(text.len() / STEP + 1);
        let mut spot = Spot { line: 1, column: 1 };
        let mut next = 0;
        for (at, letter) in text.char_indices() {
            if at >= next {
                remembered.push((at, spot));
                next = at + STEP;
            }
            spot = after(spot, letter);
        }
        Self { text, remembered }
    }

    /// Line and column of a byte; the end of the text for what lies behind it.
    pub(super) fn spot(&self, at: usize) -> Spot {
        let before = self.remembered.partition_point(|(start, _)| *start <= at);
        let (start, spot) = before
            .checked_sub(1)
            .and_then(|index| self.remembered.get(index))
            .map_or((0, Spot { line: 1, column: 1 }), |found| *found);
        let letters = self.text[start..].char_indices().take_while(|(further, _)| start + further < at);
        letters.fold(spot, |spot, (_, letter)| after(spot, letter))
    }
}

const fn after(spot: Spot, letter: char) -> Spot {
    if letter == '\n' {
        Spot { line: spot.line.saturating_add(1), column: 1 }
    } else {
        Spot { line: spot.line, column: spot.column.saturating_add(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn columns_count_letters_and_not_bytes() {
        let positions = Positions::of("Әлия\nқала");
        assert_eq!(positions.spot(0), Spot { line: 1, column: 1 });
        assert_eq!(positions.spot("Әл".len()), Spot { line: 1, column: 3 });
        assert_eq!(positions.spot("Әлия\nқ".len()), Spot { line: 2, column: 2 });
        assert_eq!(positions.spot(1_000), Spot { line: 2, column: 5 });
        assert_eq!(Positions::of("").spot(0), Spot { line: 1, column: 1 });
    }

    proptest! {
        #[test]
        fn a_long_file_is_counted_as_a_short_one(text in "[a-zә\n]{0,4000}", part in 0.0..1.0) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
            let at = text.floor_char_boundary((text.len() as f64 * part) as usize);
            let before = &text[..at];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
            let spot = Positions::of(&text).spot(at);
            prop_assert_eq!((spot.line as usize, spot.column as usize), (line, column));
        }
    }
}
