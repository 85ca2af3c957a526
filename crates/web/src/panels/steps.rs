//! What whoever leads the exam does with its judges.

use super::board::draw;
use super::{AskPath, BoardPath, ReleasePath, StepPath, refusal};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::panels::Refused;
use axum::http::StatusCode;
use axum::response::Response;
use domain::ExamId;

/// The page with a message, or with what is wrong under a field.
async fn answer(
    page: &Page,
    id: ExamId,
    place: &str,
    mut fields: Fields,
    done: Result<&'static str, Failed<Refused>>,
) -> Result<Response, PageError> {
    match done {
        Ok(key) => Ok(page.done(&BoardPath { id }, key, &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = refusal(page, &why);
            fields.refuse(place, key, &args);
            draw(page, &id, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn ask(path: AskPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let person = fields.value("judge").into();
    let done = actions::panels::ask(&page.context(), &path.id, &person).await;
    answer(&page, path.id, "judge", fields, done.map(|()| "panels-done-asked")).await
}

pub(super) async fn release(path: ReleasePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let person = fields.value("judge").into();
    let done = actions::panels::release(&page.context(), &path.id, &person).await;
    answer(&page, path.id, "judge", fields, done.map(|()| "panels-done-released")).await
}

pub(super) async fn step(path: StepPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (context, id) = (page.context(), &path.id);
    let done = match fields.value("step") {
        "discuss" => actions::panels::discuss(&context, id).await.map(|()| "panels-done-discussed"),
        "close" => actions::panels::close(&context, id).await.map(|()| "panels-done-closed"),
        "take" => actions::panels::take(&context, id).await.map(|()| "panels-done-taken"),
        "renew" => actions::panels::renew(&context, id).await.map(|()| "panels-done-renewed"),
        _ => return draw(&page, id, StatusCode::UNPROCESSABLE_ENTITY, fields).await,
    };
    answer(&page, path.id.clone(), "step", fields, done).await
}
