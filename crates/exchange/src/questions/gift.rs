//! GIFT, the text format of Moodle. There is no grammar; Moodle's own reader (`question/format/gift/format.php`) is the
//! norm, and what follows is how it reads:
//!
//! - an entry ends with an empty line; lines that begin with `//` are comments, in which `[id:…]` and `[tag:…]` count;
//! - `\~ \= \# \{ \} \:` are the signs themselves, `\n` ends a line, `\\` is a backslash, as is any other `\`;
//! - `$CATEGORY: a/b`, `::name::`, then `[html]`, `[moodle]`, `[plain]` or `[markdown]` and the text; answers take its
//!   format unless they bring one;
//! - `{}` essay, `{T}` right or wrong with `#` what is said to a wrong and to a right answer, `{#…}` numerical, any `~`
//!   choice (several unless there is a `=`), `->` matching, and short answers else; no braces at all: a description;
//! - `####` and what is said to all; a text that goes on after `}` gets `_____` in their place.
//!
//! Ours: a category needs no empty line; what Moodle reads as something nobody meant is skipped and named.

mod answers;
mod blocks;
mod pieces;
mod writing;

pub use writing::write;

use super::positions::Positions;
use super::{
    Entry, MAX_CHOICES, Question, Reading, Refused, Skipped, Text, Why, in_one_line, shown, text_of,
};
use crate::roster::Encoding;
use blocks::{Block, blanked};
use domain::questions::Points;
use pieces::Piece;

/// What goes on behind the answers reads as a gap.
const GAP: &str = "_____";

/// A fault at a byte of the file.
struct Bad {
    at: usize,
    why: Why,
}

impl Bad {
    const fn new(at: usize, why: Why) -> Self {
        Self { at, why }
    }
}

/// Reads a file; the encoding is guessed where none is chosen.
pub fn read(bytes: &[u8], choice: Option<Encoding>) -> Result<Reading, Refused> {
    let (text, encoding) = text_of(bytes, choice)?;
    let positions = Positions::of(&text);
    let mut reading = Reading::new(encoding, &text);
    let blanked = blanked(&text);
    for block in blocks::of(&text, &blanked) {
        if reading.is_full() {
            return Err(Refused::TooLarge);
        }
        match entry(&block) {
            Ok(entry) => {
                reading.entries.push(super::Placed { at: positions.spot(block.text.at()), entry });
            }
            Err(Bad { at, why }) => {
                let name = named(block.text).map_or_else(|_| String::new(), |(name, _)| shown(&name));
                reading.skipped.push(Skipped { at: positions.spot(at), name, why });
            }
        }
    }
    Ok(reading)
}

fn entry(block: &Block<'_>) -> Result<Entry, Bad> {
    if let Some(path) = block.text.strip("$CATEGORY:") {
        return Ok(Entry::Category(in_one_line(path.as_str())));
    }
    let (name, rest) = named(block.text)?;
    let Some((text, inner)) = parted(rest)? else {
        return Ok(Entry::Description { name, text: rest.text(super::Format::default()) });
    };
    let (inner, feedback) = match inner.feedback_to_all() {
        Some((inner, feedback)) => (inner, feedback.text(text.format())),
        None => (inner, Text::default()),
    };
    let kind = answers::kind(inner.trimmed(), text.format())?;
    let (id, tags) = block.marks();
    Ok(Entry::Question(Box::new(Question { name, id, tags, text, kind, worth: Points::ONE, feedback })))
}

/// The name, and what follows it.
fn named(text: Piece<'_>) -> Result<(String, Piece<'_>), Bad> {
    let Some(open) = text.strip("::") else { return Ok((String::new(), text)) };
    let (name, rest) = open.cut("::").ok_or(Bad::new(text.at(), Why::OpenName))?;
    Ok((in_one_line(&name.plain()), rest.trimmed()))
}

/// The text and what stands in its braces; nothing where there are none.
fn parted(rest: Piece<'_>) -> Result<Option<(Text, Piece<'_>)>, Bad> {
    let brace = |at: usize| Bad::new(rest.at() + at, Why::Brace);
    let mut braces = rest.free().filter(|(_, byte)| matches!(byte, b'{' | b'}'));
    let open = match braces.next() {
        None => return Ok(None),
        Some((at, b'{')) => at,
        Some((at, _)) => return Err(brace(at)),
    };
    let close = match braces.next() {
        Some((at, b'}')) => at,
        Some((at, _)) => return Err(brace(at)),
        None => return Err(brace(open)),
    };
    match braces.next() {
        None => {}
        Some((at, b'{')) => return Err(Bad::new(rest.at() + at, Why::SecondAnswers)),
        Some((at, _)) => return Err(brace(at)),
    }
    let inner = rest.part(open + 1, close);
    let (before, after) = (rest.part(0, open), rest.part(close + 1, rest.as_str().len()));
    let text = if after.trimmed().is_empty() {
        before.text(super::Format::default())
    } else {
        // Blank comment lines are no letters, so joining the two as they stand is safe.
        let joined = format!("{}{GAP}{}", before.as_str(), after.as_str());
        Piece::new(&joined, 0).trimmed().text(super::Format::default())
    };
    Ok(Some((text, inner)))
}

/// Refuses more choices than anybody writes.
fn not_too_many(count: usize, at: usize) -> Result<(), Bad> {
    if count > MAX_CHOICES { Err(Bad::new(at, Why::TooMany)) } else { Ok(()) }
}
