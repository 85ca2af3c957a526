//! What papers and pages say of the school.

mod show;

use crate::{Access, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;

/// The reader's school.
#[derive(TypedPath)]
#[typed_path("/school")]
pub(crate) struct ShowPath;

/// Routes of the school.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new().get(LEADERS, show::show).post(LEADERS, show::save)
}
