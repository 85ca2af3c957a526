//! How far a bundle is, and the file once it is ready. The page looks again by itself, without JavaScript.

use super::{FilePath, ShowPath};
use crate::files::attachment;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::bundles::{KEPT_DAYS, State};

#[derive(askama::Template)]
#[template(path = "bundles/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// It came to nothing.
    failed: bool,
    /// The papers are being counted.
    counting: bool,
    /// Papers made, and papers to be made; while somebody works on it.
    progress: Option<(usize, usize)>,
    /// The file, once it is ready.
    file: Option<String>,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let bundle = actions::bundles::opened(&mut tx, &page.context(), &path.id).await?;
    let bundle = bundle.ok_or(PageError::NotFound)?;
    let progress = match bundle.state {
        State::Waiting => Some((0, 1)),
        State::Making { done, total } => Some((done, total)),
        State::Ready { .. } | State::Failed { .. } => None,
    };
    let text = format!("bundles-text-{}", bundle.state.word());
    let ready = matches!(bundle.state, State::Ready { .. });
    page.show(&Show {
        shell: page.shell(),
        today: page.today(),
        title: page.text(&format!("bundles-board-{}", bundle.state.word())),
        text: i18n::t(page.lang(), &text, &[("days", KEPT_DAYS.into())]),
        failed: matches!(bundle.state, State::Failed { .. }),
        counting: bundle.state == State::Waiting,
        progress,
        file: ready.then(|| FilePath { id: bundle.id }.to_string()),
    })
}

pub(super) async fn file(path: FilePath, page: Page) -> Result<Response, PageError> {
    let zip = actions::bundles::take(&page.context(), &path.id).await?;
    Ok(attachment(zip, "application/zip", "documents.zip"))
}
