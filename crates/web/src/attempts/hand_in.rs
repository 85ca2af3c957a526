//! The question before a paper is handed in: nothing can be changed afterwards.

use super::{HandInPath, PaperPath, own};
use crate::layout::{FlashKind, Shell};
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::response::Response;
use domain::exams::{Closed, State};

#[derive(askama::Template)]
#[template(path = "attempts/hand-in.html")]
struct HandIn {
    shell: Shell,
    action: String,
    title: String,
    text: String,
    back: String,
}

pub(super) async fn ask(path: HandInPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let kept = own(&page, &mut tx, &path.id).await?;
    let attempt = kept.attempt.close_if_due(page.context().now);
    let back = PaperPath { id: path.id.clone() };
    if attempt.state != State::Open {
        return Ok(page.go(&back));
    }
    let count = attempt.variant.questions.len();
    let open = count.saturating_sub(attempt.answered());
    page.show(&HandIn {
        shell: page.shell(),
        action: path.to_string(),
        title: page.text("attempts-hand-in-ask"),
        text: i18n::t(
            page.lang(),
            "attempts-hand-in-text",
            &[("open", open.into()), ("count", count.into())],
        ),
        back: back.to_string(),
    })
}

pub(super) async fn hand_in(path: HandInPath, page: Page) -> Result<Response, PageError> {
    let back = PaperPath { id: path.id.clone() };
    match actions::attempts::hand_in(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&back, "attempts-done", &[])),
        // Everything that was saved stands, whether it was handed in or the time was over.
        Err(Failed::Refused(Closed)) => Ok(page.lead(&back, FlashKind::Note, "attempts-done-late", &[])),
        Err(other) => Err(other.into()),
    }
}
