//! Lists of the school: brought, shown, decided upon, written, taken back, handed out.

mod bring;
mod download;
mod list;
mod show;
mod steps;
pub mod words;

use crate::{Access, PageError, Routes};
use actions::rosters::MAX_BYTES;
use axum_extra::routing::TypedPath;
use domain::ImportId;
use domain::people::Role;
use domain::rosters::UndoRefused;
use i18n::{Arg, Lang};
use serde::Deserialize;

/// Upload and history.
#[derive(TypedPath)]
#[typed_path("/rosters")]
pub(crate) struct ListPath;

/// One import.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rosters/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: ImportId,
}

/// Sheet, encoding, separator, header and columns are chosen instead of the guess.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rosters/{id}/reading", rejection(PageError))]
pub(crate) struct ReadingPath {
    pub(crate) id: ImportId,
}

/// Who is who.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rosters/{id}/decide", rejection(PageError))]
pub(crate) struct DecidePath {
    pub(crate) id: ImportId,
}

/// Written.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rosters/{id}/apply", rejection(PageError))]
pub(crate) struct ApplyPath {
    pub(crate) id: ImportId,
}

/// Taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rosters/{id}/undo", rejection(PageError))]
pub(crate) struct UndoPath {
    pub(crate) id: ImportId,
}

/// Given up.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rosters/{id}/discard", rejection(PageError))]
pub(crate) struct DiscardPath {
    pub(crate) id: ImportId,
}

/// Remarks as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rosters/{id}/problems.csv", rejection(PageError))]
pub(crate) struct ProblemsPath {
    pub(crate) id: ImportId,
}

/// An empty list to fill in.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rosters-template/{kind}/{lang}", rejection(PageError))]
pub(crate) struct TemplatePath {
    pub(crate) kind: String,
    pub(crate) lang: String,
}

/// What stands, in the shape of the template.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rosters-export/{kind}/{form}", rejection(PageError))]
pub(crate) struct ExportPath {
    pub(crate) kind: String,
    pub(crate) form: String,
}

/// The pupils' list of the next school year.
#[derive(TypedPath)]
#[typed_path("/rosters-next-year")]
pub(crate) struct NextYearPath;

/// What a form with a file holds besides the file.
const FORM_AROUND_A_FILE: usize = 64 * 1024;

const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of lists.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(COORDINATOR, list::list)
        .post_file(COORDINATOR, MAX_BYTES + FORM_AROUND_A_FILE, bring::bring)
        .get(COORDINATOR, show::show)
        .post(COORDINATOR, steps::reading)
        .post(COORDINATOR, steps::decide)
        .post(COORDINATOR, steps::apply)
        .post(COORDINATOR, steps::undo)
        .post(COORDINATOR, steps::discard)
        .get(COORDINATOR, download::problems)
        .get(COORDINATOR, download::template)
        .get(COORDINATOR, download::export)
        .post(COORDINATOR, bring::next_year)
}

fn undo_refusal(lang: Lang, why: UndoRefused) -> String {
    match why {
        UndoRefused::NotApplied => i18n::t(lang, "rosters-refused-not-applied", &[]),
        UndoRefused::TooLate { until } => {
            i18n::t(lang, "rosters-refused-too-late", &[("day", Arg::Words(i18n::day(lang, until)))])
        }
    }
}
