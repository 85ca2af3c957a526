//! The journal of weekly meetings of pupils, week by week; a week goes on without network (feat:I5;
//! docs/decisions/0040, 0048). One file for each page; the template lies beside it.

mod list;
mod printing;
mod show;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::Day;
use serde::Deserialize;

/// The weeks of the journal.
#[derive(TypedPath)]
#[typed_path("/journals")]
pub(crate) struct ListPath;

/// A week, by its Monday.
#[derive(TypedPath, Deserialize)]
#[typed_path("/journals/{week}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) week: String,
}

/// Marks of a week are saved, or the week is signed.
#[derive(TypedPath, Deserialize)]
#[typed_path("/journals/{week}/marks", rejection(PageError))]
pub(crate) struct MarksPath {
    pub(crate) week: String,
}

/// The signature of a week is taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/journals/{week}/reopen", rejection(PageError))]
pub(crate) struct ReopenPath {
    pub(crate) week: String,
}

/// The journal up to a week on paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/journals/{week}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) week: String,
    pub(crate) lang: String,
}

/// The same as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/journals/{week}/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) week: String,
    pub(crate) form: String,
}

impl ShowPath {
    /// The address of a week.
    pub(crate) fn of(week: Day) -> Self {
        Self { week: week.to_string() }
    }
}

/// The day in an address.
fn day(week: &str) -> Result<Day, PageError> {
    week.parse().map_err(|_| PageError::NotFound)
}

/// Routes of the journal. Who looks after whom is a duty, not a role: the door is open and the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .get(Access::SignedIn, show::show)
        .get(Access::SignedIn, printing::paper)
        .get(Access::SignedIn, printing::table)
        .post(Access::SignedIn, show::marks)
        .post(Access::SignedIn, show::reopen)
}
