//! Templates to download, and what stands in the shape of the template, so that it comes back unchanged.

use super::Message;
use crate::{Context, Failed, Never};
use documents::tables::{Cell, Column, Kind as CellKind, Separator, Table, csv, xlsx};
use domain::people::{Category, Person};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::rosters::Kind;
use domain::timetables::Lesson;
use domain::{PersonId, SchoolId};
use std::collections::BTreeMap;

/// In which form a table is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Excel.
    Xlsx,
    /// Semicolons, UTF-8 with a mark.
    Csv,
}

impl Form {
    /// The form that an address names.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// A file to download.
#[derive(Clone, Debug)]
pub struct Download {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is.
    pub media: &'static str,
}

/// Writes a table in a form; a table that cannot be written is our fault and reaches the log as a word.
pub fn table(context: &Context<'_>, table: &Table, form: Form) -> Result<Download, Failed<Never>> {
    let (bytes, media) = match form {
        Form::Xlsx => {
            (xlsx(table, context.now), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        Form::Csv => (csv(table, Separator::Semicolon), "text/csv; charset=utf-8"),
    };
    let bytes = bytes.map_err(|_| Failed::Store(store::StoreError::Unreadable("table to export")))?;
    Ok(Download { bytes, media })
}

fn columns(kind: Kind, lang: &str) -> Vec<Column> {
    let headings = exchange::roster::template(super::rows::kind(kind), lang).unwrap_or_default();
    headings.iter().map(|heading| Column { heading: (*heading).to_owned(), kind: CellKind::Text }).collect()
}

/// An empty list with headings in a language.
pub fn template(
    context: &Context<'_>,
    kind: Kind,
    lang: &str,
    title: &str,
) -> Result<Download, Failed<Never>> {
    filled(context, kind, lang, title, Form::Xlsx, Vec::new())
}

/// A list in the shape of the template: its columns, and cells that a row leaves out at the end stay blank.
fn filled(
    context: &Context<'_>,
    kind: Kind,
    lang: &str,
    title: &str,
    form: Form,
    mut rows: Vec<Vec<Cell>>,
) -> Result<Download, Failed<Never>> {
    let columns = columns(kind, lang);
    for row in &mut rows {
        row.resize(columns.len(), Cell::Empty);
    }
    table(context, &Table { title: title.to_owned(), columns, rows }, form)
}

/// The staff of a school today in the shape of the template. `category` gives the word of a category.
pub async fn staff(
    context: &Context<'_>,
    school: &SchoolId,
    lang: &str,
    title: &str,
    form: Form,
    category: impl Fn(Category) -> String,
) -> Result<Download, Failed<Never>> {
    may(context.actor, &Action::ManageRosters(school))?;
    let people = store::people::of_school(&mut *context.db.read().await?, school).await?;
    let rows = people.iter().filter(|person| person.works_on(context.today));
    let rows = rows.map(|person| row(person, &category)).collect();
    filled(context, Kind::Staff, lang, title, form, rows)
}

/// The pupils of a school today in the shape of the template, without figures: a blank cell changes nothing.
pub async fn pupils(
    context: &Context<'_>,
    school: &SchoolId,
    lang: &str,
    title: &str,
    form: Form,
) -> Result<Download, Failed<Never>> {
    list_of_pupils(context, &here(context, school).await?, lang, title, form)
}

/// The pupils who belong to a school, for whoever brings its lists.
pub(super) async fn here<R>(context: &Context<'_>, school: &SchoolId) -> Result<Vec<Pupil>, Failed<R>> {
    may(context.actor, &Action::ManageRosters(school))?;
    let mut pupils = store::pupils::of_school(&mut *context.db.read().await?, school).await?;
    pupils.retain(|pupil| pupil.left_on.is_none());
    Ok(pupils)
}

pub(super) fn list_of_pupils(
    context: &Context<'_>,
    pupils: &[Pupil],
    lang: &str,
    title: &str,
    form: Form,
) -> Result<Download, Failed<Never>> {
    let row = |pupil: &Pupil| {
        vec![
            text(pupil.code.as_deref()),
            text(Some(&pupil.family)),
            text(Some(&pupil.given)),
            text(pupil.patronymic.as_deref()),
            text(Some(&pupil.class)),
            pupil.born_on.map_or(Cell::Empty, Cell::Day),
            text(pupil.language.as_deref()),
        ]
    };
    filled(context, Kind::Pupils, lang, title, form, pupils.iter().map(row).collect())
}

/// The lessons of the week in the shape of the template. Lists name a teacher by e-mail, so lessons of people without
/// one are not in it.
pub async fn timetable(
    context: &Context<'_>,
    school: &SchoolId,
    lang: &str,
    title: &str,
    form: Form,
) -> Result<Download, Failed<Never>> {
    may(context.actor, &Action::ManageRosters(school))?;
    let mut tx = context.db.read().await?;
    let people = store::people::of_school(&mut tx, school).await?;
    let lessons = store::timetables::of_school(&mut tx, school).await?;
    drop(tx);
    let emails: BTreeMap<&PersonId, &str> =
        people.iter().filter_map(|person| Some((&person.id, person.email.as_deref()?))).collect();
    let row = |lesson: &Lesson| {
        Some(vec![
            text(Some(emails.get(&lesson.person)?)),
            Cell::Number(lesson.weekday.into()),
            Cell::Number(lesson.number.into()),
            text(Some(&lesson.class)),
            text(lesson.room.as_deref()),
        ])
    };
    filled(context, Kind::Timetable, lang, title, form, lessons.iter().filter_map(row).collect())
}

fn text(text: Option<&str>) -> Cell {
    text.filter(|text| !text.is_empty()).map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))
}

/// The order of the template; what is not kept of a person stays blank.
fn row(person: &Person, category: &impl Fn(Category) -> String) -> Vec<Cell> {
    let number = |number: Option<u16>| number.map_or(Cell::Empty, |number| Cell::Number(number.into()));
    vec![
        text(person.staff_number.as_deref()),
        text(Some(&person.name.family)),
        text(Some(&person.name.given)),
        text(person.name.patronymic.as_deref()),
        text(person.position.as_deref()),
        text(person.subject.as_deref()),
        Cell::Text(category(person.category)),
        number(person.service_years),
        person.hired_on.map_or(Cell::Empty, Cell::Day),
        Cell::Empty,
        text(person.email.as_deref()),
        text(person.phone.as_deref()),
        number(person.weekly_load),
    ]
}

/// Remarks about a file, to be handed out as a table.
#[derive(Debug)]
pub struct Remarks<'a> {
    /// Title of the table.
    pub title: String,
    /// Line, sheet, column, value, kind, message, the whole line of the file.
    pub headings: [String; 7],
    /// The remarks.
    pub messages: &'a [Message],
}

/// Writes remarks in the words that are handed in.
pub fn remarks(
    context: &Context<'_>,
    remarks: &Remarks<'_>,
    kind: impl Fn(&Message) -> String,
    words: impl Fn(&Message) -> String,
) -> Result<Download, Failed<Never>> {
    let column = |heading: &String| Column { heading: heading.clone(), kind: CellKind::Text };
    // A remark quotes: a heading of a page's length says no more than its beginning.
    let quote = |text: &str| -> String { text.chars().take(exchange::roster::MAX_CELL + 1).collect() };
    let quoted = |words: &str| text(Some(&quote(words)));
    let row = |message: &Message| {
        vec![
            Cell::Number(message.line.into()),
            quoted(message.sheet.as_deref().unwrap_or_default()),
            quoted(message.column.as_deref().unwrap_or_default()),
            quoted(&message.value),
            quoted(&kind(message)),
            quoted(&words(message)),
            quoted(&message.original),
        ]
    };
    let whole = Table {
        title: remarks.title.clone(),
        columns: remarks.headings.iter().map(column).collect(),
        rows: remarks.messages.iter().map(row).collect(),
    };
    table(context, &whole, Form::Csv)
}
