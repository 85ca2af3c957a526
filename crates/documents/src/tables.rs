//! Tables for spreadsheets: XLSX first, CSV for the rest.
//!
//! In CSV a spreadsheet would run a text that starts like a formula, so such a text gets one
//! apostrophe in front. The rule can be undone: a text gets an apostrophe when it is any number of
//! apostrophes (also none) followed by `=`, `+`, `-`, `@`, a tab or a carriage return; it loses one
//! when it is at least one apostrophe followed by one of these. [`disarm`] and [`rearm`] are each
//! other's inverse, so what was exported comes back unchanged. XLSX needs no such thing: every text
//! is written as a text cell.

use jiff::{Timestamp, civil::Date};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// A table with headings.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name of the sheet and title of the file.
    pub title: String,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows from top to bottom, each with one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// What it mostly holds; decides its width and side.
    pub kind: Kind,
}

/// What a column mostly holds. A text may stand in any of them («not shown»).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words; also numbers that nobody adds up, such as a BIN or a telephone number.
    Text,
    /// Numbers.
    Number,
    /// Days.
    Day,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, written exactly as it is.
    Text(String),
    /// A finite number.
    Number(f64),
    /// A day from 1900 to 9999.
    Day(Date),
}

/// What stands between two cells of a CSV line, and with it who reads the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `;` for Excel in Kazakh or Russian: decimal comma, days as 05.10.2026.
    Semicolon,
    /// `,` for other programs: decimal point, days as 2026-10-05.
    Comma,
}

/// Why a table could not be written. Rows and columns count from 0, headings aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableError {
    /// A row has more or fewer cells than there are columns.
    RowLength {
        /// Which row.
        row: usize,
    },
    /// A text is longer than the 32 767 characters that an Excel cell holds.
    TextTooLong {
        /// Which row; none means the headings.
        row: Option<usize>,
        /// Which column.
        column: usize,
    },
    /// A number is infinite or not a number.
    NotFinite {
        /// Which row.
        row: usize,
        /// Which column.
        column: usize,
    },
    /// The file format refused the table, for example more than 1 048 575 rows.
    Format(String),
}

impl std::fmt::Display for TableError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::RowLength { row } => write!(f, "row {row} has another number of cells than the headings"),
            Self::TextTooLong { row: Some(row), column } => {
                write!(f, "the text in row {row}, column {column} is longer than 32 767 characters")
            }
            Self::TextTooLong { row: None, column } => {
                write!(f, "the heading of column {column} is longer than 32 767 characters")
            }
            Self::NotFinite { row, column } => write!(f, "row {row}, column {column} is no finite number"),
            Self::Format(message) => write!(f, "the table could not be written: {message}"),
        }
    }
}

impl std::error::Error for TableError {}

impl From<XlsxError> for TableError {
    fn from(error: XlsxError) -> Self {
        Self::Format(error.to_string())
    }
}

/// What Excel counts in a cell: UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// Writes an Excel workbook with one sheet: headings stay in view, texts are text cells (never
/// formulas or links), days are real days. `made_at` is the moment of printing; the same input
/// gives the same bytes.
pub fn xlsx(table: &Table, made_at: Timestamp) -> Result<Vec<u8>, TableError> {
    check(table)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&table.title)
            .set_creation_datetime(&ExcelDateTime::from_timestamp(made_at.as_second())?),
    );
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.title))?;
    write_headings(sheet, table)?;
    let day = Format::new().set_num_format("dd.mm.yyyy");
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    sheet.write_string(row, column, text)?;
                }
                Cell::Number(number) => {
                    sheet.write_number(row, column, *number)?;
                }
                Cell::Day(date) => {
                    sheet.write_datetime_with_format(row, column, &excel_day(*date)?, &day)?;
                }
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_headings(sheet: &mut Worksheet, table: &Table) -> Result<(), TableError> {
    for (at, column) in (0..).zip(&table.columns) {
        let (width, side) = match column.kind {
            Kind::Text => (28, FormatAlign::Left),
            Kind::Number | Kind::Day => (14, FormatAlign::Right),
        };
        let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_align(side);
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, &column.heading, &heading)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn excel_day(date: Date) -> Result<ExcelDateTime, TableError> {
    let outside = || TableError::Format(format!("{date} is outside the days of Excel"));
    let year = u16::try_from(date.year()).map_err(|_| outside())?;
    let part = |number: i8| u8::try_from(number).map_err(|_| outside());
    Ok(ExcelDateTime::from_ymd(year, part(date.month())?, part(date.day())?)?)
}

/// A title as Excel takes it for a sheet: at most 31 units, without `[ ] : * ? / \`, no apostrophe
/// at an end, never empty.
fn sheet_name(title: &str) -> String {
    let mut name = String::new();
    let mut units = 0;
    for c in title.chars().filter(|c| !c.is_control() && !"[]:*?/\\".contains(*c)) {
        units += c.len_utf16();
        if units > 31 {
            break;
        }
        name.push(c);
    }
    let name = name.trim().trim_matches('\'').trim();
    if name.is_empty() || name.eq_ignore_ascii_case("history") { "1".to_owned() } else { name.to_owned() }
}

/// Writes CSV in UTF-8 with a byte order mark and CRLF, as Excel expects it; texts that a
/// spreadsheet would run are [disarmed](disarm).
pub fn csv(table: &Table, separator: Separator) -> Result<Vec<u8>, TableError> {
    check(table)?;
    let failed = |error: &dyn std::fmt::Display| TableError::Format(error.to_string());
    let delimiter = match separator {
        Separator::Semicolon => b';',
        Separator::Comma => b',',
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let headings = table.columns.iter().map(|column| disarm(&column.heading));
    writer.write_record(headings).map_err(|error| failed(&error))?;
    for cells in &table.rows {
        let cells = cells.iter().map(|cell| csv_cell(cell, separator));
        writer.write_record(cells).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

fn csv_cell(cell: &Cell, separator: Separator) -> String {
    match (cell, separator) {
        (Cell::Empty, _) => String::new(),
        (Cell::Text(text), _) => disarm(text),
        (Cell::Number(number), Separator::Semicolon) => number.to_string().replace('.', ","),
        (Cell::Number(number), Separator::Comma) => number.to_string(),
        (Cell::Day(date), Separator::Semicolon) => {
            format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
        }
        (Cell::Day(date), Separator::Comma) => date.to_string(),
    }
}

/// Puts an apostrophe before a text that a spreadsheet would run; see the [module](self).
pub fn disarm(text: &str) -> String {
    if starts_like_a_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes the apostrophe of [`disarm`] away again; for reading a CSV file that came from here.
pub fn rearm(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if starts_like_a_formula(text) => text,
        _ => cell,
    }
}

fn starts_like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn check(table: &Table) -> Result<(), TableError> {
    let too_long = |text: &str| text.encode_utf16().count() > LONGEST_TEXT;
    if let Some(column) = table.columns.iter().position(|column| too_long(&column.heading)) {
        return Err(TableError::TextTooLong { row: None, column });
    }
    for (row, cells) in table.rows.iter().enumerate() {
        if cells.len() != table.columns.len() {
            return Err(TableError::RowLength { row });
        }
        for (column, cell) in cells.iter().enumerate() {
            match cell {
                Cell::Text(text) if too_long(text) => {
                    return Err(TableError::TextTooLong { row: Some(row), column });
                }
                Cell::Number(number) if !number.is_finite() => {
                    return Err(TableError::NotFinite { row, column });
                }
                _ => {}
            }
        }
    }
    Ok(())
}
