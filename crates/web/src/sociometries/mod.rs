//! Sociometry of a class: opened, answered on the specialist's device, closed and read, by the specialist alone
//! (docs/decisions/0046).

mod ask;
mod figures;
mod list;
mod show;

use crate::layout::Shell;
use crate::{Access, Page, PageError, Routes};
use actions::sociometries::Vault;
use axum_extra::routing::TypedPath;
use domain::SociometryId;
use domain::sociometries::{Question, Sociometry};
use serde::Deserialize;
use std::sync::Arc;

/// The classes that can be asked, and what was asked before.
#[derive(TypedPath)]
#[typed_path("/sociometries")]
pub(crate) struct ListPath;

/// One.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sociometries/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: SociometryId,
}

/// The form of one pupil.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sociometries/{id}/ask", rejection(PageError))]
pub(crate) struct AskPath {
    pub(crate) id: SociometryId,
}

/// The device of the specialist is handed to a pupil.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sociometries/{id}/hand", rejection(PageError))]
pub(crate) struct HandPath {
    pub(crate) id: SociometryId,
}

/// It is closed and counted.
#[derive(TypedPath, Deserialize)]
#[typed_path("/sociometries/{id}/close", rejection(PageError))]
pub(crate) struct ClosePath {
    pub(crate) id: SociometryId,
}

/// Routes of sociometries. Who asks classes is a duty, not a role: the door is open and the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .post(Access::SignedIn, list::open)
        .get(Access::SignedIn, show::show)
        .post(Access::SignedIn, ask::hand_over)
        .get(Access::SignedIn, ask::ask)
        .post(Access::SignedIn, ask::answer)
        .post(Access::SignedIn, show::close)
}

/// The frame of a page about pupils: the helplines stand under each (rules §16).
fn shell(page: &Page) -> Shell {
    Shell { helplines: true, tabs: page.tabs_by_duty(), ..page.shell() }
}

/// The key by which choices are sealed; without one nothing is asked.
fn vault(page: &Page) -> Result<Arc<Vault>, PageError> {
    page.app.config.vault.clone().ok_or(PageError::NotFound)
}

/// A question in words, as pupils read it.
fn wording(page: &Page, of: &Sociometry, question: Question) -> String {
    match &of.questions.own {
        Some(own) if question == Question::Own => own.clone(),
        _ => page.text(&format!("sociometries-question-{}", question.word())),
    }
}
