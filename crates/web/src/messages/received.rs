//! What was sent to the reader, in the reader's language, whether or not a letter came.

use super::ReceivedPath;
use crate::commissions::names;
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::messages::received as read;
use axum::response::Response;
use domain::Day;

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
    wishes: &'static str,
}

pub(super) async fn received(_: ReceivedPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let received = read(&mut tx, &page.context(), page.lang()).await?;
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
        wishes: crate::deliveries::PATH,
    };
    page.show(&list)
}
