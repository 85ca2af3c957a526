//! A note, to be said in other words or taken away: by whoever wrote it, and by the coordinator.

use super::{ListPath, SecretPath, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::lanterns::{keep_note, keeping, remove_note};
use axum::http::StatusCode;
use axum::response::Response;
use domain::lanterns::{MOST_LINE, MOST_WORDS};
use domain::{Day, LanternNoteId};

#[derive(askama::Template)]
#[template(path = "lanterns/secret.html")]
struct Secret {
    shell: Shell,
    today: Day,
    action: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: SecretPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.note, None).await
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &LanternNoteId, typed: Option<Fields>) -> Result<Response, PageError> {
    let note = keeping(&mut *page.read().await?, &page.context(), id).await?;
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let stands = [("title", note.title), ("words", note.words)];
    let secret = Secret {
        shell: page.shell(),
        today: page.today(),
        action: SecretPath { note: id.clone() }.to_string(),
        back: ListPath.to_string(),
        fields: typed.unwrap_or_else(|| Fields::beginning(page.lang(), &stands)),
    };
    page.show_with(status, &secret)
}

pub(super) async fn keep(path: SecretPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    if fields.value("go") == "take" {
        remove_note(&page.context(), &path.note).await?;
        return Ok(page.done(&ListPath, "lanterns-done-note-removed", &[]));
    }
    let title = fields.text("title", MOST_LINE);
    let words = fields.text("words", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, &path.note, Some(fields)).await;
    }
    let done = keep_note(&page.context(), &path.note, &title, &words).await;
    match page.sent(&ListPath, done, &mut fields, ("title", refusal), "lanterns-done-note-kept")? {
        Some(taken) => Ok(taken),
        None => draw(&page, &path.note, Some(fields)).await,
    }
}
