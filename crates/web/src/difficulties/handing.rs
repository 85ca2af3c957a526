//! The map, handed out to whoever reads it.

use super::{PaperPath, TablePath};
use crate::errors::unprinted;
use crate::files::{attachment, shown};
use crate::{Page, PageError};
use actions::difficulties;
use actions::rosters::exporting::Form;
use axum::response::Response;
use i18n::Lang;

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = difficulties::print(&page.context(), &path.newcomer, lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "difficulties.pdf"))
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let form = Form::from_word(&path.form).ok_or(PageError::NotFound)?;
    let file = difficulties::table(&page.context(), &path.newcomer, page.lang(), form).await?;
    Ok(attachment(file.bytes, file.media, &format!("difficulties.{}", path.form)))
}
