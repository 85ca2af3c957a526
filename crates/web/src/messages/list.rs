//! The templates of the school, what was sent, and the form that begins a template.

use super::{ListPath, ReceivedPath, SentPath, ShowPath, refusal, whom};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::messages::standing;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::messages::{Broadcast, MOST_LINE, Message};

/// A template, or something that was sent.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "messages/list.html")]
struct List {
    shell: Shell,
    today: Day,
    messages: Vec<Row>,
    sent: Vec<Row>,
    action: String,
    received: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

pub(super) async fn add(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let name = fields.text("name", MOST_LINE);
    if !fields.is_right() {
        return draw(&page, fields).await;
    }
    match actions::messages::add(&page.context(), &name).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "messages-done-added", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("name", refusal(&why), &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

fn row(page: &Page, message: &Message) -> Row {
    let key = if message.texts.is_whole() { "messages-whole" } else { "messages-unfinished" };
    Row {
        title: message.name.clone(),
        text: page.text(key),
        href: ShowPath { id: message.id.clone() }.to_string(),
    }
}

fn sent(page: &Page, names: &Names, broadcast: &Broadcast) -> Row {
    let text = Said::new("messages-sent-on")
        .with("day", i18n::day(page.lang(), broadcast.on))
        .with("audience", whom(page, names, &broadcast.to))
        .words(page.lang());
    Row { title: broadcast.name.clone(), text, href: SentPath { id: broadcast.id.clone() }.to_string() }
}

async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let standing = standing(&mut tx, &page.context()).await?;
    let names = names(page, &mut tx).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: page.shell(),
            today: page.today(),
            messages: standing.messages.iter().map(|one| row(page, one)).collect(),
            sent: standing.sent.iter().map(|one| sent(page, &names, one)).collect(),
            action: ListPath.to_string(),
            received: ReceivedPath.to_string(),
            fields,
        },
    )
}
