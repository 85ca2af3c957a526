//! Hours of volunteers for the state's register: how many there are of which days, and the table (doc:B13).

use super::{RegisterPath, VolunteersPath, shell};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters, handouts};
use actions::Failed;
use actions::pupils::hours::{Summary, list, summary};
use actions::rosters::exporting::Form;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::volunteers::register::{Period, PeriodRefused};

#[derive(askama::Template)]
#[template(path = "pupils/hours.html")]
struct Show {
    shell: Shell,
    today: Day,
    here: String,
    fields: Fields,
    /// What the table holds, and of which days; nothing where they are none.
    counted: Option<(Period, Summary)>,
    back: String,
}

/// The days that were typed.
fn period(fields: &mut Fields) -> Option<Period> {
    let (from, to) = (fields.day("from"), fields.day("to"));
    Some(Period { from: from?, to: to? })
}

/// The field that is wrong, and why.
const fn refusal(why: PeriodRefused) -> (&'static str, &'static str) {
    match why {
        PeriodRefused::Order => ("to", "pupils-register-refused-order"),
        PeriodRefused::Ahead => ("to", "pupils-register-refused-ahead"),
        PeriodRefused::Forgotten => ("from", "pupils-register-refused-forgotten"),
    }
}

pub(super) async fn show(
    _: RegisterPath,
    RawQuery(query): RawQuery,
    page: Page,
) -> Result<Response, PageError> {
    let year = Period::of_year(page.today());
    let days = [("from", year.from.to_string()), ("to", year.to.to_string())];
    let fields = match query {
        Some(query) => Fields::read(page.lang(), &query),
        None => Fields::beginning(page.lang(), &days),
    };
    draw(&page, fields).await
}

/// The page; of days that are none it says what is wrong with them.
async fn draw(page: &Page, mut fields: Fields) -> Result<Response, PageError> {
    let mut counted = None;
    if let Some(period) = period(&mut fields) {
        match summary(&mut *page.read().await?, &page.context(), period).await {
            Ok(summary) => counted = Some((period, summary)),
            Err(other) => {
                let (field, key) = refusal(refused(other)?);
                fields.refuse(field, key, &[]);
            }
        }
    }
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            here: RegisterPath.to_string(),
            fields,
            counted,
            back: VolunteersPath.to_string(),
        },
    )
}

pub(super) async fn take(_: RegisterPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let form = fields.value("form").to_owned();
    let known = fields.choice("form", Form::from_word);
    // What is wrong with the days the page finds out anew.
    let typed = period(&mut fields.clone());
    let Some(period) = typed.filter(|_| known.is_some()) else { return draw(&page, fields).await };
    match list(&page.context(), period, page.lang()).await {
        Ok(list) => handouts::table(&page, list, &form, "volunteer-hours"),
        Err(Failed::Refused(_)) => draw(&page, fields).await,
        Err(other) => Err(other.into()),
    }
}
