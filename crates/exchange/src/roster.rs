//! Lists of teachers, lists of pupils and timetables, as schools hand them over.
//!
//! [`open`] makes a guess of everything (encoding, separator, sheet, header, meaning of the
//! columns) and shows it; every guess can be overruled by [`Options`], which are stored with the
//! source and used again. [`read`] turns an opened list into records. Errors stop a line, never
//! the file; nothing is evaluated, looked up or written.

mod categories;
mod classes;
mod columns;
mod contacts;
mod dates;
mod delimited;
mod duplicates;
mod encoding;
mod iin;
mod line;
mod names;
mod opened;
mod problems;
mod pupils;
mod reading;
mod refused;
mod sets;
mod staff;
mod table;
mod templates;
mod text;
mod timetable;
mod workbook;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use categories::Category;
pub use classes::{ClassName, Form};
pub use columns::{Column, Conflict, Field, Usage, required};
pub use contacts::{typed_email, typed_phone};
pub use dates::DateOrder;
pub use delimited::Separator;
pub use encoding::Encoding;
pub(crate) use encoding::{decode, may_be_kz1048};
pub use iin::check_digit_agrees;
pub use names::{NameDoubt, NamePart, PersonName, TypedName};
pub use opened::{Doubt, Opened, SampleRow};
pub use problems::{Problem, ProblemKind, Severity};
pub use pupils::{PupilRecord, SchoolLanguage, Score};
pub use reading::{Reading, Records, SkipReason, Skipped, Stopped, Unready, read};
pub use refused::{LostLetters, Refused};
pub use staff::StaffRecord;
pub use templates::template;
pub use text::{Entry, fold, tidy};
pub use timetable::LessonRecord;
pub use workbook::Sheet;

/// Bytes of the largest file that is read.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// Rows of the longest list that is read, headings included.
pub const MAX_ROWS: usize = 100_000;

/// Characters of the longest cell that is read; the longest list of subjects needs half of them.
pub const MAX_CELL: usize = 300;

/// Columns of the widest list that is read.
pub const MAX_COLUMNS: usize = 1_000;

/// What a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Teachers and others who work at the school.
    Staff,
    /// Pupils, with the figures of their quarters.
    Pupils,
    /// Lessons by teacher, weekday and number.
    Timetable,
}

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Separated text.
    Csv,
    /// Text without a file name: cells pasted from a worksheet.
    Pasted,
    /// Excel since 2007.
    Xlsx,
    /// Excel before 2007.
    Xls,
    /// LibreOffice.
    Ods,
    /// Files of another system in one zip: OneRoster or School Data Sync.
    Set,
}

/// What a person decides instead of the guess; empty by default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Name of the sheet; of a set for several schools, the school.
    pub sheet: Option<String>,
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Separator of a text file.
    pub separator: Option<Separator>,
    /// Physical line of the header, from 1.
    pub header_line: Option<u32>,
    /// Meaning of columns by [`Column::key`]; `None` leaves a column out.
    pub columns: BTreeMap<String, Option<Field>>,
    /// Order of day and month where a date reads two ways.
    pub date_order: Option<DateOrder>,
}

/// Opens a list and shows the guess; an empty `name` means pasted cells.
pub fn open(name: &str, bytes: &[u8], kind: Kind, options: &Options) -> Result<Opened, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::TooLarge);
    }
    if let Some(parts) = sets::Parts::unpack(bytes)? {
        return opened::from_set(name, &parts, kind, options);
    }
    if workbook::looks_like_workbook(bytes) {
        opened::from_workbook(name, bytes, kind, options)
    } else {
        opened::from_text(name, bytes, kind, options)
    }
}
