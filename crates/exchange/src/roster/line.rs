//! One line under the columns: typed cells, and what is wrong with them.

use jiff::civil::Date;

use super::MAX_CELL;
use super::classes::ClassName;
use super::columns::{Column, Field, Usage};
use super::contacts;
use super::dates::{self, DateFault};
use super::duplicates::Seen;
use super::iin::{self, IinFault};
use super::names::{PersonName, loose_key};
use super::opened::Opened;
use super::problems::{Problem, ProblemKind, Severity};
use super::reading::Stopped;
use super::table::{Cell, Row};
use super::text::{Entry, fold};

/// A cell as a problem quotes it: whole, or the beginning of one that is too long for any list.
pub(crate) fn quoted(cell: &Cell) -> String {
    let text = cell.shown();
    match text.char_indices().nth(MAX_CELL) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// A line being read.
pub(crate) struct Line<'a> {
    pub(crate) opened: &'a Opened,
    pub(crate) row: &'a Row,
    pub(crate) problems: Vec<Problem>,
}

impl<'a> Line<'a> {
    pub(crate) fn new(opened: &'a Opened, row: &'a Row) -> Self {
        Self { opened, row, problems: Vec::new() }
    }

    pub(crate) fn number(&self) -> u32 {
        self.row.line
    }

    /// Whether an error stops the line.
    pub(crate) fn is_stopped(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity() == Severity::Error)
    }

    /// What the line says, though an error stopped it, of whom it is about.
    pub(crate) fn stopped(&self) -> Stopped {
        let name = [Field::FullName, Field::Family, Field::Given, Field::Patronymic];
        let name = name.map(|field| self.shown(&field)).join(" ");
        let entry = |field: &Field| self.entry(field).map(|entry| entry.value);
        let mut errors = self.problems.iter().filter(|problem| problem.severity() == Severity::Error);
        Stopped {
            line: self.row.line,
            name: loose_key(&name),
            staff_number: entry(&Field::StaffNumber),
            code: entry(&Field::Code),
            email: contacts::email(&self.shown(&Field::Email)).map(|email| email.value),
            repeats: errors.all(|problem| matches!(problem.kind, ProblemKind::DuplicateInFile { .. })),
        }
    }

    /// The cell of a field, unless the column is absent or the cell blank.
    fn filled(&self, field: &Field) -> Option<(&'a Column, &'a Cell)> {
        let column = self.opened.column(field)?;
        let cell = self.row.cell(column.index);
        (!cell.is_blank()).then_some((column, cell))
    }

    fn shown(&self, field: &Field) -> String {
        self.filled(field).map(|(_, cell)| cell.shown()).unwrap_or_default()
    }

    pub(crate) fn complain(&mut self, field: &Field, kind: ProblemKind) {
        let column = self.opened.column(field);
        self.problems.push(Problem {
            sheet: self.opened.sheet.clone(),
            line: self.row.line,
            column: column.map(|column| column.header.clone()),
            value: column.map(|column| quoted(self.row.cell(column.index))).unwrap_or_default(),
            kind,
        });
    }

    /// Complains of the line as a whole, quoting `value`.
    pub(crate) fn complain_of_line(&mut self, value: String, kind: ProblemKind) {
        let sheet = self.opened.sheet.clone();
        self.problems.push(Problem { sheet, line: self.row.line, column: None, value, kind });
    }

    /// The name, from its parts or from one cell.
    pub(crate) fn name(&mut self) -> Option<PersonName> {
        let parts = [Field::Family, Field::Given, Field::Patronymic].map(|field| self.shown(&field));
        if self.filled(&Field::FullName).is_some() && (parts[0].is_empty() || parts[1].is_empty()) {
            return self.whole_name();
        }
        match PersonName::from_parts(&parts[0], &parts[1], &parts[2]) {
            Ok(name) => Some(name),
            Err(part) => {
                let field = if self.opened.column(&Field::Family).is_none() {
                    Field::FullName
                } else if parts[0].is_empty() {
                    Field::Family
                } else {
                    Field::Given
                };
                self.complain(&field, ProblemKind::MissingName { part });
                None
            }
        }
    }

    fn whole_name(&mut self) -> Option<PersonName> {
        match PersonName::from_whole(&self.shown(&Field::FullName)) {
            Ok((name, doubt)) => {
                if let Some(doubt) = doubt {
                    let reading = name.full();
                    self.complain(&Field::FullName, ProblemKind::DoubtfulName { doubt, reading });
                }
                Some(name)
            }
            Err(part) => {
                self.complain(&Field::FullName, ProblemKind::MissingName { part });
                None
            }
        }
    }

    /// Free text.
    pub(crate) fn entry(&self, field: &Field) -> Option<Entry> {
        Entry::of(&self.shown(field))
    }

    /// A key of another system: text, unless a worksheet rounded it.
    pub(crate) fn foreign_key(&mut self, field: &Field) -> Option<Entry> {
        let (_, cell) = self.filled(field)?;
        if cell.has_lost_digits() {
            self.complain(field, ProblemKind::LostDigits);
            return None;
        }
        self.entry(field)
    }

    pub(crate) fn day(&mut self, field: &Field) -> Option<Date> {
        let (_, cell) = self.filled(field)?;
        match dates::day(cell, self.opened.date_order, self.opened.epoch) {
            Ok(day) => Some(day),
            Err(DateFault::Unreadable) => {
                self.complain(field, ProblemKind::BadDate);
                None
            }
            Err(DateFault::Ambiguous(readings)) => {
                self.complain(field, ProblemKind::AmbiguousDate { readings });
                None
            }
        }
    }

    pub(crate) fn email(&mut self) -> Option<Entry> {
        let (_, cell) = self.filled(&Field::Email)?;
        let email = contacts::email(&cell.shown());
        if email.is_none() {
            self.complain(&Field::Email, ProblemKind::BadEmail);
        }
        email
    }

    pub(crate) fn phone(&mut self) -> Option<Entry> {
        let (_, cell) = self.filled(&Field::Phone)?;
        let phone = contacts::phone(&cell.shown());
        if phone.is_none() {
            self.complain(&Field::Phone, ProblemKind::BadPhone);
        }
        phone
    }

    pub(crate) fn iin(&mut self) -> Option<String> {
        let (_, cell) = self.filled(&Field::Iin)?;
        match iin::read(cell) {
            Ok(iin) => {
                if !iin::check_digit_agrees(&iin) {
                    self.complain(&Field::Iin, ProblemKind::IinCheckDigit);
                }
                Some(iin)
            }
            Err(IinFault::LostDigits) => {
                self.complain(&Field::Iin, ProblemKind::LostIin);
                None
            }
            Err(IinFault::NotTwelveDigits) => {
                self.complain(&Field::Iin, ProblemKind::BadIin);
                None
            }
        }
    }

    pub(crate) fn class(&mut self) -> Option<ClassName> {
        let class = ClassName::of(&self.shown(&Field::Class))?;
        if class.form.is_none() {
            self.complain(&Field::Class, ProblemKind::UnusualClass);
        }
        Some(class)
    }

    /// A number between bounds, `scale` times what the cell holds.
    pub(crate) fn bounded(&mut self, field: &Field, scale: f64, (least, most): (f64, f64)) -> Option<f64> {
        let (_, cell) = self.filled(field)?;
        let Some(number) = cell.number().map(|number| number * scale) else {
            self.complain(field, ProblemKind::BadNumber);
            return None;
        };
        if !(least..=most).contains(&number) {
            self.complain(field, ProblemKind::OutOfRange { least, most });
            return None;
        }
        Some(number)
    }

    /// Complains of every cell that is longer than [`MAX_CELL`]; true where there is one.
    pub(crate) fn is_too_long(&mut self) -> bool {
        let before = self.problems.len();
        for column in &self.opened.columns {
            let Usage::Mapped(field) = &column.usage else { continue };
            let count = self.row.cell(column.index).shown().chars().count();
            if count > MAX_CELL {
                self.complain(field, ProblemKind::TooLong { most: MAX_CELL, count });
            }
        }
        self.problems.len() > before
    }

    /// Complains if the field is blank.
    pub(crate) fn require(&mut self, field: &Field) {
        if self.filled(field).is_none() {
            self.complain(field, ProblemKind::MissingCell { field: field.clone() });
        }
    }

    /// Complains if another line has the same key in this field; warns of an identification number, which is no key.
    pub(crate) fn unique(&mut self, seen: &mut Seen, field: &Field, key: Option<&str>) {
        let Some(key) = key else { return };
        if let Some(other_line) = seen.earlier(field.clone(), fold(key), self.number()) {
            let kind = match field {
                Field::Iin => ProblemKind::IinInFile { other_line },
                _ => ProblemKind::DuplicateInFile { other_line },
            };
            self.complain(field, kind);
        }
    }

    /// Warns if another line has the same full name (for pupils: in the same class).
    pub(crate) fn namesake(&mut self, seen: &mut Seen, name: &PersonName, within: &str) {
        let key = format!("{}|{within}", name.key());
        if let Some(other_line) = seen.earlier(Field::FullName, key, self.number()) {
            self.complain_of_line(name.full(), ProblemKind::NamesakeInFile { other_line });
        }
    }
}
