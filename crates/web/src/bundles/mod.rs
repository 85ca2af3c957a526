//! Papers in one file (feat:F12): asked for, made in the background, taken. One file for each page.

mod ask;
mod show;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;
use domain::{BundleId, PairId};
use serde::Deserialize;

/// The papers of the year, or of every year, are asked for.
#[derive(TypedPath)]
#[typed_path("/bundles")]
pub(crate) struct AskPath;

/// The papers of a pair, at once.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/{pair}/bundle", rejection(PageError))]
pub(crate) struct PairPath {
    pub(crate) pair: PairId,
}

/// How far it is.
#[derive(TypedPath, Deserialize)]
#[typed_path("/bundles/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: BundleId,
}

/// The file.
#[derive(TypedPath, Deserialize)]
#[typed_path("/bundles/{id}/file", rejection(PageError))]
pub(crate) struct FilePath {
    pub(crate) id: BundleId,
}

/// Routes of bundles. Papers are asked for by a form: the log has a line of it.
pub(crate) fn routes() -> Routes {
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    Routes::new()
        .post(COORDINATOR, ask::year)
        .post(COORDINATOR, ask::pair)
        .get(COORDINATOR, show::show)
        .get(COORDINATOR, show::file)
}
