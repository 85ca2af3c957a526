//! What is done with the frame: a fact attached, a line written, evidence taken back, the frame shown, a step taken, a fact
//! suggested.

use super::{
    AttachPath, ItemPath, OwnPath, SharePath, ShownPath, StepPath, SuggestPath, TakeBackPath, WordsPath,
    item, refusal,
};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::{Page, PageError};
use actions::Failed;
use axum::response::Response;
use domain::competencies::{Fact, Item, MOST_WORDS, Proof, Refused};
use std::fmt::Display;

/// The line and the fact that a form sends.
fn chosen(fields: &Fields) -> Result<(Item, Proof), PageError> {
    let fact = Fact::from_word(fields.value("fact")).ok_or(PageError::Unreadable)?;
    Ok((Item::from_word(fields.value("item")), Proof::Fact(fact)))
}

/// Leads on, or back with the reason.
fn answered(
    page: &Page,
    to: &impl Display,
    done: &str,
    result: Result<(), Failed<Refused>>,
) -> Result<Response, PageError> {
    match result {
        Ok(()) => Ok(page.done(to, done, &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(to, FlashKind::Refused, refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn attach(_: AttachPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let (item, proof) = chosen(&fields)?;
    let attached = actions::competencies::attach(&page.context(), &programme, &item, &proof).await;
    answered(&page, &OwnPath, "competencies-done-attached", attached)
}

pub(super) async fn write(_: WordsPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let word = fields.value("item").to_owned();
    let words = fields.text("words", MOST_WORDS);
    if !fields.is_right() {
        return item::draw(&page, &word, Some(fields)).await;
    }
    let (of, proof) = (Item::from_word(&word), Proof::Words(words));
    let done = actions::competencies::attach(&page.context(), &programme, &of, &proof).await;
    match page.sent(&OwnPath, done, &mut fields, ("words", refusal), "competencies-done-attached")? {
        Some(taken) => Ok(taken),
        None => item::draw(&page, &word, Some(fields)).await,
    }
}

pub(super) async fn take_back(_: TakeBackPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let id = fields.value("evidence").into();
    actions::competencies::take_back(&page.context(), &programme, &id).await?;
    Ok(page.done(&OwnPath, "competencies-done-taken-back", &[]))
}

pub(super) async fn share(_: SharePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let shared = fields.value("share") == "yes";
    actions::competencies::share(&page.context(), &programme, shared).await?;
    let done = if shared { "competencies-done-shared" } else { "competencies-done-unshared" };
    Ok(page.done(&OwnPath, done, &[]))
}

pub(super) async fn take_step(_: StepPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let competency = fields.value("item").to_owned();
    let of = Item::from_word(&competency);
    let taken = actions::competencies::take_step(&page.context(), &programme, &of).await;
    answered(&page, &ItemPath { competency }, "competencies-done-step", taken)
}

pub(super) async fn suggest(path: SuggestPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (item, proof) = chosen(&fields)?;
    let suggested = actions::competencies::suggest(&page.context(), &path.newcomer, &item, &proof).await;
    let back = ShownPath { newcomer: path.newcomer };
    answered(&page, &back, "competencies-done-suggested", suggested)
}
