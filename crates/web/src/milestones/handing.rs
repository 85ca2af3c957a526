//! The checklist, handed out to whoever reads it.

use super::{PaperPath, TablePath};
use crate::{Page, PageError, handouts};
use actions::milestones::list;
use axum::response::Response;

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = handouts::lang(&path.lang)?;
    handouts::paper(&page, list(&page.context(), &path.newcomer, lang).await?, "adaptation").await
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let list = list(&page.context(), &path.newcomer, page.lang()).await?;
    handouts::table(&page, list, &path.form, "adaptation")
}
