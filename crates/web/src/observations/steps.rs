//! Steps of an observation: each changes it and leads back to its page.

use super::show::draw;
use super::{AmendPath, AnswerPath, ReadPath, SharePath, SheetPath, ShowPath, StepPath, VoidPath, refusal};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::plans::ShowPath as PlanPath;
use crate::{Page, PageError};
use actions::Failed;
use actions::observations::{Answer, Stepping};
use axum::response::Response;
use domain::ObservationId;
use domain::observations::{Audience, MOST_LINE, MOST_WORDS, Refused, Shares};
use std::fmt::Display;

/// Leads on where it was done, and shows the page with the reason where it was refused.
async fn led(
    page: &Page,
    id: ObservationId,
    to: &(impl Display + Sync),
    done: Result<(), Failed<Refused>>,
    key: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(page.done(to, key, &[])),
        Err(Failed::Refused(why)) => draw(page, &id, Some(refusal(page.lang(), why)), None).await,
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn answer(path: AnswerPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (answer, key) = match fields.value("answer") {
        "accept" => (Answer::Accept, "observations-done-agreed"),
        "decline" => (Answer::Decline, "observations-done-declined"),
        "take_back" => (Answer::TakeBack, "observations-done-withdrawn"),
        "cancel" => (Answer::Cancel, "observations-done-cancelled"),
        _ => return Err(PageError::Unreadable),
    };
    let done = actions::observations::answer(&page.context(), &path.id, answer).await;
    led(&page, path.id.clone(), &ShowPath { id: path.id }, done, key).await
}

pub(super) async fn amend(path: AmendPath, page: Page) -> Result<Response, PageError> {
    let done = actions::observations::amend(&page.context(), &path.id).await;
    led(&page, path.id.clone(), &SheetPath { id: path.id }, done, "observations-done-amend").await
}

pub(super) async fn annul(path: VoidPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let reason = fields.text("reason", MOST_LINE);
    if !fields.is_right() {
        return draw(&page, &path.id, None, Some(fields)).await;
    }
    let done = actions::observations::annul(&page.context(), &path.id, &reason).await;
    led(&page, path.id.clone(), &ShowPath { id: path.id }, done, "observations-done-void").await
}

pub(super) async fn read(path: ReadPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let number = fields.value("seen").parse().map_err(|_| PageError::Unreadable)?;
    let words = fields.optional_text("words", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, &path.id, None, Some(fields)).await;
    }
    let done = actions::observations::read(&page.context(), &path.id, number, words.as_deref()).await;
    led(&page, path.id.clone(), &ShowPath { id: path.id }, done, "observations-done-read").await
}

pub(super) async fn share(path: SharePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let named: Option<Vec<Audience>> = fields.values("with").into_iter().map(Audience::from_word).collect();
    let shares = Shares::of(&named.ok_or(PageError::Unreadable)?);
    let key = if shares.is_empty() { "observations-done-unshared" } else { "observations-done-shared" };
    let done = actions::observations::share(&page.context(), &path.id, shares).await;
    led(&page, path.id.clone(), &ShowPath { id: path.id }, done, key).await
}

pub(super) async fn step(path: StepPath, page: Page) -> Result<Response, PageError> {
    match actions::observations::take_step(&page.context(), &path.id).await {
        Ok(id) => Ok(page.done(&PlanPath { id }, "observations-done-step", &[])),
        Err(Failed::Refused(why)) => {
            let key = match why {
                Stepping::NoStep => "observations-refused-over",
                Stepping::Plan(_) => "observations-refused-plan",
            };
            Ok(page.lead(&ShowPath { id: path.id }, FlashKind::Refused, key, &[]))
        }
        Err(other) => Err(other.into()),
    }
}
