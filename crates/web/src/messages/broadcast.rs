//! What was sent, and what became of it for each.

use super::{ListPath, SentPath, whom};
use crate::commissions::names;
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::messages::sent;
use axum::response::Response;
use domain::Day;
use domain::messages::{Delivery, Outcome, Text};

/// Somebody to whom it went.
struct Row {
    name: String,
    text: String,
    chip: (&'static str, &'static str, String),
}

#[derive(askama::Template)]
#[template(path = "messages/broadcast.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    said: String,
    counts: String,
    texts: [Text; 3],
    rows: Vec<Row>,
    back: String,
}

/// How an outcome looks.
const fn look(outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Waiting => ("soon", "clock"),
        Outcome::Sent => ("done", "circle-check"),
        Outcome::OnPage => ("", "info-circle"),
        Outcome::Failed => ("bad", "alert-circle"),
    }
}

pub(super) async fn show(path: SentPath, page: Page) -> Result<Response, PageError> {
    let (mut tx, lang) = (page.read().await?, page.lang());
    let sent = sent(&mut tx, &page.context(), &path.id).await?;
    let names = names(&page, &mut tx).await?;
    let row = |one: &Delivery| {
        let (state, glyph) = look(one.outcome);
        let at = one.at.map(|at| i18n::day_and_time(lang, page.local(at)));
        Row {
            name: names.get(&one.person).cloned().unwrap_or_default(),
            text: at.unwrap_or_default(),
            chip: (state, glyph, page.text(&format!("messages-outcome-{}", one.outcome.word()))),
        }
    };
    let mut rows: Vec<Row> = sent.deliveries.iter().map(row).collect();
    i18n::sort_by_name(lang, &mut rows, |row| &row.name);
    let count = |outcome| sent.deliveries.iter().filter(|one| one.outcome == outcome).count();
    let counts = Said::new("messages-counts")
        .with("all", sent.deliveries.len())
        .with("sent", count(Outcome::Sent))
        .with("waiting", count(Outcome::Waiting))
        .with("page", count(Outcome::OnPage))
        .with("failed", count(Outcome::Failed));
    let said = Said::new("messages-sent-by")
        .with("name", names.get(&sent.broadcast.by).cloned().unwrap_or_default())
        .with("day", i18n::day(lang, sent.broadcast.on))
        .with("audience", whom(&page, &names, &sent.broadcast.to));
    let texts = sent.broadcast.texts;
    let show = Show {
        shell: page.shell(),
        today: page.today(),
        title: sent.broadcast.name,
        said: said.words(lang),
        counts: counts.words(lang),
        texts: [texts.kk, texts.ru, texts.en],
        rows,
        back: ListPath.to_string(),
    };
    page.show(&show)
}
