//! The page of a register, its paper and its table: one list for all three.

use super::{PaperPath, ShowPath, TablePath};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Filter, Handouts};
use crate::mentors::ShowPath as MentorPath;
use crate::newcomers::ShowPath as NewcomerPath;
use crate::{Page, PageError, filters, handouts};
use actions::registers::{Row, caption, list, rows, said};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::Day;
use domain::permissions::{Action, may};
use domain::registers::{Column, Kind};

/// A cell of the table.
struct Cell {
    caption: String,
    lines: Vec<String>,
}

/// Somebody.
struct Line {
    name: String,
    /// The page of a mentor or a newcomer; the head opens none.
    href: String,
    cells: Vec<Cell>,
}

#[derive(askama::Template)]
#[template(path = "registers/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    name: String,
    captions: Vec<String>,
    lines: Vec<Line>,
    /// Everybody in the register, whatever is searched for.
    total: usize,
    kinds: Vec<Filter>,
    q: String,
    here: String,
    handouts: Handouts,
}

fn kind_of(word: &str) -> Result<Kind, PageError> {
    Kind::from_word(word).ok_or(PageError::NotFound)
}

pub(super) async fn show(
    path: ShowPath,
    RawQuery(query): RawQuery,
    page: Page,
) -> Result<Response, PageError> {
    let kind = kind_of(&path.register)?;
    let fields = Fields::read(page.lang(), &query.unwrap_or_default());
    let q = fields.value("q").trim().to_owned();
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let mut kinds = Vec::new();
    let mut found = Vec::new();
    for one in Kind::ALL {
        let rows = rows(&mut tx, &page.context(), &programme, one).await?.ok_or(PageError::NotFound)?;
        kinds.push(Filter {
            href: ShowPath { register: one.word().to_owned() }.to_string(),
            icon: "",
            count: rows.len(),
            label: page.text(&format!("registers-{}", one.word())),
            current: one == kind,
        });
        if one == kind {
            found = rows;
        }
    }
    let total = found.len();
    let leads = may(page.actor(), &Action::ManageProgramme(&programme.school)).is_ok();
    let mut lines: Vec<Line> =
        found.iter().map(|row| line(&page, kind, row, leads)).filter(|line| line.is_found_by(&q)).collect();
    i18n::sort_by_name(page.lang(), &mut lines, |line| &line.name);
    page.show(&Show {
        shell: page.shell(),
        today: page.today(),
        title: i18n::t(page.lang(), &format!("registers-board-{}", kind.word()), &[("count", total.into())]),
        name: page.text(&format!("registers-{}", kind.word())),
        captions: kind.columns().iter().map(|column| caption(page.lang(), kind, *column)).collect(),
        lines,
        total,
        kinds,
        q,
        here: path.to_string(),
        handouts: Handouts::at(&path),
    })
}

impl Line {
    /// Every word stands somewhere in the line; names are found as they are found elsewhere.
    fn is_found_by(&self, q: &str) -> bool {
        let all = self.cells.iter().flat_map(|cell| &cell.lines).map(|line| line.to_lowercase());
        let all = all.collect::<Vec<_>>().join("\n");
        q.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }
}

fn line(page: &Page, kind: Kind, row: &Row, leads: bool) -> Line {
    let href = match kind {
        Kind::Mentors => MentorPath { id: row.id.as_str().into() }.to_string(),
        Kind::Newcomers => NewcomerPath { id: row.id.as_str().into() }.to_string(),
    };
    let cell = |column: &Column| Cell {
        caption: caption(page.lang(), kind, *column),
        lines: said(page.lang(), row, *column),
    };
    Line {
        name: row.person.name.full(),
        href: if leads { href } else { String::new() },
        cells: kind.columns().iter().map(cell).collect(),
    }
}

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let (kind, lang) = (kind_of(&path.register)?, handouts::lang(&path.lang)?);
    let programme = page.programme().await?;
    handouts::paper(&page, list(&page.context(), &programme, kind, lang).await?, kind.word()).await
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let kind = kind_of(&path.register)?;
    let programme = page.programme().await?;
    let list = list(&page.context(), &programme, kind, page.lang()).await?;
    handouts::table(&page, list, &path.form, kind.word())
}
