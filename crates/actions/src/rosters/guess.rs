//! What was guessed of a file, for a person to look at and to change.

use exchange::roster::{Column, Doubt, Encoding, Field, Opened, SampleRow, Separator, Sheet};

/// The guess.
#[derive(Clone, Debug)]
pub struct Guess {
    /// Sheets of a workbook.
    pub sheets: Vec<Sheet>,
    /// The sheet that is read.
    pub sheet: Option<String>,
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Separator of a text file.
    pub separator: Option<Separator>,
    /// Physical line of the header.
    pub header_line: u32,
    /// Columns with what they are read as.
    pub columns: Vec<Column>,
    /// The first rows, cells in the order of the columns.
    pub sample: Vec<SampleRow>,
    /// Required fields that no column holds.
    pub missing: Vec<Field>,
    /// Fields that several columns claim.
    pub twice: Vec<Field>,
    /// What a person should look at first.
    pub doubts: Vec<Doubt>,
}

impl From<&Opened> for Guess {
    fn from(opened: &Opened) -> Self {
        Self {
            sheets: opened.sheets.clone(),
            sheet: opened.sheet.clone(),
            encoding: opened.encoding,
            separator: opened.separator,
            header_line: opened.header_line,
            columns: opened.columns.clone(),
            sample: opened.sample.clone(),
            missing: opened.missing.clone(),
            twice: opened.conflicts.iter().map(|conflict| conflict.field.clone()).collect(),
            doubts: opened.doubts.clone(),
        }
    }
}
