//! What somebody takes along to another school in one file; loaded by a form, so that the log has a line of it.

use super::PackagePath;
use crate::files::attachment;
use crate::{Page, PageError};
use actions::Failed;
use axum::response::Response;

pub(super) async fn load(path: PackagePath, page: Page) -> Result<Response, PageError> {
    let bound = actions::people::package(&page.context(), &path.id, &page.app.config.address).await;
    let zip = bound.map_err(|failed| match failed {
        Failed::Refused(why) => PageError::Broken(why.0),
        other => other.into(),
    })?;
    Ok(attachment(zip, "application/zip", "mentoring.zip"))
}
