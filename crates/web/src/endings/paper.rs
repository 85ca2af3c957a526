//! The letter of thanks, in Kazakh or in Russian.

use super::ThanksPath;
use crate::errors::unprinted;
use crate::files::shown;
use crate::{Page, PageError};
use axum::response::Response;
use i18n::Lang;

pub(super) async fn thanks(path: ThanksPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = actions::endings::print(&page.context(), &path.pair, lang, page.press()).await;
    let pdf = pdf.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "thanks.pdf"))
}
