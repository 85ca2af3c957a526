//! What the two of a pair agreed on, as a paper in Kazakh or in Russian.

use super::PaperPath;
use crate::errors::unprinted;
use crate::files::shown;
use crate::{Page, PageError};
use actions::peers::print_agreement;
use axum::response::Response;
use domain::PeerPairId;
use i18n::Lang;

pub(super) async fn agreement(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = print_agreement(&page.context(), &path.id, lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "agreement.pdf"))
}

/// Where it is printed, with the key of its language.
pub(super) fn addresses(id: &PeerPairId) -> Vec<(String, &'static str)> {
    let paper = |lang: &str| PaperPath { id: id.clone(), lang: lang.to_owned() }.to_string();
    vec![(paper("kk"), "peers-paper-kk"), (paper("ru"), "peers-paper-ru")]
}
