//! A second round, for the coordinator: who still looks, who has a place, until when; opened, made longer, closed
//! (feat:C19). No list, request or «no» is loaded here.

mod close;
mod list;

use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::rounds::{OpenRefused, Round, StepRefused, UntilRefused};
use domain::{RoundId, SchoolId};
use i18n::Arg;
use serde::Deserialize;

/// Where the round stands, and all rounds. One is opened here too.
#[derive(TypedPath)]
#[typed_path("/rounds")]
pub(crate) struct ListPath;

/// The last day is moved on.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rounds/{id}/extend", rejection(PageError))]
pub(crate) struct ExtendPath {
    pub(crate) id: RoundId,
}

/// The round is closed, after a question.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rounds/{id}/close", rejection(PageError))]
pub(crate) struct ClosePath {
    pub(crate) id: RoundId,
}

/// Routes of second rounds.
pub(crate) fn routes() -> Routes {
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    Routes::new()
        .get(COORDINATOR, list::list)
        .post(COORDINATOR, list::open)
        .post(COORDINATOR, list::extend)
        .get(COORDINATOR, close::ask)
        .post(COORDINATOR, close::close)
}

/// Somebody who may open and close rounds in this school.
fn permit(page: &Page, school: &SchoolId) -> Result<(), PageError> {
    may(page.actor(), &Action::ManageRounds(school))
        .map_err(|denied| actions::Failed::<actions::Never>::from(denied).into())
}

/// A round of the reader's school; somebody else's looks as if it were not there.
async fn load(page: &Page, id: &RoundId) -> Result<Round, PageError> {
    let mut tx = page.read().await?;
    let round = store::rounds::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    permit(page, &round.school)?;
    Ok(round)
}

/// What the coordinator reads where no round is opened: the key and its values.
fn open_refusal(page: &Page, why: OpenRefused) -> (&'static str, Vec<(&'static str, Arg)>) {
    match why {
        OpenRefused::NotNow(_) => ("rounds-refused-not-now", vec![]),
        OpenRefused::Runs => ("rounds-refused-runs", vec![]),
        OpenRefused::Unpublished => ("rounds-refused-unpublished", vec![]),
        OpenRefused::NobodyLooks => ("rounds-refused-nobody", vec![]),
        OpenRefused::NoPlace => ("rounds-refused-no-place", vec![]),
        OpenRefused::Until(why) => until_refusal(page, why),
    }
}

/// The same where a round goes on as it does.
fn step_refusal(page: &Page, why: StepRefused) -> (&'static str, Vec<(&'static str, Arg)>) {
    match why {
        StepRefused::NotOpen => ("rounds-refused-over", vec![]),
        StepRefused::NotLater { until } => {
            ("rounds-refused-not-later", vec![("day", i18n::day_short(page.lang(), until).into())])
        }
        StepRefused::Until(why) => until_refusal(page, why),
    }
}

fn until_refusal(page: &Page, why: UntilRefused) -> (&'static str, Vec<(&'static str, Arg)>) {
    match why {
        UntilRefused::TooEarly => ("rounds-refused-too-early", vec![]),
        UntilRefused::TooLate { latest } => {
            ("rounds-refused-too-late", vec![("day", i18n::day_short(page.lang(), latest).into())])
        }
    }
}
