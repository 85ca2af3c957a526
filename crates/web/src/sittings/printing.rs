//! The sheet of a sitting, handed out to whoever manages it.

use super::{PaperPath, TablePath};
use crate::{Page, PageError, handouts};
use actions::sittings::sheet;
use axum::response::Response;

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = handouts::lang(&path.lang)?;
    handouts::paper(&page, sheet(&page.context(), &path.id, lang).await?, "theory").await
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    handouts::table(&page, sheet(&page.context(), &path.id, page.lang()).await?, &path.form, "theory")
}
