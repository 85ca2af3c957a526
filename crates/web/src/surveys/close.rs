//! The question before a wave is closed: nobody answers it any more, and it is never opened again.

use super::{ClosePath, ListPath};
use crate::layout::{FlashKind, Shell};
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::response::Response;
use domain::permissions::{Action, may};
use domain::surveys::NotOpen;

#[derive(askama::Template)]
#[template(path = "surveys/close.html")]
struct Close {
    shell: Shell,
    action: String,
    title: String,
    back: ListPath,
}

pub(super) async fn ask(path: ClosePath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let survey = store::surveys::get(&mut tx, &path.id).await?.ok_or(PageError::NotFound)?;
    may(page.actor(), &Action::ManageSurveys(&survey.school)).map_err(|_| PageError::NotFound)?;
    if survey.runs(page.today()).is_none() {
        return Ok(page.lead(&ListPath, FlashKind::Note, "surveys-refused-closed", &[]));
    }
    let day = i18n::day_until(page.lang(), survey.until);
    page.show(&Close {
        shell: page.shell(),
        action: path.to_string(),
        title: i18n::t(page.lang(), "surveys-close-ask", &[("until", day.into())]),
        back: ListPath,
    })
}

pub(super) async fn close(path: ClosePath, page: Page) -> Result<Response, PageError> {
    match actions::surveys::close(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "surveys-done-closed", &[])),
        Err(Failed::Refused(NotOpen)) => {
            Ok(page.lead(&ListPath, FlashKind::Note, "surveys-refused-closed", &[]))
        }
        Err(other) => Err(other.into()),
    }
}
