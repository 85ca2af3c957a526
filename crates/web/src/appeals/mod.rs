//! Appeals against results of the exam (feat:G7): the candidate's page of a result, the board of those who lead the school,
//! and one appeal for whoever decides it.

mod list;
mod own;
mod show;

pub(crate) use own::link;

use crate::commissions::Names;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::appeals::{About, Appeal, State};
use domain::courses::{Decision, Part};
use domain::people::Role;
use domain::{AppealId, AttemptId, HearingId};
use serde::Deserialize;
use store::Tx;

/// Against the result of a paper.
#[derive(TypedPath, Deserialize)]
#[typed_path("/attempts/{id}/appeal", rejection(PageError))]
pub(crate) struct TheoryPath {
    pub(crate) id: AttemptId,
}

/// Against the result of a practice.
#[derive(TypedPath, Deserialize)]
#[typed_path("/hearings/{id}/appeal", rejection(PageError))]
pub(crate) struct PracticePath {
    pub(crate) id: HearingId,
}

/// One is taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/appeals/{id}/take-back", rejection(PageError))]
pub(crate) struct TakeBackPath {
    pub(crate) id: AppealId,
}

/// Those of the school.
#[derive(TypedPath)]
#[typed_path("/appeals")]
pub(crate) struct ListPath;

/// One of them, for whoever decides it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/appeals/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: AppealId,
}

/// Routes of appeals.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new()
        .get(Access::SignedIn, own::theory)
        .post(Access::SignedIn, own::file_theory)
        .get(Access::SignedIn, own::practice)
        .post(Access::SignedIn, own::file_practice)
        .post(Access::SignedIn, own::take_back)
        .get(LEADERS, list::list)
        .get(LEADERS, show::show)
        .post(LEADERS, show::decide)
}

/// The page of a result for its candidate.
fn path(about: &About) -> String {
    match about {
        About::Theory(id) => TheoryPath { id: id.clone() }.to_string(),
        About::Practice(id) => PracticePath { id: id.clone() }.to_string(),
    }
}

/// Who appeals: somebody of the school by name, somebody of another one by name and school while it waits.
async fn who(page: &Page, tx: &mut Tx, names: &Names, appeal: &Appeal) -> Result<String, PageError> {
    if let Some(name) = names.get(&appeal.person).filter(|_| appeal.home == appeal.school) {
        return Ok(name.clone());
    }
    let guest = actions::appeals::guest(tx, appeal).await?;
    Ok(guest.map_or_else(
        || page.text("appeals-guest"),
        |(name, school)| crate::sittings::guest_text(page, &name, &school),
    ))
}

/// Which part of the exam, in words.
fn part_text(page: &Page, about: &About) -> String {
    page.text(match about.part() {
        Part::Theory => "appeals-part-theory",
        Part::Practice => "appeals-part-practice",
    })
}

/// How an appeal was decided, where it was.
fn decision(appeal: &Appeal) -> Option<&Decision> {
    match &appeal.state {
        State::Upheld { decision, .. } | State::Dismissed { decision } => Some(decision),
        State::Filed | State::TakenBack { .. } => None,
    }
}

/// How an appeal stands, in a word.
fn state_text(page: &Page, appeal: &Appeal) -> String {
    outcome_text(page, &appeal.state.outcome())
}

/// The same of a word of [`State::outcome`].
pub(crate) fn outcome_text(page: &Page, outcome: &str) -> String {
    page.text(&format!("appeals-state-{outcome}"))
}
