//! The registers of mentors and of newcomers: always of today, narrowed by words, on paper and as a table (doc:A19).

mod show;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;
use serde::Deserialize;

/// A register.
#[derive(TypedPath, Deserialize)]
#[typed_path("/registers/{register}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) register: String,
}

/// On paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/registers/{register}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) register: String,
    pub(crate) lang: String,
}

/// As a table to download.
#[derive(TypedPath, Deserialize)]
#[typed_path("/registers/{register}/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) register: String,
    pub(crate) form: String,
}

/// Routes of the registers.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new().get(LEADERS, show::show).get(LEADERS, show::paper).get(LEADERS, show::table)
}
