//! A pause: for a while no new requests come, on a named day they come again by themselves (feat:B6).

use super::hall::{Hall, not_begun};
use super::{OwnPath, PausePath};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::mentors::PauseRefused;
use i18n::Arg;

#[derive(askama::Template)]
#[template(path = "mentors/pause.html")]
struct Pause {
    shell: Shell,
    date: String,
    /// First day back, while the mentor pauses.
    back_on: Option<Day>,
    /// The last day that may be named, in words and for the field.
    latest: Day,
    tomorrow: String,
    fields: Fields,
    /// Why nothing was changed, where no field is to blame.
    refused: String,
}

pub(super) async fn show(_: PausePath, page: Page) -> Result<Response, PageError> {
    let fields = Fields::beginning(page.lang(), &[]);
    draw(&page, fields, None).await
}

pub(super) async fn save(_: PausePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let hall = Hall::load(&page, &mut tx).await?.ok_or(PageError::NotFound)?;
    drop(tx);
    let mine = hall.mentor_of(&page.actor().person).ok_or(PageError::NotFound)?;
    let resumes = fields.value("step") == "resume";
    let back_on = if resumes { None } else { fields.day("back_on") };
    if !fields.is_right() {
        return draw(&page, fields, None).await;
    }
    match actions::mentors::pause(&page.context(), &mine.id, back_on).await {
        Ok(()) => Ok(match back_on {
            Some(day) => {
                let day = i18n::day_short(page.lang(), day);
                page.done(&OwnPath, "mentors-done-paused", &[("day", day)])
            }
            None => page.done(&OwnPath, "mentors-done-resumed", &[]),
        }),
        Err(Failed::Refused(why)) => draw(&page, fields, Some(why)).await,
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, mut fields: Fields, why: Option<PauseRefused>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let Some(hall) = Hall::load(page, &mut tx).await? else { return not_begun(page) };
    let mine = hall.mentor_of(&page.actor().person).ok_or(PageError::NotFound)?;
    let refused = match why {
        Some(PauseRefused::NotNow(_)) => page.text("mentors-refused-not-now"),
        Some(PauseRefused::NotOpen) => page.text("mentors-refused-not-open"),
        Some(PauseRefused::Past) => {
            fields.refuse("back_on", "mentors-pause-past", &[]);
            String::new()
        }
        Some(PauseRefused::TooLong { until }) => {
            let day = Arg::from(i18n::day_short(page.lang(), until));
            fields.refuse("back_on", "mentors-pause-too-long", &[("day", day)]);
            String::new()
        }
        None => String::new(),
    };
    let is_right = refused.is_empty() && fields.is_right();
    let status = if is_right { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let pause = Pause {
        shell: page.shell(),
        date: i18n::day_with_weekday(page.lang(), page.today()),
        back_on: mine.paused_on(page.today()),
        latest: hall.programme.phases.work_until,
        tomorrow: page.today().tomorrow().map(|day| day.to_string()).unwrap_or_default(),
        fields,
        refused,
    };
    page.show_with(status, &pause)
}
