//! One organisation of the school's own: its name and grades are changed, or it is taken off the list.

use super::{Form, ListPath, RemovePath, ShowPath, beginning, refuse, said, told};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::pupils::shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::organisations::opened;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{Day, OrganisationId};

#[derive(askama::Template)]
#[template(path = "organisations/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    said: String,
    form: Form,
    remove: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, None).await
}

pub(super) async fn change(path: ShowPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(told) = told(&mut fields) else { return draw(&page, &path.id, Some(fields)).await };
    match actions::organisations::change(&page.context(), &path.id, &told).await {
        Ok(()) => Ok(page.done(&ListPath, "organisations-done-changed", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&mut fields, why);
            draw(&page, &path.id, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn remove(path: RemovePath, page: Page) -> Result<Response, PageError> {
    actions::organisations::remove(&page.context(), &path.id).await?;
    Ok(page.done(&ListPath, "organisations-done-removed", &[]))
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &OrganisationId, typed: Option<Fields>) -> Result<Response, PageError> {
    let one = opened(&mut *page.read().await?, &page.context(), id).await?;
    let fields = typed.unwrap_or_else(|| beginning(page, &one.own.told));
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let action = ShowPath { id: id.clone() }.to_string();
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            said: said(page, &one),
            title: one.own.told.name,
            form: Form::new(action, "organisations-change-act", &fields),
            remove: RemovePath { id: id.clone() }.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}
