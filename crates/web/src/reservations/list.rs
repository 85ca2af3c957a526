//! The own times at which nobody is to be met, and the forms that enter them.

use super::{ExceptPath, ListPath, OncePath, RemovePath};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::reservations::{Wanted, enter, except as do_except, remove as do_remove, standing};
use axum::http::StatusCode;
use axum::response::Response;
use domain::reservations::{Reservation, ReservationRefused, When};
use domain::{Day, ReservationId};

/// A time that stands.
struct Row {
    /// «Tuesday, 15:00–16:30», or the day.
    name: String,
    id: String,
    /// Days to come on which it does not hold, each as the form sends it.
    but: Vec<(Day, String)>,
    remove: String,
}

#[derive(askama::Template)]
#[template(path = "reservations/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    weekdays: Vec<Choice>,
    /// The times of every week.
    every: Vec<Choice>,
    weekly: String,
    once: String,
    except: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

pub(super) async fn weekly(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let weekday = fields.choice("weekday", |one| one.parse().ok().filter(|day| (1..=7).contains(day)));
    let times = fields.time("from_time").zip(fields.time("to_time"));
    let Some((weekday, (from, to))) = weekday.zip(times) else { return draw(&page, fields).await };
    entered(&page, fields, Wanted { when: When::Weekly { weekday, but: vec![] }, from, to }, "to_time").await
}

pub(super) async fn once(_: OncePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let day = fields.day("on_day");
    let times = fields.time("from").zip(fields.time("to"));
    let Some((day, (from, to))) = day.zip(times) else { return draw(&page, fields).await };
    entered(&page, fields, Wanted { when: When::Once(day), from, to }, "to").await
}

async fn entered(page: &Page, mut fields: Fields, wanted: Wanted, ends: &str) -> Result<Response, PageError> {
    match enter(&page.context(), &wanted).await {
        Ok(()) => Ok(page.done(&ListPath, "reservations-done", &[])),
        Err(Failed::Refused(why)) => {
            let field = if why == ReservationRefused::Past { "on_day" } else { ends };
            fields.refuse(field, refusal(why), &[]);
            draw(page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn except(_: ExceptPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let holds = fields.ticked("holds");
    let which = fields.choice("which", |id| (!id.is_empty()).then(|| ReservationId::from(id)));
    let Some((which, day)) = which.zip(fields.day("except_day")) else { return draw(&page, fields).await };
    let done = if holds { "reservations-done-holds" } else { "reservations-done-excepted" };
    match do_except(&page.context(), &which, day, holds).await {
        Ok(()) => Ok(page.done(&ListPath, done, &[("day", i18n::day(page.lang(), day))])),
        Err(Failed::Refused(why)) => {
            fields.refuse("except_day", refusal(why), &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn remove(path: RemovePath, page: Page) -> Result<Response, PageError> {
    do_remove(&page.context(), &path.id).await?;
    Ok(page.done(&ListPath, "reservations-done-removed", &[]))
}

const fn refusal(why: ReservationRefused) -> &'static str {
    match why {
        ReservationRefused::Times => "reservations-refused-times",
        ReservationRefused::Past => "reservations-refused-past",
        ReservationRefused::Many => "reservations-refused-many",
        ReservationRefused::OtherDay => "reservations-refused-day",
    }
}

fn row(page: &Page, one: &Reservation) -> Row {
    let ends = one.at.wrapping_add(jiff::SignedDuration::from_mins(one.minutes.into()));
    let times = format!("{}–{}", i18n::time(one.at), i18n::time(ends));
    let (days, but) = match &one.when {
        When::Weekly { weekday, but } => (page.weekday(*weekday), but.as_slice()),
        When::Once(day) => (i18n::day_with_weekday(page.lang(), *day), [].as_slice()),
    };
    let ahead = but.iter().filter(|day| **day >= page.today());
    Row {
        name: format!("{days}, {times}"),
        id: one.id.to_string(),
        but: ahead.map(|day| (*day, day.to_string())).collect(),
        remove: RemovePath { id: one.id.clone() }.to_string(),
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let standing = standing(&mut tx, &page.context()).await?;
    let chosen = fields.value("weekday").to_owned();
    let weekday = |one: u8| Choice::new(one.to_string(), page.weekday(one)).chosen_if(&chosen);
    let rows: Vec<Row> = standing.iter().map(|one| row(page, one)).collect();
    let every = rows.iter().zip(&standing).filter(|(_, one)| matches!(one.when, When::Weekly { .. }));
    let which = fields.value("which").to_owned();
    let every =
        every.map(|(row, _)| Choice::new(row.id.as_str(), row.name.as_str()).chosen_if(&which)).collect();
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: page.shell(),
            today: page.today(),
            rows,
            weekdays: (1..=7).map(weekday).collect(),
            every,
            weekly: ListPath.to_string(),
            once: OncePath.to_string(),
            except: ExceptPath.to_string(),
            fields,
        },
    )
}
