//! Pages of the plan of joint work: the coordinator plans for all, the two keep or move their day. One file for
//! each page; the template lies beside it.

mod new;
pub(crate) mod own;
mod preview;
mod show;
mod steps;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::TurnId;
use domain::people::Role;
use domain::rotations::{PlanRefused, StepRefused};
use serde::Deserialize;

/// A plan as it would be, before anybody is told.
#[derive(TypedPath)]
#[typed_path("/rotations/new")]
pub(crate) struct NewPath;

/// The plan that was seen is published.
#[derive(TypedPath)]
#[typed_path("/rotations")]
pub(crate) struct PublishPath;

/// What is still to come of the last plan is taken back.
#[derive(TypedPath)]
#[typed_path("/rotations/withdraw")]
pub(crate) struct WithdrawPath;

/// Meetings at which one of the two cannot be any more are taken back.
#[derive(TypedPath)]
#[typed_path("/rotations/renew")]
pub(crate) struct RenewPath;

/// One planned meeting.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rotations/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: TurnId,
}

/// It took place.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rotations/{id}/held", rejection(PageError))]
pub(crate) struct HeldPath {
    pub(crate) id: TurnId,
}

/// One of the two proposes another time.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rotations/{id}/ask", rejection(PageError))]
pub(crate) struct AskPath {
    pub(crate) id: TurnId,
}

/// The other one agrees to it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rotations/{id}/agree", rejection(PageError))]
pub(crate) struct AgreePath {
    pub(crate) id: TurnId,
}

/// The old time stays.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rotations/{id}/keep", rejection(PageError))]
pub(crate) struct KeepPath {
    pub(crate) id: TurnId,
}

/// One of the two cannot come.
#[derive(TypedPath, Deserialize)]
#[typed_path("/rotations/{id}/excuse", rejection(PageError))]
pub(crate) struct ExcusePath {
    pub(crate) id: TurnId,
}

const BOTH: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor]);
const READERS: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Coordinator]);
const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of the plan of joint work.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(COORDINATOR, new::show)
        .post(COORDINATOR, new::publish)
        .post(COORDINATOR, new::withdraw)
        .post(COORDINATOR, new::renew)
        .get(READERS, show::show)
        .post(BOTH, steps::held)
        .post(BOTH, steps::ask)
        .post(BOTH, steps::agree)
        .post(BOTH, steps::keep)
        .post(BOTH, steps::excuse)
}

/// What one of the two reads where a step is refused.
fn step_refusal(why: StepRefused) -> &'static str {
    match why {
        StepRefused::NotPlanned => "rotations-refused-over",
        StepRefused::TooEarly => "rotations-refused-early",
        StepRefused::AnswerFirst => "rotations-refused-answer-first",
        StepRefused::NothingAsked => "rotations-refused-nothing-asked",
        StepRefused::NotYours => "rotations-refused-not-yours",
        StepRefused::SlotTaken => "rotations-refused-taken",
    }
}

/// What the coordinator reads where nothing can be planned.
fn plan_refusal(why: PlanRefused) -> &'static str {
    match why {
        PlanRefused::NotNow(_) => "rotations-refused-not-now",
        PlanRefused::NoDay => "rotations-refused-no-day",
        PlanRefused::Kind => "rotations-refused-kind",
        PlanRefused::PerWeek => "rotations-refused-per-week",
    }
}
