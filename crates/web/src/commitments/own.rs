//! The newcomer's own page.

use super::{OwnPath, Ticked, duties, read};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::commitments::CommitRefused;
use domain::sides::Side;

#[derive(askama::Template)]
#[template(path = "commitments/own.html")]
struct Own {
    shell: Shell,
    today: Day,
    duties: Vec<Ticked>,
    /// When they were ticked.
    given: Option<Day>,
    fields: Fields,
}

pub(super) async fn show(_: OwnPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::beginning(page.lang(), &[]), StatusCode::OK).await
}

pub(super) async fn commit(_: OwnPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let ticked = read(Side::Newcomer, &fields.values("duty"));
    match actions::commitments::commit(&page.context(), &programme, &ticked).await {
        Ok(()) => Ok(page.done(&"/", "commitments-done", &[])),
        Err(Failed::Refused(why)) => {
            let key = match why {
                CommitRefused::NotAll => "commitments-refused-all",
                CommitRefused::Over => "commitments-refused-over",
            };
            fields.refuse("duty", key, &[]);
            draw(&page, fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, fields: Fields, status: StatusCode) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let me = &page.actor().person;
    store::newcomers::of_person(&mut tx, &programme.id, me).await?.ok_or(PageError::NotFound)?;
    let given = actions::commitments::own(&mut tx, &programme, me, Side::Newcomer).await?;
    page.show_with(
        status,
        &Own {
            shell: page.shell(),
            today: page.today(),
            duties: duties(page, Side::Newcomer, &fields.values("duty")),
            given: given.map(|given| page.local(given.given_at).date()),
            fields,
        },
    )
}
