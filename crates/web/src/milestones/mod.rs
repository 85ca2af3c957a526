//! The adaptation checklist of a newcomer: ticked by either of the two, looked at by the coordinator (doc:A6; feat:E5).

mod handing;
mod show;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::NewcomerId;
use domain::people::Role;
use serde::Deserialize;

/// The checklist of a newcomer.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/adaptation/{newcomer}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) newcomer: NewcomerId,
}

/// A line is ticked, or the tick taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/adaptation/{newcomer}/tick", rejection(PageError))]
pub(crate) struct TickPath {
    pub(crate) newcomer: NewcomerId,
}

/// The checklist on paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/adaptation/{newcomer}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) newcomer: NewcomerId,
    pub(crate) lang: String,
}

/// The checklist as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/adaptation/{newcomer}/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) newcomer: NewcomerId,
    pub(crate) form: String,
}

/// Routes of the checklist; whoever mentors provisionally need not have the right of the programme.
pub(crate) fn routes() -> Routes {
    const TWO: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    const READERS: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher, Role::Coordinator]);
    Routes::new()
        .get(READERS, show::show)
        .post(TWO, show::tick)
        .get(READERS, handing::paper)
        .get(READERS, handing::table)
}
