//! Moodle XML: `<quiz>` with one `<question type="…">` after the other. Moodle's own reader and writer
//! (`question/format/xml/format.php`) are the norm.
//!
//! The kinds of the bank, descriptions and categories are taken; other kinds are skipped and named. Files inside of a
//! question are not taken, and each question that shows one is named. The file is read question by question, each of
//! at most `elements::MOST_ELEMENTS` elements, no deeper than `elements::MOST_DEPTH`; entities other than XML's own
//! five do not exist, and a file that defines some is refused.

mod elements;
mod kinds;
mod taken;
mod writing;

pub use writing::write;

use super::positions::Positions;
use super::{Placed, Reading, Refused, Skipped, Why, WithoutFile, in_one_line, shown, text_of};
use crate::roster::Encoding;
use elements::{Broken, Element, Elements, Next};

/// A fault at a byte of the file.
struct Bad {
    at: usize,
    why: Why,
}

impl Bad {
    const fn new(at: usize, why: Why) -> Self {
        Self { at, why }
    }

    fn missing(at: usize, part: &str) -> Self {
        Self::new(at, Why::Missing { part: part.to_owned() })
    }
}

/// Reads a file; the encoding is guessed where none is chosen, whatever the file says of itself.
pub fn read(bytes: &[u8], choice: Option<Encoding>) -> Result<Reading, Refused> {
    let (text, encoding) = text_of(bytes, choice)?;
    let positions = Positions::of(&text);
    let mut reading = Reading::new(encoding, &text);
    let mut elements = Elements::of(&text);
    let refused = |broken| match broken {
        Broken::NotXml { at, why } => Refused::NotXml { at: positions.spot(at), why },
        Broken::OwnDefinitions { at } => Refused::OwnDefinitions { at: positions.spot(at) },
        Broken::NotAQuiz { root } => Refused::NotAQuiz { root: shown(&root) },
    };
    while let Some(next) = elements.next().map_err(refused)? {
        if reading.is_full() {
            return Err(Refused::TooLarge);
        }
        match next {
            Next::Element(element) if element.name == "question" => take(&mut reading, &positions, &element),
            Next::Element(element) if element.says_nothing() => {}
            Next::Element(element) => reading.leave(shown(&element.name), positions.spot(element.at)),
            Next::Unbuilt { element, at, why } => {
                reading.skipped.push(Skipped { at: positions.spot(at), name: name_of(&element), why });
            }
        }
    }
    Ok(reading)
}

fn take(reading: &mut Reading, positions: &Positions<'_>, element: &Element) {
    let name = name_of(element);
    match taken::entry(element) {
        Ok((entry, without)) => {
            reading.entries.push(Placed { at: positions.spot(element.at), entry });
            for (what, at) in without.parts {
                reading.leave(shown(&what), positions.spot(at));
            }
            for (file, at) in without.files {
                let at = positions.spot(at);
                reading.without_files.push(WithoutFile { at, name: name.clone(), file: shown(&file) });
            }
        }
        Err(Bad { at, why }) => reading.skipped.push(Skipped { at: positions.spot(at), name, why }),
    }
}

fn name_of(element: &Element) -> String {
    let name = element.child("name").map(|name| name.child("text").unwrap_or(name));
    shown(&in_one_line(name.map_or("", |name| &name.text)))
}
