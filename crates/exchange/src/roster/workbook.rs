//! Worksheets: xlsx, xls and ods, measured before they are unfolded.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, DataType, ExcelDateTime, Ods, Reader, SheetType, SheetVisible, Xls, Xlsx};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::dates::Epoch;
use super::refused::Refused;
use super::table::{Cell, Row, Table};
use super::{Format, MAX_COLUMNS, MAX_ROWS};

/// Cells of a sheet: the most rows at an ordinary width.
const MAX_CELLS: usize = 5_000_000;
/// Bytes a zipped workbook may unfold into.
const MAX_INFLATED: u64 = 256 * 1024 * 1024;
/// Parts of a zipped workbook.
pub(crate) const MAX_PARTS: usize = 10_000;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Hidden sheets are shown to the person and never guessed.
    pub hidden: bool,
}

type Bytes<'a> = Cursor<&'a [u8]>;

/// An open workbook.
pub(crate) struct Workbook<'a> {
    pub(crate) format: Format,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) epoch: Epoch,
    inner: Inner<'a>,
}

enum Inner<'a> {
    Xlsx(Box<Xlsx<Bytes<'a>>>),
    Xls(Box<Xls<Bytes<'a>>>),
    Ods(Box<Ods<Bytes<'a>>>),
}

/// Whether the bytes begin like a zip or a compound file.
pub(crate) fn looks_like_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || is_compound(bytes)
}

fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
}

/// The parsers index into what the file says: on hostile bytes a panic of theirs is one more way
/// to be unreadable.
fn guarded<T>(parse: impl FnOnce() -> Result<T, Refused>) -> Result<T, Refused> {
    catch_unwind(AssertUnwindSafe(parse))
        .unwrap_or_else(|_| Err(Refused::Unreadable { why: "the parser gave up".to_owned() }))
}

pub(crate) fn unreadable(why: impl std::fmt::Display) -> Refused {
    Refused::Unreadable { why: why.to_string() }
}

/// Why a part of a zip cannot be read.
pub(crate) fn unreadable_part(error: zip::result::ZipError) -> Refused {
    match error {
        zip::result::ZipError::UnsupportedArchive(text)
            if text == zip::result::ZipError::PASSWORD_REQUIRED =>
        {
            Refused::Encrypted
        }
        other => unreadable(other),
    }
}

impl<'a> Workbook<'a> {
    /// Opens a workbook by its contents, whatever its name says.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        guarded(|| if is_compound(bytes) { Self::open_xls(bytes) } else { Self::open_zipped(bytes) })
    }

    fn open_xls(bytes: &'a [u8]) -> Result<Self, Refused> {
        xls_is_bounded(bytes)?;
        let xls = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            calamine::XlsError::Password => Refused::Encrypted,
            other => unreadable(other),
        })?;
        let sheets = sheets_of(xls.sheets_metadata());
        let epoch = epoch_of(xls.has_1904_epoch());
        Ok(Self { format: Format::Xls, sheets, epoch, inner: Inner::Xls(Box::new(xls)) })
    }

    fn open_zipped(bytes: &'a [u8]) -> Result<Self, Refused> {
        let contents = inflate_within(bytes, MAX_INFLATED)?;
        match contents {
            Zipped::Xlsx => {
                let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
                    calamine::XlsxError::Password => Refused::Encrypted,
                    other => unreadable(other),
                })?;
                let sheets = sheets_of(xlsx.sheets_metadata());
                let epoch = epoch_of(xlsx.has_1904_epoch());
                Ok(Self { format: Format::Xlsx, sheets, epoch, inner: Inner::Xlsx(Box::new(xlsx)) })
            }
            Zipped::Ods => {
                let ods = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
                    calamine::OdsError::Password => Refused::Encrypted,
                    calamine::OdsError::CellLimitExceeded { .. } => Refused::TooLarge,
                    other => unreadable(other),
                })?;
                let sheets = sheets_of(ods.sheets_metadata());
                let inner = Inner::Ods(Box::new(ods));
                Ok(Self { format: Format::Ods, sheets, epoch: Epoch::Of1900, inner })
            }
        }
    }

    /// Reads one sheet.
    pub(crate) fn load(&mut self, sheet: &str) -> Result<Table, Refused> {
        guarded(|| match &mut self.inner {
            Inner::Xlsx(xlsx) => load_xlsx(xlsx, sheet),
            Inner::Xls(xls) => load_range(
                &xls.worksheet_range(sheet).map_err(unreadable)?,
                &xls.worksheet_formula(sheet).map_err(unreadable)?,
            ),
            Inner::Ods(ods) => load_range(
                &ods.worksheet_range(sheet).map_err(unreadable)?,
                &ods.worksheet_formula(sheet).map_err(unreadable)?,
            ),
        })
    }
}

fn sheets_of(metadata: &[calamine::Sheet]) -> Vec<Sheet> {
    metadata
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
        .collect()
}

fn epoch_of(is_1904: bool) -> Epoch {
    if is_1904 { Epoch::Of1904 } else { Epoch::Of1900 }
}

/// Streams the cells: a sheet with two cells in far corners must not become a full rectangle.
fn load_xlsx(xlsx: &mut Xlsx<Bytes<'_>>, sheet: &str) -> Result<Table, Refused> {
    let mut reader = xlsx.worksheet_cells_reader(sheet).map_err(unreadable)?;
    let mut sparse = Sparse::default();
    while let Some(cell) = reader.next_cell_with_formula().map_err(unreadable)? {
        let value = match (cell.value, cell.formula) {
            (DataRef::Empty, Some(formula)) => Cell::text(format!("={formula}")),
            (value, _) => cell_of(&Data::from(value)),
        };
        sparse.put(cell.pos.0, cell.pos.1, value)?;
    }
    sparse.into_table()
}

fn load_range(values: &calamine::Range<Data>, formulas: &calamine::Range<String>) -> Result<Table, Refused> {
    let mut sparse = Sparse::default();
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        sparse.put(top + small(row)?, left + small(column)?, Cell::text(format!("={formula}")))?;
    }
    let (top, left) = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        if !value.is_empty() {
            sparse.put(top + small(row)?, left + small(column)?, cell_of(value))?;
        }
    }
    sparse.into_table()
}

fn small(index: usize) -> Result<u32, Refused> {
    u32::try_from(index).map_err(|_| Refused::TooLarge)
}

/// Cells by row and column, in whatever order the file has them; a later value replaces an
/// earlier one.
#[derive(Default)]
struct Sparse {
    rows: BTreeMap<u32, BTreeMap<usize, Cell>>,
    cells: usize,
}

impl Sparse {
    fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Refused> {
        if cell.is_blank() {
            return Ok(());
        }
        let column = column as usize;
        self.cells += 1;
        if self.cells > MAX_CELLS || column >= MAX_COLUMNS {
            return Err(Refused::TooLarge);
        }
        self.rows.entry(row).or_default().insert(column, cell);
        if self.rows.len() > MAX_ROWS { Err(Refused::TooLarge) } else { Ok(()) }
    }

    fn into_table(self) -> Result<Table, Refused> {
        let mut padded = 0;
        let mut rows = Vec::with_capacity(self.rows.len());
        for (index, cells) in self.rows {
            let width = cells.last_key_value().map_or(0, |(column, _)| column + 1);
            padded += width;
            if padded > 4 * MAX_CELLS {
                return Err(Refused::TooLarge);
            }
            let mut row = Row { line: index.saturating_add(1), cells: vec![Cell::Empty; width] };
            for (column, cell) in cells {
                row.cells[column] = cell;
            }
            rows.push(row);
        }
        Ok(Table { rows })
    }
}

fn cell_of(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(text) | Data::DurationIso(text) => Cell::text(text.clone()),
        #[expect(clippy::cast_precision_loss, reason = "lists hold no whole numbers above 2^53")]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(truth) => Cell::text(truth.to_string()),
        Data::Error(error) => Cell::text(error.to_string()),
        Data::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse::<Date>().ok());
            day.map_or_else(|| Cell::text(text.clone()), Cell::Day)
        }
        Data::DateTime(moment) => cell_of_moment(moment),
    }
}

fn cell_of_moment(moment: &ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return Cell::text(format!("{hour:02}:{minute:02}"));
    }
    let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
    match parts {
        (Ok(year), Ok(month), Ok(day)) => {
            Date::new(year, month, day).map_or(Cell::Number(moment.as_f64()), Cell::Day)
        }
        _ => Cell::Number(moment.as_f64()),
    }
}

enum Zipped {
    Xlsx,
    Ods,
}

/// Unfolds every part once into nothing, counting up to `most` bytes: what a part says of its size
/// is not believed.
fn inflate_within(bytes: &[u8], most: u64) -> Result<Zipped, Refused> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > MAX_PARTS {
        return Err(Refused::ZipBomb);
    }
    let mut left = most;
    let mut kind = None;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(unreadable_part)?;
        let name = part.name().map_err(unreadable)?.into_owned();
        let mut limited = part.take(left + 1);
        let read = if name == "content.xml" {
            let mut content = Vec::new();
            let read = limited.read_to_end(&mut content).map_err(unreadable)? as u64;
            ods_is_bounded(&content)?;
            kind = kind.or(Some(Zipped::Ods));
            read
        } else {
            std::io::copy(&mut limited, &mut std::io::sink()).map_err(unreadable)?
        };
        if name == "xl/workbook.xml" {
            kind = Some(Zipped::Xlsx);
        }
        left = left.checked_sub(read).ok_or(Refused::ZipBomb)?;
    }
    kind.ok_or(Refused::NotATable)
}

/// Refuses an ods whose rows repeat filled cells into thousands of columns: the parser writes
/// every repetition out. Only the last cell of a row may repeat for long, if it is empty.
fn ods_is_bounded(content: &[u8]) -> Result<(), Refused> {
    let content = String::from_utf8_lossy(content);
    for row in content.split("<table:table-row").skip(1) {
        // Covered cells of a merge end in the same word; closing tags repeat nothing.
        let cells: Vec<&str> = row.split("table-cell").skip(1).collect();
        let repeated: usize = cells.iter().map(|cell| columns_repeated(cell)).sum();
        let trailing = cells.last().filter(|cell| is_empty_cell(cell));
        let empty = trailing.map_or(0, |cell| columns_repeated(cell));
        if repeated.saturating_sub(empty) > 4 * MAX_COLUMNS {
            return Err(Refused::ZipBomb);
        }
    }
    Ok(())
}

fn columns_repeated(cell: &str) -> usize {
    let tag = cell.split('>').next().unwrap_or_default();
    let value = tag.split("number-columns-repeated=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

fn is_empty_cell(cell: &str) -> bool {
    let tag = cell.split('>').next().unwrap_or_default();
    tag.ends_with('/') && !tag.contains("office:") && !tag.contains("table:formula")
}

/// Refuses an xls whose sheets span more cells than a list can: the parser allocates the whole
/// rectangle between the first and the last cell (\[MS-XLS\]: records of type, size, data).
fn xls_is_bounded(bytes: &[u8]) -> Result<(), Refused> {
    let mut compound = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(unreadable)?;
    if compound.is_stream("/EncryptedPackage") {
        return Err(Refused::Encrypted);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| compound.is_stream(name));
    let Some(name) = name else {
        return Err(Refused::NotATable);
    };
    let mut stream = Vec::new();
    compound
        .open_stream(name)
        .and_then(|part| part.take(super::MAX_BYTES as u64).read_to_end(&mut stream))
        .map_err(unreadable)?;
    let mut spans = BiffSpans::default();
    let mut rest = stream.as_slice();
    while let [kind_low, kind_high, size_low, size_high, data @ ..] = rest {
        let size = usize::from(u16::from_le_bytes([*size_low, *size_high]));
        let body = &data[..size.min(data.len())];
        spans.record(u16::from_le_bytes([*kind_low, *kind_high]), body);
        rest = &data[size.min(data.len())..];
    }
    if spans.total() > MAX_CELLS { Err(Refused::TooLarge) } else { Ok(()) }
}

/// The rectangles that the cells of each sheet span, added up.
#[derive(Default)]
struct BiffSpans {
    finished: usize,
    rows: usize,
    columns: usize,
}

impl BiffSpans {
    fn record(&mut self, kind: u16, body: &[u8]) {
        const BOF: u16 = 0x0809;
        // FORMULA, BLANK, NUMBER, LABEL, BOOLERR, RK, LABELSST, RSTRING, MULRK, MULBLANK.
        const CELLS: [u16; 12] =
            [0x0006, 0x0206, 0x0406, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e, 0x00fd, 0x00d6, 0x00bd, 0x00be];
        const MULRK: u16 = 0x00bd;
        const MULBLANK: u16 = 0x00be;
        if kind == BOF {
            *self = Self { finished: self.total(), rows: 0, columns: 0 };
        }
        if let ([row_low, row_high, column_low, column_high, ..], true) = (body, CELLS.contains(&kind)) {
            let row = u16::from_le_bytes([*row_low, *row_high]);
            let first = u16::from_le_bytes([*column_low, *column_high]);
            let last = match body {
                [.., low, high] if matches!(kind, MULRK | MULBLANK) => u16::from_le_bytes([*low, *high]),
                _ => first,
            };
            self.rows = self.rows.max(usize::from(row) + 1);
            self.columns = self.columns.max(usize::from(first.max(last)) + 1);
        }
    }

    fn total(&self) -> usize {
        self.finished.saturating_add(self.rows.saturating_mul(self.columns))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn parts_that_unfold_beyond_the_measure_are_refused() {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(&vec![b' '; 60_000]).unwrap();
        }
        let bytes = writer.finish().unwrap().into_inner();
        assert!(bytes.len() < 2_000);
        assert!(inflate_within(&bytes, 120_000).is_ok());
        assert_eq!(inflate_within(&bytes, 119_999).err(), Some(Refused::ZipBomb));
    }
}
