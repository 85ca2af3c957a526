//! An opened list: the guess of everything, for a person to look at before it is read.

use std::collections::BTreeMap;

use super::columns::{self, Column, Conflict, Field, Usage};
use super::dates::{DateOrder, Epoch};
use super::delimited::{self, Separator};
use super::encoding::{self, Encoding};
use super::problems::Problem;
use super::reading;
use super::refused::{LostLetters, Refused};
use super::sets::{self, Mark};
use super::table::{Row, Table};
use super::text::has_lost_letters;
use super::workbook::{Sheet, Workbook};
use super::{Format, Kind, Options};

/// A list with its guess.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What the list is about, as the caller said.
    pub kind: Kind,
    /// Name of the file; empty for pasted cells.
    pub name: String,
    /// What the file turned out to be.
    pub format: Format,
    /// Sheets of a workbook, hidden ones marked.
    pub sheets: Vec<Sheet>,
    /// The sheet to be read.
    pub sheet: Option<String>,
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Separator of a text file.
    pub separator: Option<Separator>,
    /// Physical line of the header, from 1.
    pub header_line: u32,
    /// Every column that has a header or a value.
    pub columns: Vec<Column>,
    /// The first three rows to be read.
    pub sample: Vec<SampleRow>,
    /// Fields without which no line can be read.
    pub missing: Vec<Field>,
    /// Fields that several columns claim.
    pub conflicts: Vec<Conflict>,
    /// What a person should look at before the guess is believed.
    pub doubts: Vec<Doubt>,
    /// Only changes since an earlier list: whoever is not named has not left.
    pub only_changes: bool,
    pub(crate) marks: BTreeMap<u32, Vec<Mark>>,
    pub(crate) beyond: Vec<Problem>,
    pub(crate) date_order: Option<DateOrder>,
    pub(crate) epoch: Epoch,
    pub(crate) header: Row,
    pub(crate) rows: Vec<Row>,
}

/// A row of the sample.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SampleRow {
    /// Physical line, from 1.
    pub line: u32,
    /// Cells in the order of [`Opened::columns`]; those of secret columns are blank.
    pub cells: Vec<String>,
}

/// A reason to distrust the guess.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// Read as windows-1251, with letters that Kazakh text in KZ-1048 would show.
    MayBeKz1048 {
        /// A cell with such letters.
        value: String,
    },
    /// The set names people of several schools, and nobody has said of which.
    SeveralSchools {
        /// Their names.
        names: Vec<String>,
    },
}

impl Opened {
    /// Whether the list can be read: nothing required is missing and no field is claimed twice.
    pub fn is_ready(&self) -> bool {
        self.missing.is_empty() && self.conflicts.is_empty()
    }

    /// A line as the file has it, its cells in the order of the file; empty where there is none. Secret columns are
    /// blank in memory already, and a number of identification is repeated nowhere.
    pub fn original(&self, line: u32) -> String {
        let Ok(at) = self.rows.binary_search_by_key(&line, |row| row.line) else { return String::new() };
        let hidden = self.column(&Field::Iin).map(|column| column.index);
        let cells = self.rows[at].cells.iter().enumerate();
        let shown =
            cells.map(|(index, cell)| if Some(index) == hidden { String::new() } else { cell.shown() });
        shown.collect::<Vec<_>>().join("; ")
    }

    /// The column read as this field.
    pub(crate) fn column(&self, field: &Field) -> Option<&Column> {
        self.columns.iter().find(|column| matches!(&column.usage, Usage::Mapped(mapped) if mapped == field))
    }
}

/// Where the rows came from.
struct Origin {
    format: Format,
    sheets: Vec<Sheet>,
    sheet: Option<String>,
    encoding: Option<Encoding>,
    separator: Option<Separator>,
    epoch: Epoch,
    /// What the columns of a set mean; others are guessed.
    meant: Option<Vec<Option<Field>>>,
}

/// Opens separated text.
pub(crate) fn from_text(name: &str, bytes: &[u8], kind: Kind, options: &Options) -> Result<Opened, Refused> {
    let (text, encoding) = encoding::decode(bytes, options.encoding);
    if !looks_like_table(&text) {
        return Err(Refused::NotATable);
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(Refused::Empty);
    }
    let named = delimited::named_separator(&text);
    let from = named.map_or(0, |(_, length)| length);
    let separator = options
        .separator
        .or(named.map(|(separator, _)| separator))
        .unwrap_or_else(|| guess_separator(kind, &text, from));
    let table = delimited::parse_all(&text, from, separator)?;
    let origin = Origin {
        format: if name.is_empty() { Format::Pasted } else { Format::Csv },
        sheets: Vec::new(),
        sheet: None,
        encoding: Some(encoding),
        separator: Some(separator),
        epoch: Epoch::Of1900,
        meant: None,
    };
    guess(name, table, origin, kind, options)
}

/// Opens a set of files as one list.
pub(crate) fn from_set(
    name: &str,
    parts: &sets::Parts,
    kind: Kind,
    options: &Options,
) -> Result<Opened, Refused> {
    let flat = sets::flat(parts, kind, options.sheet.as_deref())?;
    let origin = Origin {
        format: Format::Set,
        sheets: flat.sheets,
        sheet: Some(flat.sheet),
        encoding: None,
        separator: None,
        epoch: Epoch::Of1900,
        meant: Some(flat.meant),
    };
    // The header of such a file is its first line, whatever a person chose for another list.
    let options = Options { header_line: flat.table.rows.first().map(|row| row.line), ..options.clone() };
    let mut opened = guess(name, flat.table, origin, kind, &options)?;
    if !flat.undecided.is_empty() {
        opened.doubts.push(Doubt::SeveralSchools { names: flat.undecided });
    }
    opened.only_changes = flat.only_changes;
    opened.marks = flat.marks;
    opened.beyond = flat.beyond;
    Ok(opened)
}

/// Opens the sheet that was asked for, or the visible one that looks most like the list.
pub(crate) fn from_workbook(
    name: &str,
    bytes: &[u8],
    kind: Kind,
    options: &Options,
) -> Result<Opened, Refused> {
    let mut workbook = Workbook::open(bytes)?;
    let (sheet, table) = match &options.sheet {
        Some(asked) if workbook.sheets.iter().any(|sheet| sheet.name == *asked) => {
            (asked.clone(), workbook.load(asked)?)
        }
        Some(_) => return Err(Refused::NoSuchSheet),
        None => best_sheet(&mut workbook, kind)?,
    };
    let origin = Origin {
        format: workbook.format,
        sheets: workbook.sheets,
        sheet: Some(sheet),
        encoding: None,
        separator: None,
        epoch: workbook.epoch,
        meant: None,
    };
    guess(name, table, origin, kind, options)
}

/// The visible sheet whose header names most fields; among equals the first that is not blank.
fn best_sheet(workbook: &mut Workbook<'_>, kind: Kind) -> Result<(String, Table), Refused> {
    let visible: Vec<String> =
        workbook.sheets.iter().filter(|sheet| !sheet.hidden).map(|sheet| sheet.name.clone()).collect();
    let mut best: Option<(usize, String, Table)> = None;
    for name in visible {
        let table = workbook.load(&name)?;
        let named = match table.rows.get(columns::header_row(kind, &table)) {
            Some(header) => columns::fields_named(kind, header),
            None => continue,
        };
        if best.as_ref().is_none_or(|(most, ..)| named > *most) {
            best = Some((named, name, table));
        }
    }
    best.map(|(_, name, table)| (name, table)).ok_or(Refused::Empty)
}

/// The separator under which the header names most fields, then has most cells.
fn guess_separator(kind: Kind, text: &str, from: usize) -> Separator {
    const NEAR_THE_TOP: usize = 40;
    let mut best = ((0, 0), Separator::Semicolon);
    for separator in Separator::ALL {
        let Ok(table) = delimited::parse(text, from, separator, NEAR_THE_TOP) else {
            continue;
        };
        if let Some(header) = table.rows.get(columns::header_row(kind, &table)) {
            let score = (columns::fields_named(kind, header), header.cells.len());
            if score > best.0 {
                best = (score, separator);
            }
        }
    }
    best.1
}

/// Whether text is neither another document nor bytes that happen to decode.
fn looks_like_table(text: &str) -> bool {
    const OTHER_DOCUMENTS: [&str; 6] = ["%pdf", "{\\rtf", "<html", "<!doctype", "<?xml", "<table"];
    const CHARACTERS_FOR_EACH_CONTROL: usize = 20;
    let head: String = text.trim_start().chars().take(16).collect::<String>().to_lowercase();
    let is_stray = |c: &char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    let stray = text.chars().filter(is_stray).count();
    !OTHER_DOCUMENTS.iter().any(|start| head.starts_with(start))
        && stray * CHARACTERS_FOR_EACH_CONTROL <= text.chars().count()
}

fn guess(name: &str, table: Table, origin: Origin, kind: Kind, options: &Options) -> Result<Opened, Refused> {
    if table.rows.is_empty() {
        return Err(Refused::Empty);
    }
    let chosen = |line: u32| table.rows.iter().position(|row| row.line >= line);
    let at = options.header_line.and_then(chosen).unwrap_or_else(|| columns::header_row(kind, &table));
    let mut rows = table.rows;
    rows.drain(..at);
    let header = rows.remove(0);
    let columns = live_columns(kind, &header, &mut rows, &origin, options);
    let mut opened = Opened {
        kind,
        name: name.to_owned(),
        format: origin.format,
        sheets: origin.sheets,
        sheet: origin.sheet,
        encoding: origin.encoding,
        separator: origin.separator,
        header_line: header.line,
        missing: columns::missing(kind, &columns),
        conflicts: columns::conflicts(&columns),
        columns,
        sample: Vec::new(),
        doubts: Vec::new(),
        only_changes: false,
        marks: BTreeMap::new(),
        beyond: Vec::new(),
        date_order: options.date_order,
        epoch: origin.epoch,
        header,
        rows,
    };
    refuse_lost_letters(&opened)?;
    opened.sample = sample(&opened);
    opened.doubts = doubts(&opened);
    Ok(opened)
}

/// Columns with a header or a value; the cells of secret ones are wiped from memory.
fn live_columns(
    kind: Kind,
    header: &Row,
    rows: &mut [Row],
    origin: &Origin,
    options: &Options,
) -> Vec<Column> {
    let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    // In text, cells beyond the header are a stray separator and reported line by line.
    let width = match origin.format {
        Format::Csv | Format::Pasted | Format::Set => header.cells.len(),
        Format::Xlsx | Format::Xls | Format::Ods => widest.max(header.cells.len()),
    };
    let mut columns = columns::map(kind, header, width, origin.meant.as_deref(), &options.columns);
    columns.retain(|column| {
        !column.header.trim().is_empty() || rows.iter().any(|row| !row.cell(column.index).is_blank())
    });
    for column in columns.iter().filter(|column| column.usage == Usage::Secret) {
        for row in &mut *rows {
            if let Some(cell) = row.cells.get_mut(column.index) {
                *cell = super::table::Cell::Empty;
            }
        }
    }
    columns
}

/// Refuses a list whose names have lost letters: in the columns of names, and in those whose own
/// header lost some.
fn refuse_lost_letters(opened: &Opened) -> Result<(), Refused> {
    let mut cells = Vec::new();
    for column in &opened.columns {
        let is_name = matches!(
            column.usage,
            Usage::Mapped(Field::FullName | Field::Family | Field::Given | Field::Patronymic)
        );
        if !is_name && !has_lost_letters(&column.header) {
            continue;
        }
        for row in &opened.rows {
            let value = row.cell(column.index).shown();
            if has_lost_letters(&value) {
                cells.push(LostLetters { line: row.line, column: column.header.clone(), value });
            }
        }
    }
    cells.sort_by_key(|cell| cell.line);
    if cells.is_empty() { Ok(()) } else { Err(Refused::LossyEncoding { cells }) }
}

fn sample(opened: &Opened) -> Vec<SampleRow> {
    const ROWS: usize = 3;
    let cells = |row: &Row| opened.columns.iter().map(|column| row.cell(column.index).shown()).collect();
    let (rows, _) = reading::sift(opened);
    rows.into_iter().take(ROWS).map(|row| SampleRow { line: row.line, cells: cells(row) }).collect()
}

fn doubts(opened: &Opened) -> Vec<Doubt> {
    if opened.encoding != Some(Encoding::Windows1251) {
        return Vec::new();
    }
    let cells = opened.rows.iter().flat_map(|row| &row.cells).map(super::table::Cell::shown);
    let suspect = cells.into_iter().find(|value| encoding::may_be_kz1048(value));
    suspect.map(|value| Doubt::MayBeKz1048 { value }).into_iter().collect()
}
