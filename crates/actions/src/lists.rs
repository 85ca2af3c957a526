//! A list on paper, in Kazakh and in Russian, and as a table to download: one set of cells for both, so that neither says
//! what the other does not (doc:A6, A7, A8, A19; neg:N18).

use crate::orders::{Unprintable, laid_out};
use crate::rosters::exporting::{Download, Form, table as written};
use crate::{Context, Failed, Never};
use documents::lists as printed;
use documents::tables;
use domain::newcomers::Newcomer;
use domain::programmes::Programme;
use domain::schools::School;
use domain::{Day, SchoolId};
use i18n::{Lang, t};
use store::Tx;

/// A school year of a school, with or without a programme in it: what the head of a list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Year {
    pub(crate) school: SchoolId,
    /// The calendar year in which it begins.
    pub(crate) first: i16,
}

impl From<&Programme> for Year {
    fn from(programme: &Programme) -> Self {
        Self { school: programme.school.clone(), first: programme.first_year }
    }
}

/// A list of a school year in one language, whole enough to be handed out: whoever has it may read it.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    pub(crate) year: Year,
    pub(crate) lang: Lang,
    /// What it is.
    pub(crate) title: String,
    /// Whom and what it is about; nothing where the title says it all.
    pub(crate) about: Vec<String>,
    pub(crate) columns: Vec<Column>,
    /// Rows from top to bottom, each with one cell for each column.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) caption: String,
    /// How much of the page it takes beside the others.
    pub(crate) width: u8,
    /// What it mostly holds in the table.
    pub(crate) kind: tables::Kind,
}

impl Column {
    /// A column whose caption stands under a key.
    pub(crate) fn new(lang: Lang, key: &str, width: u8, kind: tables::Kind) -> Self {
        Self { caption: t(lang, key, &[]), width, kind }
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Words, line by line; nothing where nothing is known.
    Lines(Vec<String>),
    /// A number.
    Number(u32),
    /// A day.
    Day(Day),
}

impl Cell {
    /// Words of one line; a blank one is an empty cell.
    pub(crate) fn words(words: impl Into<String>) -> Self {
        let words: String = words.into();
        Self::Lines(if words.is_empty() { Vec::new() } else { vec![words] })
    }

    fn on_paper(self, lang: Lang) -> Vec<String> {
        match self {
            Self::Lines(lines) => lines,
            Self::Number(number) => vec![number.to_string()],
            Self::Day(day) => vec![i18n::day(lang, day)],
        }
    }

    fn in_table(&self) -> tables::Cell {
        match self {
            Self::Lines(lines) if lines.is_empty() => tables::Cell::Empty,
            Self::Lines(lines) => tables::Cell::Text(lines.join("; ")),
            Self::Number(number) => tables::Cell::Number((*number).into()),
            Self::Day(day) => tables::Cell::Day(*day),
        }
    }
}

/// What every paper says of the school.
pub(crate) fn school_of(school: &School) -> documents::School {
    documents::School {
        name: documents::Both::new(&school.name_kk, &school.name_ru),
        locality: documents::Both::new(&school.place_kk, &school.place_ru),
        bin: school.bin.clone(),
    }
}

impl List {
    /// Prints the list as of today.
    pub async fn print(self, context: &Context<'_>) -> Result<Vec<u8>, Failed<Unprintable>> {
        let school = store::schools::get(&mut *context.db.read().await?, &self.year.school).await?;
        let (school, lang) = (school.ok_or(Failed::NotFound)?, self.lang);
        let paper = printed::List {
            school: school_of(&school),
            school_year: self.year.first,
            date: context.today,
            title: self.title,
            about: self.about,
            columns: self
                .columns
                .into_iter()
                .map(|column| printed::Column { caption: column.caption, width: column.width })
                .collect(),
            rows: self
                .rows
                .into_iter()
                .map(|row| row.into_iter().map(|cell| cell.on_paper(lang)).collect())
                .collect(),
        };
        let made_at = context.now;
        laid_out(move || printed::pdf(&paper, lang, made_at)).await
    }

    /// The list as a table.
    pub fn table(self, context: &Context<'_>, form: Form) -> Result<Download, Failed<Never>> {
        let column = |column: Column| tables::Column { heading: column.caption, kind: column.kind };
        let row = |row: &Vec<Cell>| row.iter().map(Cell::in_table).collect();
        let table = tables::Table {
            title: self.title,
            columns: self.columns.into_iter().map(column).collect(),
            rows: self.rows.iter().map(row).collect(),
        };
        written(context, &table, form)
    }
}

/// The school year and the full name of a newcomer whom a list is about.
pub(crate) async fn whose(tx: &mut Tx, newcomer: &Newcomer) -> Result<(Year, String), Failed<Never>> {
    let programme = store::programmes::get(tx, &newcomer.school, &newcomer.programme).await?;
    let person = store::people::get(tx, &newcomer.person).await?;
    let (programme, person) = programme.zip(person).ok_or(Failed::NotFound)?;
    Ok(((&programme).into(), person.name.full()))
}
