//! The coordinator takes a right to mentor away, with a reason that stays in the school.

use super::reasoned::{self, Act};
use super::{CandidatesPath, RevokePath};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::said::Said;
use crate::{Page, PageError};
use actions::Failed;
use actions::certificates::{revocable, revoke};
use axum::response::Response;
use domain::CourseId;
use domain::courses::StepRefused;

static REVOKE: Act = Act {
    title: "courses-revoke",
    text: "courses-revoke-text",
    field: "reason",
    label: "courses-revoke-reason",
    most: 500,
    seen: "courses-seen-revoked",
    button: "courses-revoke",
    look: "danger",
};

pub(super) async fn blank(path: RevokePath, page: Page) -> Result<Response, PageError> {
    draw(&page, path.course, Fields::default()).await
}

async fn draw(page: &Page, course: CourseId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let name = revocable(&mut tx, &page.context(), &course).await?;
    let title = Said::new("courses-revoke-board").with("name", name).words(page.lang());
    reasoned::draw(page, &REVOKE, title, &RevokePath { course }, fields)
}

pub(super) async fn keep(path: RevokePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let reason = fields.text(REVOKE.field, REVOKE.most);
    if !fields.is_right() {
        return draw(&page, path.course, fields).await;
    }
    match revoke(&page.context(), &path.course, &reason).await {
        Ok(()) => Ok(page.done(&CandidatesPath, "courses-done-revoked", &[])),
        Err(Failed::Refused(StepRefused::NoReason)) => {
            fields.refuse(REVOKE.field, "courses-refused-empty", &[]);
            draw(&page, path.course, fields).await
        }
        Err(Failed::Refused(_)) => {
            Ok(page.lead(&CandidatesPath, FlashKind::Refused, "courses-refused-no-right", &[]))
        }
        Err(other) => Err(other.into()),
    }
}
