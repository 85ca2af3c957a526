//! Appointments, for the head and the coordinator: who is without a pair when the choice is over, and why as far as
//! both may know it; a mentor is appointed with a reason that the two read (feat:C21). No list, request, impression
//! or «no» is loaded here.

mod form;
mod list;
mod show;
mod warnings;

pub(crate) use form::{
    Appointing, Candidate, MOST_REASON, Offered, appoint_refusal, free_mentors, offer, sent,
};
pub(crate) use warnings::{Warned, Warnings};

use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::NewcomerId;
use domain::people::Role;
use domain::permissions::{Action, may};
use serde::Deserialize;

/// Everybody without a pair. It lies within the place of the pairs.
#[derive(TypedPath)]
#[typed_path("/pairs/appoint")]
pub(crate) struct ListPath;

/// A mentor is appointed for one of them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/appoint/{newcomer}", rejection(PageError))]
pub(crate) struct AppointPath {
    pub(crate) newcomer: NewcomerId,
}

/// Routes of appointments.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new().get(LEADERS, list::list).get(LEADERS, show::show).post(LEADERS, show::appoint)
}

/// Somebody who may appoint in this school.
fn permit(page: &Page, school: &domain::SchoolId) -> Result<(), PageError> {
    may(page.actor(), &Action::Appoint(school))
        .map_err(|denied| actions::Failed::<actions::Never>::from(denied).into())
}
