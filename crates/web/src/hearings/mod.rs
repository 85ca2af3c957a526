//! The practice of the exam for those who mark and for the candidate: a list of the own ones, one sheet, its protocol
//! (feat:G5, G6; doc:A17).

mod list;
mod show;
mod steps;

use crate::commissions::{refusal, with_guests};
use crate::handouts;
use crate::page::short;
use crate::{Access, Page, PageError, Routes};
use actions::commissions::{Seen, protocol};
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::HearingId;
use serde::Deserialize;

/// The own ones, and those one marks.
#[derive(TypedPath)]
#[typed_path("/hearings")]
pub(crate) struct ListPath;

/// One of them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/hearings/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: HearingId,
}

/// It begins.
#[derive(TypedPath, Deserialize)]
#[typed_path("/hearings/{id}/begin", rejection(PageError))]
pub(crate) struct BeginPath {
    pub(crate) id: HearingId,
}

/// Marks are saved or sealed.
#[derive(TypedPath, Deserialize)]
#[typed_path("/hearings/{id}/sheet", rejection(PageError))]
pub(crate) struct SheetPath {
    pub(crate) id: HearingId,
}

/// Why marks differ.
#[derive(TypedPath, Deserialize)]
#[typed_path("/hearings/{id}/reason", rejection(PageError))]
pub(crate) struct ReasonPath {
    pub(crate) id: HearingId,
}

/// The protocol on paper in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/hearings/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: HearingId,
    pub(crate) lang: String,
}

/// Where a commission sits: in the house of another school with the name of that school.
pub(crate) fn place(page: &Page, seen: &Seen) -> String {
    let place = &seen.commission.place;
    seen.host.as_ref().map_or_else(|| place.clone(), |host| format!("{}, {place}", short(page.lang(), host)))
}

/// Routes of the practice; who marks is named for each candidate, whatever their roles.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .get(Access::SignedIn, show::show)
        .post(Access::SignedIn, steps::begin)
        .post(Access::SignedIn, steps::sheet)
        .post(Access::SignedIn, steps::reason)
        .get(Access::SignedIn, paper)
}

async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = handouts::lang(&path.lang)?;
    handouts::paper(&page, protocol(&page.context(), &path.id, lang).await?, "protocol").await
}
