//! The signature folder: everything that waits for the reader, opened one by one, signed together (feat:F9).

use super::{FolderPath, ShowPath, kind_key, refusal};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::limits::{Danger, Guard};
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::{Day, ReportId};

/// A report that waits.
struct Row {
    id: ReportId,
    href: String,
    kind: String,
    people: String,
    read: bool,
}

#[derive(askama::Template)]
#[template(path = "reports/folder.html")]
struct Folder {
    shell: Shell,
    today: Day,
    title: String,
    rows: Vec<Row>,
    /// How many were read.
    ready: usize,
    has_password: bool,
    fields: Fields,
}

pub(super) async fn show(_: FolderPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default(), StatusCode::OK).await
}

async fn draw(page: &Page, fields: Fields, status: StatusCode) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let running = store::programmes::running(&mut tx, page.school_id()?, page.today()).await?;
    let waiting = match running {
        Some(programme) => actions::reports::folder(&mut tx, &page.context(), &programme).await?,
        None => Vec::new(),
    };
    let rows: Vec<Row> = waiting
        .into_iter()
        .map(|(opened, read)| {
            let facts = opened.report.content.as_ref().map(|content| &content.facts);
            let both = facts.into_iter().flat_map(|facts| [&facts.newcomer, &facts.mentor]).flatten();
            Row {
                href: ShowPath { id: opened.report.id.clone() }.to_string(),
                kind: page.text(&kind_key(opened.report.kind, opened.report.term)),
                people: both.map(|party| party.name.clone()).collect::<Vec<_>>().join(" – "),
                id: opened.report.id,
                read,
            }
        })
        .collect();
    let ready = rows.iter().filter(|row| row.read).count();
    let title = match (rows.is_empty(), ready) {
        (true, _) => page.text("reports-folder-none"),
        (false, 0) => page.text("reports-folder-board-read"),
        (false, count) => Said::new("reports-folder-board-ready").with("count", count).words(page.lang()),
    };
    let account = store::accounts::of_person(&mut tx, &page.person().id).await?;
    let has_password = account.is_some_and(|account| account.password_hash.is_some());
    let drawn = Folder { shell: page.shell(), today: page.today(), title, rows, ready, has_password, fields };
    page.show_with(status, &drawn)
}

pub(super) async fn sign(
    _: FolderPath,
    page: Page,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let ids: Vec<ReportId> = fields.values("report").into_iter().map(ReportId::from).collect();
    let secret = fields.text("secret", 200);
    if fields.is_right() && !ids.is_empty() {
        guard.by(Danger::PasswordGuessing, page.person().id.as_str())?;
        match actions::reports::sign_all(&page.context(), &ids, &secret).await {
            Ok(count) => {
                let args = [("count", count.to_string())];
                return Ok(page.done(&FolderPath, "reports-done-all", &args));
            }
            Err(failed) => {
                let (_, key) = refusal(&refused(failed)?);
                fields.refuse("secret", key, &[]);
            }
        }
    }
    draw(&page, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}
