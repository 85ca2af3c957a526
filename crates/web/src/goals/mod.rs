//! Goals of a newcomer's development plan and its reviews, read and changed by the two (doc:A5; feat:E2, E4).

mod item;
mod show;
mod steps;

use crate::layout::parts::Choice;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::goals::{GoalRefused, MOST_GOALS, MOST_OPEN};
use domain::people::Role;
use domain::{Day, NewcomerId, PlanGoalId, PlanItemId};
use serde::Deserialize;

/// The goals of a newcomer, whether the plan has begun or not.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/development/{newcomer}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) newcomer: NewcomerId,
}

/// A goal is set.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/development/{newcomer}/add", rejection(PageError))]
pub(crate) struct AddPath {
    pub(crate) newcomer: NewcomerId,
}

/// One of the two says what has changed.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/development/{newcomer}/review", rejection(PageError))]
pub(crate) struct ReviewPath {
    pub(crate) newcomer: NewcomerId,
}

/// Goals, steps and reviews as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/development/{newcomer}/table/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) newcomer: NewcomerId,
    pub(crate) form: String,
}

/// One goal.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/goals/{plan_goal}", rejection(PageError))]
pub(crate) struct ItemPath {
    pub(crate) plan_goal: PlanGoalId,
}

/// A goal is closed, or taken up again.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/goals/{plan_goal}/turn", rejection(PageError))]
pub(crate) struct TurnPath {
    pub(crate) plan_goal: PlanGoalId,
}

/// A step of the plan is put to a goal, or to none.
#[derive(TypedPath, Deserialize)]
#[typed_path("/plans/items/{plan_item}/goal", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) plan_item: PlanItemId,
}

/// Routes of goals; whoever mentors provisionally need not have the right of the programme.
pub(crate) fn routes() -> Routes {
    const TWO: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    Routes::new()
        .get(TWO, show::show)
        .get(TWO, show::table)
        .get(TWO, item::new)
        .post(TWO, item::add)
        .post(TWO, show::review)
        .get(TWO, item::edit)
        .post(TWO, item::change)
        .post(TWO, steps::turn)
        .post(TWO, steps::assign)
}

/// Under which field a refusal stands, its key and what is filled in.
fn refusal(page: &Page, why: GoalRefused) -> (&'static str, &'static str, Vec<(&'static str, i18n::Arg)>) {
    let day = |day: Day| i18n::Arg::from(i18n::day(page.lang(), day));
    match why {
        GoalRefused::Over => ("text", "goals-refused-over", vec![]),
        GoalRefused::NoWords => ("text", "goals-refused-no-words", vec![]),
        GoalRefused::TooLong => ("text", "goals-refused-too-long", vec![]),
        GoalRefused::OutsideYear { from, until } => {
            ("by", "goals-refused-outside", vec![("from", day(from)), ("until", day(until))])
        }
        GoalRefused::TooMany => ("text", "goals-refused-too-many", vec![("most", MOST_OPEN.into())]),
        GoalRefused::Full => ("text", "goals-refused-full", vec![("most", MOST_GOALS.into())]),
        GoalRefused::Closed => ("text", "goals-refused-closed", vec![]),
        GoalRefused::NotNow => ("words", "goals-refused-not-now", vec![]),
        GoalRefused::NoPlan => ("words", "goals-refused-no-plan", vec![]),
    }
}

/// The goal of a step of the development plan, as a form beside the step.
pub(crate) struct OfStep {
    pub(crate) action: String,
    pub(crate) goals: Vec<Choice>,
}

/// The form that puts a step to one of the open goals; missing where there is none to choose.
pub(crate) async fn of_step(
    page: &Page,
    tx: &mut store::Tx,
    plan: &domain::plans::Plan,
    item: &PlanItemId,
) -> Result<Option<OfStep>, PageError> {
    let now = actions::goals::of_steps(tx, plan).await?.remove(item);
    let mut goals = store::goals::of_plan(tx, plan).await?;
    goals.retain(|goal| goal.is_open() || now.as_ref().is_some_and(|now| now.id == goal.id));
    if goals.is_empty() {
        return Ok(None);
    }
    let chosen = now.map(|goal| goal.id.to_string()).unwrap_or_default();
    let none = Choice::new("", page.text("goals-of-step-none")).chosen_if(&chosen);
    let choice =
        |goal: domain::goals::Goal| Choice::new(goal.id.to_string(), goal.aim.text).chosen_if(&chosen);
    Ok(Some(OfStep {
        action: StepPath { plan_item: item.clone() }.to_string(),
        goals: std::iter::once(none).chain(goals.into_iter().map(choice)).collect(),
    }))
}
