//! The newcomer's own page: what is still without evidence, then what has some.

use super::{AttachPath, ItemPath, OwnPath, Row, SharePath, TakeBackPath};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::competencies::own;
use axum::response::Response;
use domain::Day;
use domain::competencies::Line;

#[derive(askama::Template)]
#[template(path = "competencies/own.html")]
struct Own<'a> {
    shell: Shell,
    today: Day,
    board: String,
    text: String,
    /// The first line without evidence.
    next: Option<String>,
    suggested: Vec<&'a Row>,
    without: Vec<&'a Row>,
    with: Vec<&'a Row>,
    shared: bool,
    attach: String,
    take_back: String,
    share: String,
}

pub(super) async fn show(_: OwnPath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let opened = own(&mut tx, &page.context(), &programme).await?.ok_or(PageError::NotFound)?;
    let row = |line: &Line| {
        let competency = line.item.word().to_owned();
        Row::of(&page, &opened, line, ItemPath { competency }.to_string())
    };
    let rows: Vec<Row> = opened.frame.iter().map(row).collect();
    let (with, without): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| !row.attached.is_empty());
    let board = if without.is_empty() {
        Said::new("competencies-board-done")
    } else {
        Said::new("competencies-board").with("count", without.len())
    };
    page.show(&Own {
        shell: page.shell(),
        today: page.today(),
        text: board.explained(page.lang()),
        board: board.words(page.lang()),
        next: without.first().map(|row| row.href.clone()),
        suggested: rows.iter().filter(|row| !row.suggested.is_empty()).collect(),
        without,
        with,
        shared: opened.shared,
        attach: AttachPath.to_string(),
        take_back: TakeBackPath.to_string(),
        share: SharePath.to_string(),
    })
}
