//! A change of mentor without blame: one of a pair asks in confidence, the coordinator talks and decides
//! (feat:C23). Nothing here is shown on a page that the other one of the pair reads.

mod ask;
mod decide;
mod list;
mod paper;
mod show;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::handovers::State;
use domain::people::Role;
use domain::{HandoverId, PairId};
use serde::Deserialize;

/// One of a pair asks the coordinator.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/{id}/handover", rejection(PageError))]
pub(crate) struct AskPath {
    pub(crate) id: PairId,
}

/// Whoever asked takes it back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/{id}/handover/take-back", rejection(PageError))]
pub(crate) struct TakeBackPath {
    pub(crate) id: PairId,
}

/// The application as a paper in a language, for whoever asked.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/{id}/handover/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: PairId,
    pub(crate) lang: String,
}

/// Everything that was asked, for the coordinator.
#[derive(TypedPath)]
#[typed_path("/handovers")]
pub(crate) struct ListPath;

/// One of them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/handovers/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: HandoverId,
}

/// The pair stays as it is.
#[derive(TypedPath, Deserialize)]
#[typed_path("/handovers/{id}/stay", rejection(PageError))]
pub(crate) struct StayPath {
    pub(crate) id: HandoverId,
}

/// Another pair takes its place.
#[derive(TypedPath, Deserialize)]
#[typed_path("/handovers/{id}/carry-out", rejection(PageError))]
pub(crate) struct CarryOutPath {
    pub(crate) id: HandoverId,
}

/// Routes of changes of mentor.
pub(crate) fn routes() -> Routes {
    const TWO: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    Routes::new()
        .get(TWO, ask::show)
        .post(TWO, ask::ask)
        .post(TWO, ask::take_back)
        .get(TWO, paper::paper)
        .get(COORDINATOR, list::list)
        .get(COORDINATOR, show::show)
        .post(COORDINATOR, decide::stay)
        .post(COORDINATOR, decide::carry_out)
}

/// How it stands, as a chip: look, icon, key of its word.
const fn chip(state: &State) -> (&'static str, &'static str, &'static str) {
    match state {
        State::Asked => ("act", "message-2", "handovers-state-asked"),
        State::TakenBack { .. } => ("", "arrow-back-up", "handovers-state-taken_back"),
        State::Stayed { .. } => ("", "heart-handshake", "handovers-state-stayed"),
        State::CarriedOut { .. } => ("done", "circle-check", "handovers-state-carried_out"),
    }
}
