//! Times at which somebody does not meet (feat:D1): each enters their own.

mod list;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::ReservationId;
use serde::Deserialize;

/// The own times; one of every week is entered.
#[derive(TypedPath)]
#[typed_path("/reservations")]
pub(crate) struct ListPath;

/// One on a single day is entered.
#[derive(TypedPath)]
#[typed_path("/reservations/once")]
pub(crate) struct OncePath;

/// A time of every week does not hold on a day, or holds again.
#[derive(TypedPath)]
#[typed_path("/reservations/except")]
pub(crate) struct ExceptPath;

/// One is taken off.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reservations/{id}/remove", rejection(PageError))]
pub(crate) struct RemovePath {
    pub(crate) id: ReservationId,
}

/// Routes of times at which somebody does not meet.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .post(Access::SignedIn, list::weekly)
        .post(Access::SignedIn, list::once)
        .post(Access::SignedIn, list::except)
        .post(Access::SignedIn, list::remove)
}
