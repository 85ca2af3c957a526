//! The history of a report: who did what, when, and from what to what (feat:F10).

use super::{HistoryPath, ShowPath, label};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::reports::{Deed, Event, Form};
use domain::{Day, PersonId};
use std::collections::BTreeMap;

/// One deed.
struct Line {
    iso: String,
    when: String,
    title: String,
    who: String,
    difference: String,
}

#[derive(askama::Template)]
#[template(path = "reports/history.html")]
struct History {
    shell: Shell,
    today: Day,
    lines: Vec<Line>,
    report: String,
}

pub(super) async fn show(path: HistoryPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let context = page.context();
    let opened = actions::reports::opened(&mut tx, &context, &path.id).await?.ok_or(PageError::NotFound)?;
    let mut names: BTreeMap<PersonId, String> = BTreeMap::new();
    let mut lines = Vec::new();
    for event in actions::reports::history(&mut tx, &context, &opened).await? {
        if !names.contains_key(&event.by) {
            let person = store::people::get(&mut tx, &event.by).await?;
            names.insert(event.by.clone(), person.map(|one| one.name.polite()).unwrap_or_default());
        }
        let at = page.local(event.at);
        lines.push(Line {
            iso: at.date().to_string(),
            when: i18n::day_and_time(page.lang(), at),
            title: page.text(&format!("reports-deed-{}", event.deed.word())),
            who: names.get(&event.by).cloned().unwrap_or_default(),
            difference: difference(&page, &opened.report.form, &event),
        });
    }
    let report = ShowPath { id: path.id }.to_string();
    page.show(&History { shell: page.shell(), today: page.today(), lines, report })
}

fn difference(page: &Page, form: &Form, event: &Event) -> String {
    let Some(key) = &event.field else { return String::new() };
    let field = form.field(key).map(|field| label(page.lang(), &field.label)).unwrap_or_default();
    let words = |text: &Option<String>| text.clone().unwrap_or_else(|| page.text("reports-history-nothing"));
    let said = match event.deed {
        Deed::Returned => Said::new("reports-history-comment").with("comment", words(&event.became)),
        _ => Said::new("reports-history-differs")
            .with("was", words(&event.was))
            .with("became", words(&event.became)),
    };
    said.with("field", field).words(page.lang())
}
