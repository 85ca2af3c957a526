//! What is done to goals by one button: closed, taken up again; a step put to one.

use super::{ItemPath, ShowPath, StepPath, TurnPath, refusal};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::plans::ItemPath as PlanItemPath;
use crate::{Page, PageError};
use actions::Failed;
use axum::response::Response;
use domain::goals::State;

pub(super) async fn turn(path: TurnPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let to = State::from_word(fields.value("state")).ok_or(PageError::Unreadable)?;
    let seen = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let done = match to {
        State::Open => "goals-done-open",
        State::Reached => "goals-done-reached",
        State::Changed => "goals-done-changed-state",
        State::Left => "goals-done-left",
    };
    match actions::goals::turn(&page.context(), &path.plan_goal, seen, to).await {
        Ok(newcomer) => Ok(page.done(&ShowPath { newcomer }, done, &[])),
        Err(Failed::Refused(why)) => {
            let mut tx = page.read().await?;
            let found = actions::goals::goal(&mut tx, &page.context(), &path.plan_goal).await?;
            let (_, opened) = found.ok_or(PageError::NotFound)?;
            let to = ShowPath { newcomer: opened.newcomer.id };
            let (_, key, _) = refusal(&page, why);
            let most = ("most", domain::goals::MOST_OPEN.to_string());
            Ok(page.lead(&to, FlashKind::Refused, key, &[most]))
        }
        Err(Failed::Changed) => {
            let to = ItemPath { plan_goal: path.plan_goal };
            Ok(page.lead(&to, FlashKind::Refused, "forms-now-other", &[]))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn assign(path: StepPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let chosen = Some(fields.value("goal")).filter(|id| !id.is_empty()).map(Into::into);
    let back = PlanItemPath { plan_item: path.plan_item.clone() };
    match actions::goals::assign(&page.context(), &path.plan_item, chosen.as_ref()).await {
        Ok(_) => Ok(page.done(&back, "goals-done-step", &[])),
        Err(Failed::Refused(why)) => {
            let (_, key, _) = refusal(&page, why);
            Ok(page.lead(&back, FlashKind::Refused, key, &[]))
        }
        Err(other) => Err(other.into()),
    }
}
