//! What draws people to this work: the own form with what it comes to, and the groups for those who lead the programme
//! (feat:K3).

mod groups;
mod own;

use crate::{Access, Page, Routes};
use axum_extra::routing::TypedPath;
use domain::motivations::{Moment, Motive};
use domain::people::Role;

/// The own form and what it came to.
#[derive(TypedPath)]
#[typed_path("/motivations")]
pub(crate) struct OwnPath;

/// Groups that are large enough.
#[derive(TypedPath)]
#[typed_path("/motivations/groups")]
pub(crate) struct GroupsPath;

/// Routes; whoever mentors provisionally need not have the right of the programme.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    const BOTH: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    Routes::new().get(BOTH, own::show).post(BOTH, own::keep).get(LEADERS, groups::show)
}

fn moment_text(page: &Page, moment: Moment) -> String {
    page.text(&format!("motivations-moment-{}", moment.word()))
}

fn motive_text(page: &Page, motive: Motive) -> String {
    page.text(&format!("motivations-motive-{}", motive.word()))
}
