//! The observed teacher reads the sheet, adds own words, decides who else reads it, and takes its next step up.

use super::{Opened, own, save};
use crate::plans::take_up_words;
use crate::{Context, Failed};
use domain::observations::{MOST_WORDS, Read, Refused, Shares, Sheet, SheetRefused, State};
use domain::permissions::{Action, may};
use domain::plans::PlanRefused;
use domain::{ObservationId, PlanId};
use store::WriteTx;

/// The observed teacher says that they have read a version, with own words or without. `number` is the version that
/// they saw: nobody has read what they did not see (neg:N12).
pub async fn read(
    context: &Context<'_>,
    id: &ObservationId,
    number: u16,
    words: Option<&str>,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => read_in(&mut tx, context, id, number, words))
}

async fn read_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ObservationId,
    number: u16,
    words: Option<&str>,
) -> Result<(), Failed<Refused>> {
    let (opened, _) = own(tx, context, id).await?;
    may(context.actor, &Action::OwnSheet(opened.observation.lesson()))?;
    if opened.observation.state != State::Finished {
        return Err(Failed::Refused(Refused::NotOpen));
    }
    let last = opened.last().ok_or(Failed::Refused(Refused::NotOpen))?;
    if last.number != number {
        return Err(Failed::Changed);
    }
    let words = words.map(str::trim).filter(|words| !words.is_empty());
    if words.is_some_and(|words| words.chars().count() > MOST_WORDS) {
        return Err(Failed::Refused(Refused::Sheet(SheetRefused::TooLong)));
    }
    if last.read.as_ref().is_some_and(|read| read.words.as_deref() == words) {
        return Ok(());
    }
    let read = Some(Read { at: context.now, words: words.map(str::to_owned) });
    store::observations::save_sheet(tx, &Sheet { read, ..last.clone() }).await?;
    context.audit(tx, &last.school, "observation-read", id.as_str(), "").await?;
    Ok(())
}

/// The observed teacher decides who else reads the sheet; whoever is left out reads it no more.
pub async fn share(context: &Context<'_>, id: &ObservationId, shares: Shares) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => share_in(&mut tx, context, id, shares))
}

async fn share_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ObservationId,
    shares: Shares,
) -> Result<(), Failed<Refused>> {
    let (opened, _) = own(tx, context, id).await?;
    may(context.actor, &Action::OwnSheet(opened.observation.lesson()))?;
    let before = opened.observation.shares;
    let after = opened.observation.share(shares).map_err(Failed::Refused)?;
    if before != shares {
        save(tx, context, after, "observation-shared").await?;
    }
    Ok(())
}

/// Why a next step is not taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stepping {
    /// The sheet has none.
    NoStep,
    /// The development plan does not take it.
    Plan(PlanRefused),
}

/// The newcomer takes the next step of the sheet into the own development plan, which the mentor of now reads too.
pub async fn take_step(context: &Context<'_>, id: &ObservationId) -> Result<PlanId, Failed<Stepping>> {
    store::change!(context.db, tx => take_step_in(&mut tx, context, id))
}

async fn take_step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ObservationId,
) -> Result<PlanId, Failed<Stepping>> {
    let (opened, _) = own(tx, context, id).await?;
    if *opened.newcomer() != context.actor.person {
        return Err(Failed::NotFound);
    }
    let step = step(&opened).ok_or(Failed::Refused(Stepping::NoStep))?.to_owned();
    let newcomer = store::newcomers::get(tx, &opened.observation.newcomer).await?.ok_or(Failed::NotFound)?;
    take_up_words(tx, context, &newcomer, &opened.programme, step)
        .await
        .map_err(|why| why.map(Stepping::Plan))
}

/// The next step of the version that holds.
pub(super) fn step(opened: &Opened) -> Option<&str> {
    let last = opened.last().filter(|_| opened.observation.state == State::Finished)?;
    last.content.step.as_deref()
}
