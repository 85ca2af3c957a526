//! What the coordinator does with a sitting.

use super::new::{bar, whole};
use super::show::draw;
use super::{
    CallOffPath, CutPath, ExtensionPath, LookPath, MarkerPath, ShowPath, StepPath, TimePath, refusal,
};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::sittings::{Refused, managed};
use actions::{Failed, Never};
use axum::http::StatusCode;
use axum::response::Response;
use domain::calendar::instant_at;
use domain::{AttemptId, ExamId, Instant};
use jiff::ToSpan;
use jiff::civil::Time;

/// Longest reason.
const MOST_REASON: usize = 300;

/// The page of the sitting with a message, or with what is wrong under a field.
async fn answer(
    page: &Page,
    id: ExamId,
    place: &str,
    mut fields: Fields,
    done: Result<&'static str, Failed<Refused>>,
) -> Result<Response, PageError> {
    match done {
        Ok(key) => Ok(page.done(&ShowPath { id }, key, &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = refusal(page, &why);
            fields.refuse(place, key, &args);
            draw(page, &id, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn step(path: StepPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (context, id) = (page.context(), &path.id);
    let done = match fields.value("step") {
        "begin" => actions::sittings::begin(&context, id).await.map(|()| "sittings-done-begun"),
        "renew" => actions::sittings::renew(&context, id).await.map(|()| "sittings-done-renewed"),
        "close" => actions::sittings::close(&context, id).await.map(|()| "sittings-done-closed"),
        "tell" => actions::sittings::tell(&context, id).await.map(|_| "sittings-done-told"),
        _ => return draw(&page, id, StatusCode::UNPROCESSABLE_ENTITY, fields).await,
    };
    answer(&page, path.id.clone(), "step", fields, done).await
}

pub(super) async fn cut(path: CutPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(bar) = bar(&mut fields) else {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    };
    let done = actions::sittings::set_cut(&page.context(), &path.id, &bar).await;
    let place = if fields.value("method") == "judges" { "judges" } else { "points" };
    answer(&page, path.id, place, fields, done.map(|()| "sittings-done-cut")).await
}

pub(super) async fn call_off(
    path: CallOffPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let reason = fields.text("reason", MOST_REASON);
    if !fields.is_right() {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    let done = actions::sittings::call_off(&page.context(), &path.id, &reason).await;
    answer(&page, path.id, "reason", fields, done.map(|()| "sittings-done-off")).await
}

pub(super) async fn extend(
    path: ExtensionPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let Some(minutes) = whole(&mut fields, "extension") else {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    };
    let person = fields.value("person").into();
    let done = actions::sittings::extend(&page.context(), &path.id, &person, minutes).await;
    answer(&page, path.id, "extension", fields, done.map(|()| "sittings-done-extended")).await
}

/// The first instant from a start on at which clocks show a time: a sitting may go over midnight, and lost time be given
/// back on another day.
fn first_after(page: &Page, start: Instant, time: Time) -> Instant {
    let day = page.local(start).date();
    let on = |day: domain::Day| instant_at(day.to_datetime(time), page.offset());
    let same_day = on(day);
    if same_day < start { on(day.saturating_add(1.day())) } else { same_day }
}

pub(super) async fn give_back(path: TimePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (from, to) = (fields.time("from"), fields.time("to"));
    let why = fields.text("why", MOST_REASON);
    let (Some(from), Some(to), true) = (from, to, fields.is_right()) else {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    };
    let sitting = managed::<Never>(&mut *page.read().await?, &page.context(), &path.id).await?;
    let from = first_after(&page, sitting.begins, from);
    let lost = from..first_after(&page, from, to);
    let paper = Some(fields.value("paper")).filter(|id| !id.is_empty()).map(AttemptId::from);
    let done = actions::sittings::give_back(&page.context(), &path.id, paper.as_ref(), &lost, &why).await;
    answer(&page, path.id, "from", fields, done.map(|()| "sittings-done-given")).await
}

pub(super) async fn name_marker(path: MarkerPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let person = fields.value("marker").into();
    let done = actions::sittings::name_marker(&page.context(), &path.id, &person).await;
    answer(&page, path.id, "marker", fields, done.map(|()| "sittings-done-marker")).await
}

pub(super) async fn look(path: LookPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let reason = fields.text("second", MOST_REASON);
    let passed = fields.yes_or_no("passed");
    let Some(passed) = passed.filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    };
    let paper = fields.value("paper").into();
    let done = actions::sittings::look_again(&page.context(), &path.id, &paper, passed, &reason).await;
    answer(&page, path.id, "second", fields, done.map(|()| "sittings-done-looked")).await
}
