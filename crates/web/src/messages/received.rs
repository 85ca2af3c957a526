//! What was sent to the reader, in the reader's language, whether or not a letter came.

use super::ReceivedPath;
use crate::commissions::names;
use crate::forms::{Fields, encode};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::messages::{Place, received as read};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::{Day, Instant};

/// One message.
struct Row {
    subject: String,
    said: String,
    text: String,
}

#[derive(askama::Template)]
#[template(path = "messages/received.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// The next page; messages that are older.
    older: Option<String>,
    /// The way back to the latest ones.
    newest: Option<String>,
    wishes: &'static str,
}

/// A place in the order of messages, as the address has it.
fn read_place(typed: &str) -> Option<Place> {
    let (at, id) = typed.split_once('-')?;
    Some((Instant::from_millisecond(at.parse().ok()?).ok()?, id.into()))
}

fn place((at, id): &Place) -> String {
    format!("{ReceivedPath}?before={}-{}", at.as_millisecond(), encode(id.as_str()))
}

pub(super) async fn received(
    _: ReceivedPath,
    page: Page,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    let after = read_place(query.value("before"));
    let newest = after.as_ref().map(|_| ReceivedPath.to_string());
    let mut tx = page.read().await?;
    let (received, older) = read(&mut tx, &page.context(), page.lang(), after).await?;
    let names = names(&page, &mut tx).await?;
    let rows = received.into_iter().map(|one| {
        let said = Said::new("messages-said")
            .with("name", names.get(&one.by).cloned().unwrap_or_default())
            .with("day", i18n::day(page.lang(), page.local(one.at).date()))
            .words(page.lang());
        Row { subject: one.words.subject, said, text: one.words.text }
    });
    let list = List {
        shell: page.shell(),
        today: page.today(),
        rows: rows.collect(),
        older: older.as_ref().map(place),
        newest,
        wishes: crate::deliveries::PATH,
    };
    page.show(&list)
}
