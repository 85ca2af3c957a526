//! The application as a paper, for whoever has asked.

use super::PaperPath;
use crate::errors::unprinted;
use crate::files::shown;
use crate::{Page, PageError};
use axum::response::Response;
use i18n::Lang;

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let printed = actions::handovers::print(&page.context(), &path.id, lang).await;
    Ok(shown(printed.map_err(unprinted)?, "application/pdf", "application.pdf"))
}
