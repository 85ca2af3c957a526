//! The coordinator gives somebody who asks no place in the course now, with a word that they alone read.

use super::reasoned::{self, Act};
use super::{CandidatesPath, DeclinePath};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::said::Said;
use crate::{Page, PageError};
use actions::Failed;
use actions::courses::{MOST_WORDS, board, decline};
use axum::response::Response;
use domain::PersonId;
use domain::courses::DeclineRefused;

static DECLINE: Act = Act {
    title: "courses-decline",
    text: "courses-decline-text",
    field: "words",
    label: "courses-decline-words",
    most: MOST_WORDS,
    seen: "courses-seen-declined",
    button: "courses-decline-act",
    look: "",
};

pub(super) async fn blank(path: DeclinePath, page: Page) -> Result<Response, PageError> {
    draw(&page, path.person, Fields::default()).await
}

/// The page; whoever does not wait has none.
async fn draw(page: &Page, person: PersonId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let found = board(&mut tx, &page.context()).await?.ok_or(PageError::NotFound)?;
    let waiting = found.waiting.into_iter().find(|(one, _)| *one == person);
    let (_, name) = waiting.ok_or(PageError::NotFound)?;
    let title = Said::new("courses-decline-board").with("name", name).words(page.lang());
    reasoned::draw(page, &DECLINE, title, &DeclinePath { person }, fields)
}

pub(super) async fn keep(path: DeclinePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let words = fields.text(DECLINE.field, DECLINE.most);
    if !fields.is_right() {
        return draw(&page, path.person, fields).await;
    }
    match decline(&page.context(), &path.person, &words).await {
        Ok(()) => Ok(page.done(&CandidatesPath, "courses-done-declined", &[])),
        Err(Failed::Refused(DeclineRefused::NoWords)) => {
            fields.refuse(DECLINE.field, "courses-refused-empty", &[]);
            draw(&page, path.person, fields).await
        }
        Err(Failed::Refused(DeclineRefused::NotWaiting)) => {
            Ok(page.lead(&CandidatesPath, FlashKind::Refused, "courses-refused-not-waiting", &[]))
        }
        Err(other) => Err(other.into()),
    }
}
