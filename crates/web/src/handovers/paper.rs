//! The application as a paper, for whoever has asked.

use super::PaperPath;
use crate::files::shown;
use crate::{Page, PageError};
use actions::Failed;
use axum::response::Response;
use i18n::Lang;

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf =
        actions::handovers::print(&page.context(), &path.id, lang).await.map_err(|failed| match failed {
            Failed::Refused(why) => PageError::Broken(why.0),
            other => other.into(),
        })?;
    Ok(shown(pdf, "application/pdf", "application.pdf"))
}
