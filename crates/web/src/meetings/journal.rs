//! The log of a pair, handed out to either of the two.

use super::{JournalPaperPath, JournalTablePath};
use crate::errors::unprinted;
use crate::files::{attachment, shown};
use crate::{Page, PageError};
use actions::meetings::journal;
use actions::rosters::exporting::Form;
use axum::response::Response;
use i18n::Lang;

pub(super) async fn paper(path: JournalPaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = journal::print(&page.context(), &path.pair, lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "journal.pdf"))
}

pub(super) async fn table(path: JournalTablePath, page: Page) -> Result<Response, PageError> {
    let form = Form::from_word(&path.form).ok_or(PageError::NotFound)?;
    let file = journal::table(&page.context(), &path.pair, page.lang(), form).await?;
    Ok(attachment(file.bytes, file.media, &format!("journal.{}", path.form)))
}
