//! What somebody takes along to another school in one file; loaded by a form, so that the log has a line of it.

use super::{OwnPackagePath, PackagePath};
use crate::errors::unprinted;
use crate::files::attachment;
use crate::{Page, PageError};
use axum::response::Response;
use domain::PersonId;

/// For the person.
pub(super) async fn own(_: OwnPackagePath, page: Page) -> Result<Response, PageError> {
    let own = page.actor().person.clone();
    bound(&page, &own).await
}

/// For a coordinator, of somebody of the school.
pub(super) async fn load(path: PackagePath, page: Page) -> Result<Response, PageError> {
    bound(&page, &path.id).await
}

async fn bound(page: &Page, id: &PersonId) -> Result<Response, PageError> {
    let bound = actions::people::package(&page.context(), id, page.press()).await;
    let zip = bound.map_err(unprinted)?;
    Ok(attachment(zip, "application/zip", "mentoring.zip"))
}
