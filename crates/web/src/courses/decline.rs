//! The coordinator gives somebody who asks no place in the course now, with a word that they alone read.

use super::{CandidatesPath, DeclinePath};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::courses::{MOST_WORDS, board, decline};
use axum::http::StatusCode;
use axum::response::Response;
use domain::courses::DeclineRefused;
use domain::{Day, PersonId};

#[derive(askama::Template)]
#[template(path = "courses/decline.html")]
struct Decline {
    shell: Shell,
    today: Day,
    title: String,
    fields: Fields,
    keep: String,
    back: String,
}

pub(super) async fn blank(path: DeclinePath, page: Page) -> Result<Response, PageError> {
    draw(&page, path.person, Fields::default()).await
}

/// The page; whoever does not wait has none.
async fn draw(page: &Page, person: PersonId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let found = board(&mut tx, &page.context()).await?.ok_or(PageError::NotFound)?;
    let waiting = found.waiting.into_iter().find(|(one, _)| *one == person);
    let (_, name) = waiting.ok_or(PageError::NotFound)?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Decline {
            shell: page.shell(),
            today: page.today(),
            title: Said::new("courses-decline-board").with("name", name).words(page.lang()),
            fields,
            keep: DeclinePath { person }.to_string(),
            back: CandidatesPath.to_string(),
        },
    )
}

pub(super) async fn keep(path: DeclinePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let words = fields.text("words", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, path.person, fields).await;
    }
    match decline(&page.context(), &path.person, &words).await {
        Ok(()) => Ok(page.done(&CandidatesPath, "courses-done-declined", &[])),
        Err(Failed::Refused(DeclineRefused::NoWords)) => {
            fields.refuse("words", "courses-refused-empty", &[]);
            draw(&page, path.person, fields).await
        }
        Err(Failed::Refused(DeclineRefused::NotWaiting)) => {
            Ok(page.lead(&CandidatesPath, FlashKind::Refused, "courses-refused-not-waiting", &[]))
        }
        Err(other) => Err(other.into()),
    }
}
