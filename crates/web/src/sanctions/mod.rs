//! Disciplinary sanctions of somebody: the head enters and lifts them; everybody else reads until when a person is
//! barred, in the lines of eligibility (feat:B2).

mod show;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;
use domain::{PersonId, SanctionId};
use serde::Deserialize;

/// Those of a person; one is entered.
#[derive(TypedPath, Deserialize)]
#[typed_path("/people/{id}/sanctions", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: PersonId,
}

/// One is lifted.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sanctions/{id}/lift", rejection(PageError))]
pub(crate) struct LiftPath {
    pub(crate) id: SanctionId,
}

/// Routes of sanctions.
pub(crate) fn routes() -> Routes {
    const HEAD: Access = Access::OneOf(&[Role::Head]);
    Routes::new().get(HEAD, show::show).post(HEAD, show::enter).post(HEAD, show::lift)
}
