//! The certificate as two files: what the engine worked from and what it found, by numbers that stand nowhere else.
//! Whoever has them can check them with `talimger pair verify`.

use super::{InstancePath, MatchingPath, load};
use crate::{Page, PageError};
use actions::proposals::{Files, files};
use axum::response::Response;
use domain::ProposalId;

pub(super) async fn instance(path: InstancePath, page: Page) -> Result<Response, PageError> {
    let lists = found(&page, &path.id).await?.instance;
    Ok(crate::files::attachment(lists, "application/json", "INSTANCE.json"))
}

pub(super) async fn matching(path: MatchingPath, page: Page) -> Result<Response, PageError> {
    let matching = found(&page, &path.id).await?.matching;
    Ok(crate::files::attachment(matching, "application/json", "MATCHING.json"))
}

/// The files of a proposal, where it has any.
async fn found(page: &Page, id: &ProposalId) -> Result<Files, PageError> {
    let mut tx = page.read().await?;
    let (proposal, _) = load(page, &mut tx, id).await?;
    files(&proposal).ok_or(PageError::NotFound)
}
