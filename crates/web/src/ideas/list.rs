//! The board of ideas, and the form that shares one.

use super::{ListPath, ShowPath, by, refusal};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::ideas::{Seen, board};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::ideas::{Draft, MOST_TITLE, MOST_WORDS, shown_on};

/// An idea on the board.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "ideas/list.html")]
struct List {
    shell: Shell,
    today: Day,
    title: String,
    open: Vec<Row>,
    over: Vec<Row>,
    /// Taken off the board: the reader's own, or all for the coordinator.
    removed: Vec<Row>,
    /// The reader may share.
    shares: bool,
    /// From when on others see what is shared today without a name.
    later: String,
    action: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

pub(super) async fn share(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    // Who may not share does not come so far, whatever was typed.
    if !board(&mut *page.read().await?, &page.context()).await?.shares {
        return Err(PageError::Forbidden);
    }
    let title = fields.text("title", MOST_TITLE);
    let words = fields.text("words", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, fields).await;
    }
    let draft = Draft { title, words, unnamed: fields.ticked("unnamed") };
    match actions::ideas::share(&page.context(), &draft).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "ideas-done-shared", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("title", refusal(why), &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

fn row(page: &Page, names: &Names, idea: &Seen) -> Row {
    let lang = page.lang();
    let waits = idea.shown_on > page.today();
    let state = match (&idea.removed, waits) {
        (Some(_), _) => page.text("ideas-state-removed"),
        (None, true) => Said::new("ideas-from").with("day", i18n::day(lang, idea.shown_on)).words(lang),
        (None, false) => page.text(&format!("ideas-state-{}", idea.state.word())),
    };
    let votes = Said::new("ideas-votes").with("count", idea.votes).words(lang);
    let who = by(page, names, idea.author.as_ref(), (idea.mine, idea.unnamed));
    Row {
        title: idea.title.clone(),
        text: [state, votes, who].join(" · "),
        href: ShowPath { id: idea.id.clone() }.to_string(),
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let board = board(&mut tx, &page.context()).await?;
    let names = names(page, &mut tx).await?;
    let rows = |there: fn(&&Seen) -> bool| -> Vec<Row> {
        board.ideas.iter().filter(there).map(|idea| row(page, &names, idea)).collect()
    };
    let open = rows(|idea| idea.removed.is_none() && idea.state.is_open());
    let said = match open.len() {
        0 => Said::new("ideas-board-none"),
        count => Said::new("ideas-board").with("count", count),
    };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: page.shell(),
            today: page.today(),
            title: said.words(page.lang()),
            open,
            over: rows(|idea| idea.removed.is_none() && !idea.state.is_open()),
            removed: rows(|idea| idea.removed.is_some()),
            shares: board.shares,
            later: Said::new("ideas-unnamed-hint")
                .with("day", i18n::day(page.lang(), shown_on(true, page.today())))
                .words(page.lang()),
            action: ListPath.to_string(),
            fields,
        },
    )
}
