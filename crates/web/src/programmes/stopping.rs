//! A programme is stopped: what that ends is shown first, and the reason is asked for.

use super::show::years;
use super::{OnePath, StopPath, YearsPath};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::programmes::{Ends, Stopped};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::pairs::LEAST_REASON;
use domain::permissions::{Action, may};
use domain::programmes::{Standing, StopRefused};

/// Longest reason.
const MOST_REASON: usize = 300;

#[derive(askama::Template)]
#[template(path = "programmes/stop.html")]
struct Ask {
    shell: Shell,
    today: Day,
    years: String,
    action: String,
    back: String,
    /// What ends, line by line.
    ends: Vec<String>,
    /// It is over already.
    over: bool,
    fields: Fields,
}

pub(super) async fn ask(path: StopPath, page: Page) -> Result<Response, PageError> {
    draw(&page, StatusCode::OK, &path, Fields::default()).await
}

pub(super) async fn stop(path: StopPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let reason = fields.text("reason", MOST_REASON);
    if !fields.is_right() {
        return draw(&page, StatusCode::UNPROCESSABLE_ENTITY, &path, fields).await;
    }
    match actions::programmes::stop(&page.context(), &path.id, &reason).await {
        Ok(done) => Ok(told(&page, done)),
        Err(Failed::Refused(StopRefused::ReasonTooShort)) => {
            fields.refuse("reason", "programmes-refused-stop-reason", &[("least", LEAST_REASON.into())]);
            draw(&page, StatusCode::UNPROCESSABLE_ENTITY, &path, fields).await
        }
        Err(Failed::Refused(StopRefused::Over)) => {
            draw(&page, StatusCode::UNPROCESSABLE_ENTITY, &path, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What was done, or that there was nothing left to do.
fn told(page: &Page, done: Stopped) -> Response {
    let before = |on| ("day", i18n::day(page.lang(), on));
    match done {
        Stopped::Now { told } => {
            page.done(&YearsPath, "programmes-done-stopped", &[("count", told.to_string())])
        }
        Stopped::Before { on, told: Some(told) } => {
            let args = [before(on), ("count", told.to_string())];
            page.done(&YearsPath, "programmes-done-stopped-before", &args)
        }
        Stopped::Before { on, told: None } => {
            page.done(&YearsPath, "programmes-done-stopped-known", &[before(on)])
        }
    }
}

async fn draw(
    page: &Page,
    status: StatusCode,
    path: &StopPath,
    fields: Fields,
) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageProgramme(school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let programme = store::programmes::get(&mut tx, school, &path.id).await?.ok_or(PageError::NotFound)?;
    let ends = actions::programmes::ends(&mut tx, &programme, page.today()).await?;
    let ask = Ask {
        shell: page.shell(),
        today: page.today(),
        years: years(page, programme.first_year),
        action: path.to_string(),
        back: OnePath { id: path.id.clone() }.to_string(),
        ends: lines(page, &ends),
        over: programme.standing(page.today()) != Standing::Open,
        fields,
    };
    page.show_with(status, &ask)
}

/// What ends, as far as there is any of it.
fn lines(page: &Page, ends: &Ends) -> Vec<String> {
    let counted = [
        ("programmes-ends-pairs", ends.pairs.len()),
        ("programmes-ends-requests", ends.requests.len()),
        ("programmes-ends-meetings", ends.meetings.len()),
        ("programmes-ends-turns", ends.turns.len()),
        ("programmes-ends-observations", ends.observations.len()),
        ("programmes-ends-drafts", ends.drafts.len()),
        ("programmes-ends-round", usize::from(ends.round.is_some())),
        ("programmes-ends-survey", usize::from(ends.survey.is_some())),
    ];
    let some = counted.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(key, count)| i18n::t(page.lang(), key, &[("count", count.into())])).collect()
}
