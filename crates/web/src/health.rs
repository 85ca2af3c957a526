//! For whoever watches the server: does it answer, and which version is it? Plain words, no detail of the
//! database.

use crate::{Access, App, Routes};
use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::routing::TypedPath;

/// 200 while the database answers, 503 otherwise.
#[derive(TypedPath)]
#[typed_path("/health")]
pub(crate) struct HealthPath;

/// The version of the program.
#[derive(TypedPath)]
#[typed_path("/version")]
pub(crate) struct VersionPath;

/// Routes for watching.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::Anyone, health).get(Access::Anyone, version)
}

async fn health(_: HealthPath, State(app): State<App>) -> (StatusCode, &'static str) {
    if app.db.answers().await {
        (StatusCode::OK, "ok\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
    }
}

async fn version(_: VersionPath) -> &'static str {
    concat!("talimger ", env!("CARGO_PKG_VERSION"), "\n")
}
