//! Who stands in for a coordinator (feat:N3): named by whoever is away, or by the head, for days that lie ahead.

mod list;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::DeputyId;
use domain::people::Role;
use serde::Deserialize;

/// Those that are not over; one is named.
#[derive(TypedPath)]
#[typed_path("/deputies")]
pub(crate) struct ListPath;

/// One ends.
#[derive(TypedPath, Deserialize)]
#[typed_path("/deputies/{id}/end", rejection(PageError))]
pub(crate) struct EndPath {
    pub(crate) id: DeputyId,
}

/// Routes of deputies.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new().get(LEADERS, list::list).post(LEADERS, list::name).post(LEADERS, list::end)
}
