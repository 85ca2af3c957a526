//! The hours sheet of a mentor, handed out to them alone.

use super::{HoursPaperPath, HoursTablePath};
use crate::{Page, PageError, handouts};
use actions::meetings::hours::list;
use axum::response::Response;

pub(super) async fn paper(path: HoursPaperPath, page: Page) -> Result<Response, PageError> {
    let lang = handouts::lang(&path.lang)?;
    handouts::paper(&page, list(&page.context(), lang).await?, "hours").await
}

pub(super) async fn table(path: HoursTablePath, page: Page) -> Result<Response, PageError> {
    let list = list(&page.context(), page.lang()).await?;
    handouts::table(&page, list, &path.form, "hours")
}
