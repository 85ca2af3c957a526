//! Days on which somebody is not at school (feat:C2): the coordinator enters them, and joint work is planned around them.

mod list;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::AbsenceId;
use domain::people::Role;
use serde::Deserialize;

/// Those that are not over; one is entered.
#[derive(TypedPath)]
#[typed_path("/absences")]
pub(crate) struct ListPath;

/// One is taken off.
#[derive(TypedPath, Deserialize)]
#[typed_path("/absences/{id}/remove", rejection(PageError))]
pub(crate) struct RemovePath {
    pub(crate) id: AbsenceId,
}

/// Routes of absences.
pub(crate) fn routes() -> Routes {
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    Routes::new().get(COORDINATOR, list::list).post(COORDINATOR, list::enter).post(COORDINATOR, list::remove)
}
