//! What is wrong with a line, as data; words are found by those who show it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::columns::Field;
use super::names::{NameDoubt, NamePart};

/// Something a person should look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Physical line, from 1, the header counted.
    pub line: u32,
    /// Header of the column as in the file; none where the whole line is meant.
    pub column: Option<String>,
    /// The cell as it stands in the file.
    pub value: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The line is read; the doubtful cell may be left out.
    Warning,
    /// The line is not read.
    Error,
}

/// Kinds of problems.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// A name, or a part of it that the law requires, is absent.
    MissingName {
        /// What is absent.
        part: NamePart,
    },
    /// The name was split in a way a person should check.
    DoubtfulName {
        /// Why.
        doubt: NameDoubt,
        /// Family, given name and patronymic as they will be kept.
        reading: String,
    },
    /// A required cell is blank.
    MissingCell {
        /// Which.
        field: Field,
    },
    /// Not a day between 1900 and 2100.
    BadDate,
    /// Reads two ways; left out until [`super::Options::date_order`] is chosen.
    AmbiguousDate {
        /// The possible days, in order.
        readings: Vec<Date>,
    },
    /// Not an e-mail address.
    BadEmail,
    /// Not a telephone; left out.
    BadPhone,
    /// A category nobody knows; left out.
    UnknownCategory,
    /// Not a number; left out.
    BadNumber,
    /// A number out of its bounds; left out.
    OutOfRange {
        /// Smallest allowed.
        least: f64,
        /// Largest allowed.
        most: f64,
    },
    /// A worksheet rounded a long number that is a key (`1,20405E+11`); its digits are gone.
    LostDigits,
    /// An identification number that a worksheet rounded. Like the three that follow it stops nothing: nobody keeps
    /// the number.
    LostIin,
    /// An identification number that has not twelve digits.
    BadIin,
    /// The check digit disagrees.
    IinCheckDigit,
    /// The same identification number stands on an earlier line: perhaps one person twice.
    IinInFile {
        /// The earlier line.
        other_line: u32,
    },
    /// Not grade and letter; kept as typed.
    UnusualClass,
    /// No day of a school week.
    UnknownWeekday,
    /// No number of a lesson (0–20).
    BadLesson,
    /// The same key stands on an earlier line, which is kept.
    DuplicateInFile {
        /// The earlier line.
        other_line: u32,
    },
    /// The same full name stands on an earlier line: two people, or one twice.
    NamesakeInFile {
        /// The earlier line.
        other_line: u32,
    },
    /// A cell holds more than any cell of a list does: a quotation mark was left open, or a page was pasted.
    TooLong {
        /// Most characters.
        most: usize,
        /// Characters of the cell.
        count: usize,
    },
    /// A text line has more filled cells than the header: a separator strayed into a cell.
    CellsBeyondHeader {
        /// Filled cells beyond the header.
        count: usize,
    },
    /// The set marks the person as gone; the line is not taken in, and a full list does not name them.
    GoneAtSource,
    /// A role that is neither of staff nor of pupils nor of a family, or none.
    UnknownRole,
    /// An id that another file of the set should have and has not.
    NotInSet {
        /// The other file.
        file: String,
    },
    /// The manifest promises a file that is not there.
    FileNotInSet {
        /// The file.
        file: String,
    },
    /// The set names only who changed: it is no full list.
    OnlyChanges,
}

impl ProblemKind {
    /// How grave it is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::MissingName { .. }
            | Self::MissingCell { .. }
            | Self::BadDate
            | Self::BadEmail
            | Self::LostDigits
            | Self::UnknownWeekday
            | Self::BadLesson
            | Self::DuplicateInFile { .. }
            | Self::TooLong { .. }
            | Self::UnknownRole
            | Self::CellsBeyondHeader { .. } => Severity::Error,
            Self::DoubtfulName { .. }
            | Self::AmbiguousDate { .. }
            | Self::BadPhone
            | Self::UnknownCategory
            | Self::BadNumber
            | Self::OutOfRange { .. }
            | Self::LostIin
            | Self::BadIin
            | Self::IinCheckDigit
            | Self::IinInFile { .. }
            | Self::UnusualClass
            | Self::GoneAtSource
            | Self::NotInSet { .. }
            | Self::FileNotInSet { .. }
            | Self::OnlyChanges
            | Self::NamesakeInFile { .. } => Severity::Warning,
        }
    }
}

impl Problem {
    /// How grave it is.
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }
}
