//! The dates of a programme: set up with the usual ones, moved while they are still to come.

use super::{DatesPath, NewPath, ShowPath, refusal, running};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::requests::refused;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::programmes::{Phases, SetUpRefused, year_to_set_up};
use domain::{Day, SchoolId};

/// Fields in the order of the year; the tail of their text keys.
const FIELDS: [&str; 6] =
    ["starts_on", "selection_from", "selection_until", "decision_until", "orders_until", "work_until"];

#[derive(askama::Template)]
#[template(path = "programmes/dates.html")]
struct Dates {
    shell: Shell,
    today: Day,
    /// The school year is chosen only once.
    is_new: bool,
    action: String,
    fields: Fields,
    /// Name of the field, key of its label, key of its hint.
    days: Vec<(&'static str, String, String)>,
}

pub(super) async fn blank(_: NewPath, page: Page) -> Result<Response, PageError> {
    let year = year_to_set_up(page.today());
    let mut tx = page.read().await?;
    let taken = store::programmes::has_year(&mut tx, page.school_id()?, year).await?;
    let year = if taken { year.saturating_add(1) } else { year };
    draw(&page, true, beginning(&page, year, &Phases::usual(year), 0))
}

fn beginning(page: &Page, year: i16, phases: &Phases, version: i64) -> Fields {
    let days = phases.days().map(|day| day.to_string());
    let mut values: Vec<(&str, String)> = FIELDS.into_iter().zip(days).collect();
    values.push(("first_year", year.to_string()));
    values.push(("version", version.to_string()));
    Fields::beginning(page.lang(), &values)
}

fn draw(page: &Page, is_new: bool, fields: Fields) -> Result<Response, PageError> {
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let action = if is_new { NewPath.to_string() } else { DatesPath.to_string() };
    let label = |field: &'static str| {
        (field, format!("programmes-field-{field}"), format!("programmes-field-{field}-hint"))
    };
    let days = FIELDS.into_iter().map(label).collect();
    page.show_with(
        status,
        &Dates { shell: page.shell(), today: page.today(), is_new, action, fields, days },
    )
}

fn read(fields: &mut Fields) -> Option<Phases> {
    let [starts_on, selection_from, selection_until, decision_until, orders_until, work_until] =
        FIELDS.map(|field| fields.day(field));
    Some(Phases {
        starts_on: starts_on?,
        selection_from: selection_from?,
        selection_until: selection_until?,
        decision_until: decision_until?,
        orders_until: orders_until?,
        work_until: work_until?,
    })
}

/// Puts a refusal beside the field it is about.
fn refuse(fields: &mut Fields, why: SetUpRefused) {
    let field = match why {
        SetUpRefused::YearTaken | SetUpRefused::OtherYear => "first_year",
        SetUpRefused::Phases(_) => "selection_until",
        _ => "starts_on",
    };
    fields.refuse(field, refusal(why), &[]);
}

pub(super) async fn create(_: NewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let year = fields.number("first_year", 2020..=2100).and_then(|year| i16::try_from(year).ok());
    let (Some(phases), Some(year)) = (read(&mut fields), year) else {
        return draw(&page, true, fields);
    };
    let school: &SchoolId = page.school_id()?;
    match actions::programmes::create(&page.context(), school, year, phases).await {
        Ok(_) => Ok(page.done(&ShowPath, "programmes-done-created", &[])),
        Err(failed) => {
            refuse(&mut fields, refused(failed)?);
            draw(&page, true, fields)
        }
    }
}

pub(super) async fn now(_: DatesPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let Some(programme) = store::programmes::latest(&mut tx, page.school_id()?).await? else {
        return Ok(Redirect::to(&NewPath.to_string()).into_response());
    };
    draw(&page, false, beginning(&page, programme.first_year, &programme.phases, programme.version))
}

pub(super) async fn save(_: DatesPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(phases) = read(&mut fields) else { return draw(&page, false, fields) };
    let programme = running(&page, &mut *page.read().await?).await?;
    let seen = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    match actions::programmes::reschedule(&page.context(), &programme.id, seen, phases).await {
        Ok(()) => Ok(page.done(&ShowPath, "programmes-done-dates", &[])),
        Err(failed) => {
            refuse(&mut fields, refused(failed)?);
            draw(&page, false, fields)
        }
    }
}
