//! Who looks after which pupils: the coordinator and the head give these duties and end them
//! (docs/decisions/0043).

mod list;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::DutyId;
use serde::Deserialize;

/// Those of today; one is given.
#[derive(TypedPath)]
#[typed_path("/duties")]
pub(crate) struct ListPath;

/// One ends.
#[derive(TypedPath, Deserialize)]
#[typed_path("/duties/{id}/end", rejection(PageError))]
pub(crate) struct EndPath {
    pub(crate) id: DutyId,
}

/// Routes of duties. For everybody else they are not there, so the door is open and the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .post(Access::SignedIn, list::give)
        .post(Access::SignedIn, list::end)
}
