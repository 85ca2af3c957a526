//! What the two do with a planned meeting. A refusal shows the page again with the reason.

use super::{AgreePath, AskPath, ExcusePath, HeldPath, KeepPath, ShowPath, show, step_refusal};
use crate::contacts::{ListPath, impression_of, record_refusal};
use crate::errors::refused;
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::rotations::{
    HoldRefused, agree as do_agree, ask as do_ask, excuse as do_excuse, hold, keep as do_keep,
};
use axum::response::Response;
use domain::TurnId;
use domain::rotations::{Slot, StepRefused};

pub(super) async fn held(path: HeldPath, page: Page) -> Result<Response, PageError> {
    match hold(&page.context(), &path.id).await {
        Ok(contact) => Ok(page.done(&impression_of(&contact), "rotations-done-held", &[])),
        Err(failed) => {
            let text = match refused(failed)? {
                HoldRefused::Step(why) => page.text(step_refusal(why)),
                HoldRefused::Record(why) => record_refusal(page.lang(), why).1,
            };
            show::draw(&page, &path.id, Some(text), None).await
        }
    }
}

/// A slot that a form sent.
fn slot(fields: &mut Fields) -> Option<Slot> {
    fields.choice("slot", Slot::read)
}

pub(super) async fn ask(path: AskPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(slot) = slot(&mut fields) else {
        return show::draw(&page, &path.id, None, Some(fields)).await;
    };
    match do_ask(&page.context(), &path.id, slot).await {
        Ok(()) => Ok(done(&page, path.id, "rotations-done-asked")),
        Err(failed) => {
            fields.refuse("slot", step_refusal(refused(failed)?), &[]);
            show::draw(&page, &path.id, None, Some(fields)).await
        }
    }
}

pub(super) async fn agree(path: AgreePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let slot = slot(&mut fields).ok_or(PageError::Unreadable)?;
    let agreed = do_agree(&page.context(), &path.id, slot).await;
    stepped(&page, path.id, agreed, "rotations-done-agreed").await
}

pub(super) async fn keep(path: KeepPath, page: Page) -> Result<Response, PageError> {
    let kept = do_keep(&page.context(), &path.id).await;
    stepped(&page, path.id, kept, "rotations-done-kept").await
}

pub(super) async fn excuse(path: ExcusePath, page: Page) -> Result<Response, PageError> {
    match do_excuse(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "rotations-done-excused", &[])),
        failed => stepped(&page, path.id, failed, "rotations-done-excused").await,
    }
}

fn done(page: &Page, id: TurnId, key: &str) -> Response {
    page.done(&ShowPath { id }, key, &[])
}

async fn stepped(
    page: &Page,
    id: TurnId,
    done_or_not: Result<(), Failed<StepRefused>>,
    key: &str,
) -> Result<Response, PageError> {
    match done_or_not {
        Ok(()) => Ok(done(page, id, key)),
        Err(failed) => {
            let text = page.text(step_refusal(refused(failed)?));
            show::draw(page, &id, Some(text), None).await
        }
    }
}
