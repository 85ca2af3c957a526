//! What the two of a pair agreed on, and the order by which the programme is held, as papers in Kazakh or in Russian.

use super::{OrderPath, PaperPath};
use crate::errors::unprinted;
use crate::files::shown;
use crate::{Page, PageError};
use actions::peers::{print_agreement, print_order};
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

pub(super) async fn order(path: OrderPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = print_order(&page.context(), lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "order.pdf"))
}

/// Where the order is printed, with the key of its language.
pub(super) fn orders() -> Vec<(String, &'static str)> {
    let paper = |lang: &str| OrderPath { lang: lang.to_owned() }.to_string();
    vec![(paper("kk"), "peers-order-kk"), (paper("ru"), "peers-order-ru")]
}
