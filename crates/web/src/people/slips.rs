//! Slips with one-time codes as a paper, and the end of sessions on lost devices (feat:A7).

use super::{SessionsPath, ShowPath, SlipsPath, list};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::accounts::{SlipsRefused, lay_out, print_slips};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::PersonId;

/// Who still waits for a slip. Codes are made by the form alone.
pub(super) async fn waiting(_: SlipsPath, page: Page) -> Result<Response, PageError> {
    list::draw(&page, Fields::beginning(page.lang(), &[("show", list::WAITING.to_owned())])).await
}

pub(super) async fn print(_: SlipsPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let people: Vec<PersonId> = if fields.ticked("everybody") {
        list::all_waiting(&page, fields.value("q")).await?
    } else {
        fields.values("person").into_iter().map(PersonId::from).collect()
    };
    let school = page.school()?;
    match print_slips(&page.context(), &school.id, &people).await {
        Ok(slips) => {
            let address = format!("{}{}", page.app.config.address, crate::accounts::CodePath);
            let pdf = lay_out(&page.context(), school, slips, page.lang(), &address).await;
            Ok(paper(pdf.map_err(|why| PageError::Broken(why.0))?))
        }
        Err(Failed::Refused(why)) => {
            fields.refuse("person", refusal(why), &[]);
            list::draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// A paper that no browser and no proxy keeps, under a name that tells nothing.
fn paper(pdf: Vec<u8>) -> Response {
    let mut response = pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"slips.pdf\""));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

const fn refusal(why: SlipsRefused) -> &'static str {
    match why {
        SlipsRefused::Nobody => "people-refused-nobody",
        SlipsRefused::Left => "people-refused-left",
    }
}

pub(super) async fn end_sessions(path: SessionsPath, page: Page) -> Result<Response, PageError> {
    actions::accounts::end_sessions(&page.context(), &path.id).await?;
    Ok(page.done(&ShowPath { id: path.id }, "people-done-sessions", &[]))
}
