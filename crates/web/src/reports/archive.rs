//! The documents of a year or of a pair in one file (feat:F12). It is taken out by a form: the log has a line of it.

use super::{ArchivePath, PairArchivePath};
use crate::files::attachment;
use crate::{Page, PageError};
use actions::Failed;
use axum::response::Response;
use domain::PairId;

pub(super) async fn year(_: ArchivePath, page: Page) -> Result<Response, PageError> {
    bound(&page, None).await
}

pub(super) async fn pair(path: PairArchivePath, page: Page) -> Result<Response, PageError> {
    bound(&page, Some(&path.pair)).await
}

async fn bound(page: &Page, pair: Option<&PairId>) -> Result<Response, PageError> {
    let address = &page.app.config.address;
    let bound = actions::reports::bind(&page.context(), page.school_id()?, pair, address).await;
    let zip = bound.map_err(|failed| match failed {
        Failed::Refused(why) => PageError::Broken(why.0),
        other => other.into(),
    })?;
    Ok(attachment(zip, "application/zip", "documents.zip"))
}
