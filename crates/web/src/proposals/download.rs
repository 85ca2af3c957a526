//! The certificate as two files: what the engine worked from and what it found, by id. Anybody to whom the
//! coordinator hands them can check them with `talimger pair verify`.

use super::{InstancePath, MatchingPath, load};
use crate::{Page, PageError};
use axum::response::Response;

pub(super) async fn instance(path: InstancePath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (proposal, _) = load(&page, &mut tx, &path.id).await?;
    let lists = actions::proposals::instance(&proposal)?;
    Ok(crate::files::attachment(lists, "application/json", "INSTANCE.json"))
}

pub(super) async fn matching(path: MatchingPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (proposal, _) = load(&page, &mut tx, &path.id).await?;
    Ok(crate::files::attachment(proposal.certificate, "application/json", "MATCHING.json"))
}
