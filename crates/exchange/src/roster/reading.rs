//! From an opened list to records.

use serde::{Deserialize, Serialize};

use super::columns::{Conflict, Field, Usage};
use super::duplicates::Seen;
use super::line::{Line, quoted};
use super::opened::Opened;
use super::problems::{Problem, ProblemKind};
use super::pupils::{self, PupilRecord};
use super::staff::{self, StaffRecord};
use super::table::{Cell, Row};
use super::text::fold;
use super::timetable::{self, LessonRecord};
use super::{Format, Kind};

/// What a list says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Lines without errors, in the order of the file.
    pub records: Records,
    /// Errors and warnings, in the order of the file.
    pub problems: Vec<Problem>,
    /// Lines that are no records.
    pub skipped: Vec<Skipped>,
    /// Lines that an error stopped, in the order of the file.
    pub stopped: Vec<Stopped>,
}

/// A line that an error stopped: what it says all the same of whom it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// Physical line, from 1.
    pub line: u32,
    /// What stands in the columns of the name, as a key ([`super::PersonName::key`]); empty where nothing does.
    pub name: String,
    /// Staff number.
    pub staff_number: Option<String>,
    /// Code of a pupil.
    pub code: Option<String>,
    /// E-mail, where it is one.
    pub email: Option<String>,
    /// Nothing is wrong but that an earlier line, which is read, has the same key.
    pub repeats: bool,
}

/// Records of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Records {
    /// Of [`Kind::Staff`].
    Staff(Vec<StaffRecord>),
    /// Of [`Kind::Pupils`].
    Pupils(Vec<PupilRecord>),
    /// Of [`Kind::Timetable`].
    Timetable(Vec<LessonRecord>),
}

/// A line left out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Physical line, from 1.
    pub line: u32,
    /// Why.
    pub reason: SkipReason,
    /// Its first filled cell.
    pub value: String,
}

/// Why a line is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// «Итого», «Барлығы», "Total".
    Total,
    /// The header once more, as on every printed page.
    RepeatedHeader,
    /// The numbers of the columns, as official forms have under the header.
    ColumnNumbers,
}

/// Why an opened list cannot be read yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{} fields missing, {} claimed twice", missing.len(), conflicts.len())]
pub struct Unready {
    /// Required fields that no column holds.
    pub missing: Vec<Field>,
    /// Fields that several columns claim.
    pub conflicts: Vec<Conflict>,
}

/// Reads an opened list.
pub fn read(opened: &Opened) -> Result<Reading, Unready> {
    if !opened.is_ready() {
        let (missing, conflicts) = (opened.missing.clone(), opened.conflicts.clone());
        return Err(Unready { missing, conflicts });
    }
    let (rows, skipped) = sift(opened);
    let mut seen = Seen::default();
    let mut rest = Rest::default();
    let records = match opened.kind {
        Kind::Staff => Records::Staff(each(opened, &rows, &mut rest, |line| staff::read(line, &mut seen))),
        Kind::Pupils => {
            let fractions = fraction_columns(opened, &rows);
            Records::Pupils(each(opened, &rows, &mut rest, |line| pupils::read(line, &mut seen, &fractions)))
        }
        Kind::Timetable => {
            Records::Timetable(each(opened, &rows, &mut rest, |line| timetable::read(line, &mut seen)))
        }
    };
    rest.problems.extend(opened.beyond.iter().cloned());
    Ok(Reading { records, problems: rest.problems, skipped, stopped: rest.stopped })
}

impl Records {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Staff(records) => records.len(),
            Self::Pupils(records) => records.len(),
            Self::Timetable(records) => records.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What a reading gives beside records.
#[derive(Default)]
struct Rest {
    problems: Vec<Problem>,
    stopped: Vec<Stopped>,
}

fn each<T>(
    opened: &Opened,
    rows: &[&Row],
    rest: &mut Rest,
    mut read: impl FnMut(&mut Line<'_>) -> Option<T>,
) -> Vec<T> {
    let mut records = Vec::with_capacity(rows.len());
    for row in rows {
        let mut line = Line::new(opened, row);
        check_width(&mut line);
        if is_gone(&mut line) {
            rest.problems.append(&mut line.problems);
            continue;
        }
        // Of a cell too long nothing else is said.
        let record = if line.is_too_long() { None } else { read(&mut line) };
        match record {
            Some(record) if !line.is_stopped() => records.push(record),
            _ => rest.stopped.push(line.stopped()),
        }
        rest.problems.append(&mut line.problems);
    }
    records
}

/// Says what the other files of a set say of the line; true where they say that the person is gone.
fn is_gone(line: &mut Line<'_>) -> bool {
    let marks = line.opened.marks.get(&line.number()).map(Vec::as_slice).unwrap_or_default();
    for mark in marks {
        line.problems.push(Problem {
            sheet: line.opened.sheet.clone(),
            line: line.number(),
            column: mark.column.clone(),
            value: mark.value.clone(),
            kind: mark.kind.clone(),
        });
    }
    marks.iter().any(|mark| mark.kind == ProblemKind::GoneAtSource)
}

fn check_width(line: &mut Line<'_>) {
    if !matches!(line.opened.format, Format::Csv | Format::Pasted) {
        return;
    }
    let width = line.opened.header.cells.len();
    let beyond = line.row.cells.iter().skip(width).filter(|cell| !cell.is_blank());
    if let Some(first) = beyond.clone().next() {
        let kind = ProblemKind::CellsBeyondHeader { count: beyond.count() };
        line.complain_of_line(quoted(first), kind);
    }
}

/// Parts the rows under the header into those to read and those that are no records.
pub(crate) fn sift(opened: &Opened) -> (Vec<&Row>, Vec<Skipped>) {
    let mut rows = Vec::with_capacity(opened.rows.len());
    let mut skipped = Vec::new();
    for (index, row) in opened.rows.iter().enumerate() {
        if row.is_blank() {
            continue;
        }
        match skip_reason(opened, row, index == 0) {
            Some(reason) => {
                let first = row.cells.iter().find(|cell| !cell.is_blank());
                let value = first.map(quoted).unwrap_or_default();
                skipped.push(Skipped { line: row.line, reason, value });
            }
            None => rows.push(row),
        }
    }
    (rows, skipped)
}

fn skip_reason(opened: &Opened, row: &Row, is_first: bool) -> Option<SkipReason> {
    let same = |column: &super::Column| row.cell(column.index).shown() == column.header;
    if opened.columns.iter().filter(|column| column.usage != Usage::Secret).all(same) {
        return Some(SkipReason::RepeatedHeader);
    }
    if is_first && opened.missing.is_empty() && counts_columns(row) {
        return Some(SkipReason::ColumnNumbers);
    }
    is_total(row).then_some(SkipReason::Total)
}

/// `1 2 3 …` in three cells or more.
fn counts_columns(row: &Row) -> bool {
    let filled: Vec<String> = row.cells.iter().filter(|cell| !cell.is_blank()).map(Cell::shown).collect();
    filled.len() >= 3 && filled.iter().enumerate().all(|(index, cell)| cell.trim() == (index + 1).to_string())
}

/// A word of total in the first cell that is not a number, and nothing but numbers besides.
fn is_total(row: &Row) -> bool {
    const WORDS: [&str; 6] = ["итого", "всего", "барлығы", "жиыны", "қорытынды", "total"];
    let mut words = row.cells.iter().filter(|cell| !cell.is_blank() && cell.number().is_none());
    let Some(first) = words.next() else {
        return false;
    };
    let folded = fold(&first.shown());
    let head = folded.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    WORDS.contains(&head) && words.next().is_none()
}

/// Columns of per cents that a worksheet holds as fractions of one: no number above 1, and one
/// that is not whole.
fn fraction_columns(opened: &Opened, rows: &[&Row]) -> Vec<usize> {
    let is_fraction = |column: &&super::Column| {
        let numbers = rows.iter().filter_map(|row| match row.cell(column.index) {
            Cell::Number(number) => Some(*number),
            _ => None,
        });
        let (mut most, mut is_parted) = (0.0_f64, false);
        for number in numbers {
            most = most.max(number);
            is_parted |= number.fract() != 0.0;
        }
        most <= 1.0 && is_parted
    };
    let is_percent = |column: &&super::Column| {
        matches!(column.usage, Usage::Mapped(Field::Score { .. } | Field::Attendance))
    };
    let columns = opened.columns.iter().filter(is_percent).filter(is_fraction);
    columns.map(|column| column.index).collect()
}
