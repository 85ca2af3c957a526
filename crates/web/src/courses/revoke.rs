//! The coordinator takes a right to mentor away, with a reason that stays in the school.

use super::{CandidatesPath, RevokePath};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::certificates::{revocable, revoke};
use axum::http::StatusCode;
use axum::response::Response;
use domain::courses::StepRefused;
use domain::{CourseId, Day};

/// Most characters of a reason.
const MOST_REASON: usize = 500;

#[derive(askama::Template)]
#[template(path = "courses/revoke.html")]
struct Revoke {
    shell: Shell,
    today: Day,
    title: String,
    fields: Fields,
    keep: String,
    back: String,
}

pub(super) async fn blank(path: RevokePath, page: Page) -> Result<Response, PageError> {
    draw(&page, path.course, Fields::default()).await
}

async fn draw(page: &Page, course: CourseId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let name = revocable(&mut tx, &page.context(), &course).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Revoke {
            shell: page.shell(),
            today: page.today(),
            title: Said::new("courses-revoke-board").with("name", name).words(page.lang()),
            fields,
            keep: RevokePath { course }.to_string(),
            back: CandidatesPath.to_string(),
        },
    )
}

pub(super) async fn keep(path: RevokePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let reason = fields.text("reason", MOST_REASON);
    if !fields.is_right() {
        return draw(&page, path.course, fields).await;
    }
    match revoke(&page.context(), &path.course, &reason).await {
        Ok(()) => Ok(page.done(&CandidatesPath, "courses-done-revoked", &[])),
        Err(Failed::Refused(StepRefused::NoReason)) => {
            fields.refuse("reason", "courses-refused-empty", &[]);
            draw(&page, path.course, fields).await
        }
        Err(Failed::Refused(_)) => {
            Ok(page.lead(&CandidatesPath, FlashKind::Refused, "courses-refused-no-right", &[]))
        }
        Err(other) => Err(other.into()),
    }
}
