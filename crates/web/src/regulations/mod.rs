//! The regulation of the programme and its road map, from the law, the settings and the calendar; the coordinator adds
//! what is the school's own (doc:A20; essay:E21).

mod change;
mod show;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;
use serde::Deserialize;

/// The regulation.
#[derive(TypedPath)]
#[typed_path("/regulations")]
pub(crate) struct ShowPath;

/// A line is added.
#[derive(TypedPath)]
#[typed_path("/regulations/add")]
pub(crate) struct AddPath;

/// A line is taken off.
#[derive(TypedPath)]
#[typed_path("/regulations/remove")]
pub(crate) struct RemovePath;

/// On paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/regulations/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) lang: String,
}

/// The road map as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/regulations/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) form: String,
}

/// Routes of the regulation: everybody of the school reads by what rules they are led.
pub(crate) fn routes() -> Routes {
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    const STAFF: Access =
        Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher, Role::Coordinator, Role::Head]);
    Routes::new()
        .get(STAFF, show::show)
        .get(STAFF, show::paper)
        .get(STAFF, show::table)
        .post(COORDINATOR, change::add)
        .post(COORDINATOR, change::remove)
}
