//! The log of a pair, handed out to either of the two.

use super::{JournalPaperPath, JournalTablePath};
use crate::{Page, PageError, handouts};
use actions::meetings::journal::list;
use axum::response::Response;

pub(super) async fn paper(path: JournalPaperPath, page: Page) -> Result<Response, PageError> {
    let lang = handouts::lang(&path.lang)?;
    handouts::paper(&page, list(&page.context(), &path.pair, lang).await?, "journal").await
}

pub(super) async fn table(path: JournalTablePath, page: Page) -> Result<Response, PageError> {
    let list = list(&page.context(), &path.pair, page.lang()).await?;
    handouts::table(&page, list, &path.form, "journal")
}
