//! A plan on paper, in Kazakh or in Russian, and its steps as a table.

use super::{PaperPath, TablePath};
use crate::errors::unprinted;
use crate::files::shown;
use crate::{Page, PageError, handouts};
use axum::response::Response;
use i18n::Lang;

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let printed = actions::plans::print(&page.context(), &path.id, lang, page.press()).await;
    let pdf = printed.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "plan.pdf"))
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let list = actions::plans::list(&page.context(), &path.id, page.lang()).await?;
    handouts::table(&page, list, &path.form, "plan")
}
