//! Appeals of the school: those that wait for the reader first, then what others decide and what is over.

use super::{ListPath, ShowPath, part_text, state_text, who};
use crate::commissions::{Names, names};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::appeals::{Waiting, board};
use axum::response::Response;
use domain::Day;
use domain::appeals::Appeal;
use store::Tx;

struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "appeals/list.html")]
struct List {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    waiting: Vec<Row>,
    /// How many others decide, in words.
    elsewhere: String,
    /// How many nobody here may decide, in words.
    nobodys: String,
    over: Vec<Row>,
}

async fn titled(page: &Page, tx: &mut Tx, names: &Names, appeal: &Appeal) -> Result<String, PageError> {
    Ok(format!("{}: {}", who(page, tx, names, appeal).await?, part_text(page, &appeal.about)))
}

/// Who waits, for how many days, and until when it is to be decided.
pub(super) fn waits(page: &Page, appeal: &Appeal, due: Day) -> String {
    let days = appeal.filed_on.until(page.today()).map_or(0, |span| span.get_days());
    let key = if due < page.today() { "appeals-waits-late" } else { "appeals-waits" };
    Said::new(key).with("days", days.max(0)).day(due).words(page.lang())
}

async fn waiting(page: &Page, tx: &mut Tx, one: &Waiting, names: &Names) -> Result<Row, PageError> {
    Ok(Row {
        title: titled(page, tx, names, &one.appeal).await?,
        text: waits(page, &one.appeal, one.due),
        href: ShowPath { id: one.appeal.id.clone() }.to_string(),
    })
}

async fn over(page: &Page, tx: &mut Tx, appeal: &Appeal, names: &Names) -> Result<Row, PageError> {
    Ok(Row {
        title: titled(page, tx, names, appeal).await?,
        text: state_text(page, appeal),
        href: ShowPath { id: appeal.id.clone() }.to_string(),
    })
}

fn counted(page: &Page, key: &str, count: usize) -> String {
    if count == 0 { String::new() } else { Said::new(key).with("count", count).words(page.lang()) }
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let board = board(&mut tx, &page.context()).await?;
    let names = names(&page, &mut tx).await?;
    let said = if board.waiting.is_empty() {
        Said::new("appeals-board-quiet")
    } else {
        Said::new("appeals-board").with("count", board.waiting.len())
    };
    let (mut waits, mut ended) = (Vec::new(), Vec::new());
    for one in &board.waiting {
        waits.push(waiting(&page, &mut tx, one, &names).await?);
    }
    for one in &board.over {
        ended.push(over(&page, &mut tx, one, &names).await?);
    }
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        title: said.words(page.lang()),
        text: page.text("appeals-board-text"),
        waiting: waits,
        elsewhere: counted(&page, "appeals-elsewhere", board.elsewhere),
        nobodys: counted(&page, "appeals-nobodys", board.nobodys),
        over: ended,
    })
}
