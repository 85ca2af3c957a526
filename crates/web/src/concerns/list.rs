//! The cases that the reader may lead, and what they raised themselves.

use super::{ListPath, NewPath, ShowPath, shell};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::concerns::board;
use axum::response::Response;
use domain::Day;
use domain::concerns::Concern;

/// A concern in the list.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "concerns/list.html")]
struct List {
    shell: Shell,
    today: Day,
    raise: String,
    cases: Vec<Row>,
    own: Vec<Row>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let board = board(&mut tx, &page.context()).await?;
    let row = |concern: &Concern| Row {
        title: concern.child.clone(),
        text: state(&page, concern),
        href: ShowPath { id: concern.id.clone() }.to_string(),
    };
    page.show(&List {
        shell: shell(&page),
        today: page.today(),
        raise: NewPath.to_string(),
        cases: board.cases.iter().map(row).collect(),
        own: board.own.iter().map(row).collect(),
    })
}

/// When it was raised, and how far it is.
pub(super) fn state(page: &Page, concern: &Concern) -> String {
    Said::new(format!("concerns-state-{}", concern.state.word()))
        .with("day", i18n::day(page.lang(), concern.raised_on))
        .words(page.lang())
}
