//! Sets of other systems: several CSV files in one zip that name each other by ids. OneRoster 1.1 and 1.2 (and
//! School Data Sync 2, whose files are nearly the same) and School Data Sync 1.
//!
//! A set becomes one flat list of the people's file, line by line, with a few columns joined to it. From there on it
//! is a list like any other: what its columns mean may be overruled, and every message names a line of that file.

mod oneroster;
mod parts;
mod sds;

use std::collections::{BTreeMap, BTreeSet};

use super::Kind;
use super::columns::Field;
use super::problems::{Problem, ProblemKind};
use super::refused::Refused;
use super::table::{Cell, Row, Table};
use super::text::squeeze;
use super::workbook::Sheet;

pub(crate) use parts::{Part, Parts};

/// A set as one list.
#[derive(Debug)]
pub(crate) struct Flat {
    /// Header and lines of the people that the list is about.
    pub(crate) table: Table,
    /// What each column means.
    pub(crate) meant: Vec<Option<Field>>,
    /// The people's file, or one for every school of the set.
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) sheet: String,
    /// Schools among which nobody has chosen.
    pub(crate) undecided: Vec<String>,
    /// The set names only who changed since the one before.
    pub(crate) only_changes: bool,
    /// What is wrong with a line beyond its own cells.
    pub(crate) marks: BTreeMap<u32, Vec<Mark>>,
    /// What is wrong in the other files.
    pub(crate) beyond: Vec<Problem>,
}

/// Something wrong with a line of a set.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    pub(crate) column: Option<String>,
    pub(crate) value: String,
    pub(crate) kind: ProblemKind,
}

/// What the files beside it say of a line of the people's file.
#[derive(Debug, Default)]
struct Told {
    /// The line is of this list: a pupil's among pupils.
    belongs: bool,
    /// Schools of the person.
    schools: BTreeSet<String>,
    /// Cells of the joined columns.
    joined: Vec<String>,
    marks: Vec<Mark>,
}

/// A set once its files are joined.
struct Joined<'a> {
    people: &'a Part,
    told: Vec<Told>,
    /// Headers and meanings of the joined columns.
    columns: Vec<(String, Option<Field>)>,
    /// Names of schools by their ids.
    schools: BTreeMap<String, String>,
    only_changes: bool,
    beyond: Vec<Problem>,
}

/// Makes one list of a set; `asked` is the school that a person chose, as a sheet.
pub(crate) fn flat(parts: &Parts, kind: Kind, asked: Option<&str>) -> Result<Flat, Refused> {
    if kind == Kind::Timetable {
        return Err(Refused::NoLessonsInSet);
    }
    let is_first_sds =
        parts.part("users").is_none() && ["teacher", "student"].iter().any(|stem| parts.part(stem).is_some());
    let joined = if is_first_sds { sds::join(parts, kind)? } else { oneroster::join(parts, kind)? };
    let schools = schools_of(&joined);
    let file = &joined.people.name;
    let names: Vec<String> = match schools.len() {
        0 | 1 => vec![file.clone()],
        _ => schools.iter().map(|(_, name)| format!("{file}: {name}")).collect(),
    };
    let at = match asked {
        Some(asked) => names.iter().position(|name| name == asked).ok_or(Refused::NoSuchSheet)?,
        None => 0,
    };
    let only = if schools.len() > 1 { schools.get(at).map(|(id, _)| id.as_str()) } else { None };
    let undecided = if asked.is_none() && schools.len() > 1 {
        schools.iter().map(|(_, name)| name.clone()).collect()
    } else {
        Vec::new()
    };
    let (table, marks) = table(&joined, only);
    Ok(Flat {
        meant: meanings(&joined, kind),
        table,
        sheet: names[at].clone(),
        sheets: names.into_iter().map(|name| Sheet { name, hidden: false }).collect(),
        undecided,
        only_changes: joined.only_changes,
        marks,
        beyond: joined.beyond,
    })
}

/// Schools of the people in question with their names; a name that stands twice carries its id.
fn schools_of(joined: &Joined<'_>) -> Vec<(String, String)> {
    let mine = joined.told.iter().filter(|told| told.belongs);
    let ids: BTreeSet<&String> = mine.flat_map(|told| &told.schools).collect();
    let name = |id: &String| joined.schools.get(id).filter(|name| !name.is_empty()).unwrap_or(id).clone();
    let all: Vec<String> = ids.iter().map(|id| name(id)).collect();
    ids.into_iter()
        .map(|id| {
            let name = name(id);
            let is_twice = all.iter().filter(|other| **other == name).count() > 1;
            (id.clone(), if is_twice { format!("{name} ({id})") } else { name })
        })
        .collect()
}

/// Lines of the list in question, all cells of the people's file and the joined ones.
fn table(joined: &Joined<'_>, school: Option<&str>) -> (Table, BTreeMap<u32, Vec<Mark>>) {
    let people = joined.people;
    let kept = kept(people);
    let headers = joined.columns.iter().map(|(header, _)| Cell::text(header.clone()));
    let header = kept.iter().map(|at| people.header.cell(*at).clone()).chain(headers).collect();
    let mut rows = vec![Row { line: people.header.line, cells: header }];
    let mut marks = BTreeMap::new();
    for (row, told) in people.rows.iter().zip(&joined.told) {
        if !told.belongs || school.is_some_and(|id| !told.schools.contains(id)) {
            continue;
        }
        let own = kept.iter().map(|at| row.cell(*at).clone());
        let cells = own.chain(told.joined.iter().cloned().map(Cell::text)).collect();
        rows.push(Row { line: row.line, cells });
        let mut found = told.marks.clone();
        found.extend(cells_beyond(row, people.header.cells.len()));
        if !found.is_empty() {
            marks.insert(row.line, found);
        }
    }
    (Table { rows }, marks)
}

/// A separator that strayed into a cell moves everything behind it.
fn cells_beyond(row: &Row, width: usize) -> Option<Mark> {
    let mut beyond = row.cells.iter().skip(width).filter(|cell| !cell.is_blank());
    let first = beyond.next()?;
    let kind = ProblemKind::CellsBeyondHeader { count: beyond.count() + 1 };
    Some(Mark { column: None, value: super::line::quoted(first), kind })
}

/// Columns of the people's file without extensions, which mean what two parties agreed upon.
fn kept(people: &Part) -> Vec<usize> {
    let is_extension = |header: &str| {
        let header = header.trim().to_lowercase();
        header.starts_with("ext_") || header.starts_with("ext.") || header.starts_with("metadata.")
    };
    (0..people.header.cells.len()).filter(|at| !is_extension(&people.header.cell(*at).shown())).collect()
}

fn meanings(joined: &Joined<'_>, kind: Kind) -> Vec<Option<Field>> {
    let people = joined.people;
    let email = email_column(people);
    let phone = ["phone", "sms"].into_iter().find_map(|name| people.filled_column(name));
    let own = kept(people).into_iter().map(|at| match squeeze(&people.header.cell(at).shown()).as_str() {
        "sourcedid" | "sisid" if kind == Kind::Staff => Some(Field::StaffNumber),
        "sourcedid" | "sisid" => Some(Field::Code),
        "familyname" | "lastname" => Some(Field::Family),
        "givenname" | "firstname" => Some(Field::Given),
        "middlename" => Some(Field::Patronymic),
        "title" if kind == Kind::Staff => Some(Field::Position),
        "birthdate" => Some(Field::BirthDate),
        _ if Some(at) == email => Some(Field::Email),
        _ if Some(at) == phone => Some(Field::Phone),
        _ => None,
    });
    own.chain(joined.columns.iter().map(|(_, field)| field.clone())).collect()
}

/// The column of addresses: where none is filled, the one of sign-in names, if these are addresses.
fn email_column(people: &Part) -> Option<usize> {
    let named = ["email", "secondaryemail"].into_iter().find_map(|name| people.filled_column(name));
    let usernames = || {
        let at = people.filled_column("username")?;
        let mut filled = people.rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_blank());
        filled.all(|cell| cell.shown().contains('@')).then_some(at)
    };
    named.or_else(usernames)
}

/// Whether a record is marked as gone. `inactive` stands in no standard and in many files.
fn is_gone(status: &str) -> bool {
    matches!(squeeze(status).as_str(), "tobedeleted" | "deleted" | "delete" | "inactive")
}

/// The mark of a line whose record is gone.
fn gone(part: &Part, row: &Row) -> Option<Mark> {
    let status = part.get(row, &["status"]);
    is_gone(&status).then(|| Mark {
        column: part.header_of(&["status"]),
        value: status,
        kind: ProblemKind::GoneAtSource,
    })
}

/// Ids that stand in one cell.
fn ids(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split([',', ';']).map(|id| id.trim().to_owned()).filter(|id| !id.is_empty())
}

/// The name of a class that reads as grade and letter (`8А`), the class of a class teacher, or the grade.
fn class_of(titles: &[(String, bool)], grade: &str) -> String {
    let reads = |title: &str| {
        super::ClassName::of(title)
            .and_then(|class| class.form)
            .is_some_and(|form| form.letter.chars().count() == 1 && form.grade > 0)
    };
    let home = titles.iter().filter(|(_, is_home)| *is_home);
    let found = home.clone().find(|(title, _)| reads(title)).or_else(|| home.clone().next());
    let found = found.or_else(|| titles.iter().find(|(title, _)| reads(title)));
    found.map_or_else(
        || {
            let mut grades = ids(grade);
            let first = grades.next().unwrap_or_default();
            let bare = first.trim_start_matches('0');
            if bare.is_empty() { first.clone() } else { bare.to_owned() }
        },
        |(title, _)| title.clone(),
    )
}

/// Different words in one cell, as far as a cell of a list reaches.
fn listed(words: impl IntoIterator<Item = String>) -> String {
    let mut cell = String::new();
    let mut seen = BTreeSet::new();
    for word in words {
        let is_new = !word.is_empty() && seen.insert(squeeze(&word));
        if is_new && cell.chars().count() + word.chars().count() + 2 <= super::MAX_CELL {
            if !cell.is_empty() {
                cell.push_str(", ");
            }
            cell.push_str(&word);
        }
    }
    cell
}

/// Ids of one file that another does not have, each named once and not without end.
struct Dangling {
    found: Vec<Problem>,
    met: BTreeSet<(String, String, String)>,
}

impl Dangling {
    const MOST: usize = 100;

    const fn new() -> Self {
        Self { found: Vec::new(), met: BTreeSet::new() }
    }

    fn note(&mut self, part: &Part, row: &Row, names: &[&str], value: &str, missing_in: &str) {
        let column = part.header_of(names);
        let key = (part.name.clone(), column.clone().unwrap_or_default(), value.to_owned());
        if self.found.len() < Self::MOST && self.met.insert(key) {
            self.found.push(Problem {
                sheet: Some(part.name.clone()),
                line: row.line,
                column,
                value: super::line::quoted(&Cell::text(value.to_owned())),
                kind: ProblemKind::NotInSet { file: missing_in.to_owned() },
            });
        }
    }
}
