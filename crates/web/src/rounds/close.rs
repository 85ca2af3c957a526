//! The question before a round is closed: its lists are opened then, and it does not go on.

use super::{ClosePath, ListPath, load, step_refusal};
use crate::layout::{FlashKind, Shell};
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::response::Response;

#[derive(askama::Template)]
#[template(path = "rounds/close.html")]
struct Close {
    shell: Shell,
    action: String,
    title: String,
    back: ListPath,
}

pub(super) async fn ask(path: ClosePath, page: Page) -> Result<Response, PageError> {
    let round = load(&page, &path.id).await?;
    if !round.runs(page.today()) {
        return Ok(page.lead(&ListPath, FlashKind::Note, "rounds-refused-over", &[]));
    }
    let day = i18n::day_until(page.lang(), round.until);
    page.show(&Close {
        shell: page.shell(),
        action: path.to_string(),
        title: i18n::t(page.lang(), "rounds-close-ask", &[("until", day.into())]),
        back: ListPath,
    })
}

pub(super) async fn close(path: ClosePath, page: Page) -> Result<Response, PageError> {
    match actions::rounds::close(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "rounds-done-closed", &[])),
        Err(Failed::Refused(why)) => {
            let (key, _) = step_refusal(&page, why);
            Ok(page.lead(&ListPath, FlashKind::Note, key, &[]))
        }
        Err(other) => Err(other.into()),
    }
}
