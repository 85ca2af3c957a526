//! The day, the hour and the place of a planned meeting.

use super::{EditPath, ShowPath, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::scenes::{opened, reschedule};
use axum::http::StatusCode;
use axum::response::Response;
use domain::scenes::{MOST_LINE, State};
use domain::{Day, SceneId};

#[derive(askama::Template)]
#[template(path = "scenes/edit.html")]
struct Edit {
    shell: Shell,
    today: Day,
    action: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: EditPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, None).await
}

/// The page, for whoever leads a meeting that has not begun; with what was typed where it was not taken.
async fn draw(page: &Page, id: &SceneId, typed: Option<Fields>) -> Result<Response, PageError> {
    let opened = opened(&mut *page.read().await?, &page.context(), id, page.lang()).await?;
    if !opened.leads || opened.scene.state != State::Planned {
        return Err(PageError::NotFound);
    }
    let scene = &opened.scene;
    let stands =
        [("day", scene.day.to_string()), ("from", i18n::time(scene.from)), ("place", scene.place.clone())];
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let edit = Edit {
        shell: page.shell(),
        today: page.today(),
        action: EditPath { id: id.clone() }.to_string(),
        back: ShowPath { id: id.clone() }.to_string(),
        fields: typed.unwrap_or_else(|| Fields::beginning(page.lang(), &stands)),
    };
    page.show_with(status, &edit)
}

pub(super) async fn keep(path: EditPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (day, from) = (fields.day("day"), fields.time("from"));
    let place = fields.text("place", MOST_LINE);
    let Some(when) = day.zip(from).filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, Some(fields)).await;
    };
    match reschedule(&page.context(), &path.id, when, &place).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "scenes-done-moved", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("day", refusal(why), &[]);
            draw(&page, &path.id, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}
