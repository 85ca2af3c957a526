//! What the mentor of now reads of a newcomer's frame, and the facts that they can suggest.

use super::{Candidate, Row, ShownItemPath, ShownPath, SuggestPath, choices, line};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::competencies::{Opened, shown, words};
use axum::response::Response;
use domain::{Day, NewcomerId};
use store::Tx;

#[derive(askama::Template)]
#[template(path = "competencies/shown.html")]
struct Shown {
    shell: Shell,
    today: Day,
    board: String,
    text: String,
    shared: bool,
    without: Vec<Row>,
    with: Vec<Row>,
}

#[derive(askama::Template)]
#[template(path = "competencies/suggest.html")]
struct Suggest {
    shell: Shell,
    today: Day,
    title: String,
    word: String,
    fitting: Vec<Candidate>,
    rest: Vec<Candidate>,
    send: String,
    back: String,
}

async fn opened(page: &Page, tx: &mut Tx, newcomer: &NewcomerId) -> Result<Opened, PageError> {
    let opened = shown(tx, &page.context(), newcomer).await?.ok_or(PageError::NotFound)?;
    // The newcomer has a page of their own.
    let is_own = opened.newcomer.person == page.actor().person;
    if is_own { Err(PageError::NotFound) } else { Ok(opened) }
}

pub(super) async fn show(path: ShownPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&page, &mut tx, &path.newcomer).await?;
    let person = store::people::get(&mut tx, &opened.newcomer.person).await?.ok_or(PageError::NotFound)?;
    let row = |line| {
        let newcomer = path.newcomer.clone();
        let line: &domain::competencies::Line = line;
        let href = ShownItemPath { newcomer, competency: line.item.word().to_owned() }.to_string();
        Row::of(&page, &opened, line, href)
    };
    let rows = opened.frame.iter().map(row);
    let (with, without): (Vec<Row>, Vec<Row>) = rows.partition(|row| !row.attached.is_empty());
    let key = if opened.shared { "competencies-shown" } else { "competencies-unshown" };
    let board = Said::new(key).with("name", person.name.polite());
    page.show(&Shown {
        shell: page.shell(),
        today: page.today(),
        text: board.explained(page.lang()),
        board: board.words(page.lang()),
        shared: opened.shared,
        without,
        with,
    })
}

pub(super) async fn item(path: ShownItemPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&page, &mut tx, &path.newcomer).await?;
    let line = line(&opened, &path.competency)?;
    let (fitting, rest) = choices(&page, &opened, line);
    page.show(&Suggest {
        shell: page.shell(),
        today: page.today(),
        title: words(page.lang(), line),
        word: path.competency,
        fitting,
        rest,
        send: SuggestPath { newcomer: path.newcomer.clone() }.to_string(),
        back: ShownPath { newcomer: path.newcomer }.to_string(),
    })
}
