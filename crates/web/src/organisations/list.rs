//! The organisations of the school's own, and the form that adds one.

use super::{Form, ListPath, ShowPath, beginning, refuse, said, told};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::programmes::ShowPath as ProgrammePath;
use crate::pupils::{VolunteersPath, shell};
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::organisations::{Standing, standing};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::organisations::{GRADES, Told};

/// One of them.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "organisations/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    form: Form,
    /// Where the grades of those that acts and press name are set.
    settings: String,
    back: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let fields = beginning(&page, &Told { name: String::new(), grades: GRADES });
    draw(&page, fields).await
}

pub(super) async fn add(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(told) = told(&mut fields) else { return draw(&page, fields).await };
    match actions::organisations::add(&page.context(), &told).await {
        Ok(()) => Ok(page.done(&ListPath, "organisations-done-added", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&mut fields, why);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let standing = standing(&mut *page.read().await?, &page.context()).await?;
    let row = |one: &Standing| Row {
        title: one.own.told.name.clone(),
        text: said(page, one),
        href: ShowPath { id: one.own.id.clone() }.to_string(),
    };
    let mut rows: Vec<Row> = standing.iter().map(row).collect();
    i18n::sort_by_name(page.lang(), &mut rows, |one| &one.title);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: shell(page),
            today: page.today(),
            rows,
            form: Form::new(ListPath.to_string(), "organisations-add-act", &fields),
            settings: ProgrammePath.to_string(),
            back: VolunteersPath.to_string(),
            fields,
        },
    )
}
