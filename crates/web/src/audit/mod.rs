//! The log: who did what when, without contents (feat:M6).

mod list;
mod things;

use crate::{Access, Routes};
use axum_extra::routing::TypedPath;
use domain::PersonId;
use domain::people::Role;

/// The log of the school.
#[derive(TypedPath)]
#[typed_path("/audit")]
pub(crate) struct ListPath;

/// Routes of the log.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::OneOf(&[Role::Coordinator, Role::Head]), list::list)
}

/// The address of the log about one person: what they did, and what was done to them.
pub(crate) fn of_person(person: &PersonId) -> String {
    format!("{ListPath}?person={}", crate::forms::encode(person.as_str()))
}
