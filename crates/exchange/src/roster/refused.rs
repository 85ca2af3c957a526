//! Files that are not read at all, and why.

use serde::{Deserialize, Serialize};

/// Why a file was refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// More than [`super::MAX_BYTES`], [`super::MAX_ROWS`] or the columns a list can have.
    #[error("larger than a list may be")]
    TooLarge,
    /// A small file that unfolds into a huge one.
    #[error("unfolds beyond every measure")]
    ZipBomb,
    /// A document, a picture or a page, not a table.
    #[error("not a table")]
    NotATable,
    /// No row that is not blank.
    #[error("empty")]
    Empty,
    /// Locked with a password.
    #[error("locked with a password")]
    Encrypted,
    /// Looks like a table and is damaged; `why` is the parser's own word, for the log.
    #[error("unreadable: {why}")]
    Unreadable {
        /// The parser's message.
        why: String,
    },
    /// No sheet has the name that was asked for.
    #[error("no such sheet")]
    NoSuchSheet,
    /// A zip of text files that is no set anybody knows, or not a whole one.
    #[error("no {file} in the set")]
    NotASet {
        /// The file without which it cannot be read.
        file: String,
    },
    /// A zip with a set in each of several folders.
    #[error("several sets in one file")]
    SeveralSets,
    /// A file of a set lacks the column by which it is joined.
    #[error("no column {column} in {file}")]
    NoColumnInSet {
        /// The file.
        file: String,
        /// The column.
        column: String,
    },
    /// A timetable was asked of a set, which holds none.
    #[error("no lessons in the set")]
    NoLessonsInSet,
    /// Letters of names were lost when the file was saved; none of it can be believed.
    #[error("letters lost in {} cells", cells.len())]
    LossyEncoding {
        /// Every cell of a name column with lost letters.
        cells: Vec<LostLetters>,
    },
}

/// A cell in which letters became question marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostLetters {
    /// Physical line, from 1, the header counted.
    pub line: u32,
    /// Header of the column as in the file.
    pub column: String,
    /// The damaged value.
    pub value: String,
}
