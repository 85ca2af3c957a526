//! Texts as both formats can keep them.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How a text is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Moodle's own: plain lines with a few tags; what stands where nothing is said.
    #[default]
    Moodle,
    /// HTML.
    Html,
    /// Plain text.
    Plain,
    /// Markdown.
    Markdown,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Moodle, Self::Html, Self::Plain, Self::Markdown];

    /// Its word in GIFT.
    pub const fn in_gift(self) -> &'static str {
        match self {
            Self::Moodle => "moodle",
            Self::Html => "html",
            Self::Plain => "plain",
            Self::Markdown => "markdown",
        }
    }

    /// Its word in Moodle XML.
    pub const fn in_moodle(self) -> &'static str {
        match self {
            Self::Moodle => "moodle_auto_format",
            Self::Html => "html",
            Self::Plain => "plain_text",
            Self::Markdown => "markdown",
        }
    }
}

/// A text with its format, as [`clean`] leaves it; an empty one has the usual format.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    text: String,
    format: Format,
}

impl Text {
    /// A text in a format.
    pub fn new(text: &str, format: Format) -> Self {
        let text = clean(text);
        Self { format: if text.is_empty() { Format::default() } else { format }, text }
    }

    /// What it says.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How it is meant.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// True where it says nothing.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// No sign of a text: XML cannot hold them, a file begins with them, and nobody sees them.
fn is_no_sign(letter: char) -> bool {
    matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || (letter.is_control() && !matches!(letter, '\n' | '\t'))
}

/// A whole file without what is no sign: what nobody sees decides nothing, and counts for no column.
pub(super) fn visible(text: String) -> String {
    if text.contains(is_no_sign) { text.replace(is_no_sign, "") } else { text }
}

/// A text without white space at its ends and without control signs, its lines ended by `\n`.
pub fn clean(text: &str) -> String {
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    if text.contains(is_no_sign) {
        text.replace(is_no_sign, "").trim().to_owned()
    } else {
        text.trim().to_owned()
    }
}

/// A name, a number or a path: clean, and in one line.
pub fn in_one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
