//! The journal up to a week, handed out to whoever keeps it.

use super::{PaperPath, TablePath, day};
use crate::{Page, PageError, handouts};
use actions::journals::printing::list;
use axum::response::Response;

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let (week, lang) = (day(&path.week)?, handouts::lang(&path.lang)?);
    handouts::paper(&page, list(&page.context(), week, lang).await?, "journal").await
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let list = list(&page.context(), day(&path.week)?, page.lang()).await?;
    handouts::table(&page, list, &path.form, "journal")
}
