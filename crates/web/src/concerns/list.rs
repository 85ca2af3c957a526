//! The cases that the reader may lead, and what they raised themselves. No row names a child: that is read in the case,
//! and whoever opens one stands in it (feat:M6).

use super::{ListPath, NewPath, ShowPath, shell};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::concerns::{Listed, board};
use axum::response::Response;
use domain::Day;
use domain::concerns::State;

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
    let row = |one: &Listed| Row {
        title: i18n::day_and_time(page.lang(), page.local(one.raised_at)),
        text: state(&page, one.raised_on, &one.state),
        href: ShowPath { id: one.id.clone() }.to_string(),
    };
    page.show(&List {
        shell: shell(&page, &mut tx).await?,
        today: page.today(),
        raise: NewPath.to_string(),
        cases: board.cases.iter().map(row).collect(),
        own: board.own.iter().map(row).collect(),
    })
}

/// When it was raised, and how far it is.
pub(super) fn state(page: &Page, raised_on: Day, state: &State) -> String {
    Said::new(format!("concerns-state-{}", state.word()))
        .with("day", i18n::day(page.lang(), raised_on))
        .words(page.lang())
}
