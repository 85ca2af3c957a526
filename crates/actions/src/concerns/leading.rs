//! What whoever leads a case does: takes it on, names, notes, takes the steps of its clock, hands it over, closes it.

use super::reading::led;
use super::{is_colleague, log, open_steps, tell};
use crate::{Context, Failed, Never};
use domain::concerns::{CloseRefused, Concern, Named, Outcome, State, StepRefused, Taken, What};
use domain::{ConcernId, PersonId, PupilId, SchoolId};
use store::{Tx, WriteTx};

/// Why a case is not handed over, not named so, or takes no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandRefused {
    /// Nobody of this id may have it.
    Person,
    /// No pupil of this id is at the school.
    Pupil,
    /// Another adult stands there already: they stay, and this one has a concern of their own.
    About,
    /// The case is not open.
    Closed,
}

/// The actor leads the case from now on: where nobody does, or whoever did is here no longer.
pub async fn lead(context: &Context<'_>, id: &ConcernId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => lead_in(&mut tx, context, id))
}

async fn lead_in(tx: &mut WriteTx, context: &Context<'_>, id: &ConcernId) -> Result<(), Failed<Never>> {
    let (concern, all) = led(tx, context, id).await?;
    if !concern.waits(&all) {
        // The form came twice, or somebody was faster: the page says who.
        return Ok(());
    }
    let me = || context.actor.person.clone();
    let Some(concern) = concern.clone().lead(me()).or_else(|| concern.hand(me())) else { return Ok(()) };
    store::concerns::save(tx, &concern).await?;
    log(tx, context, &concern, What::Lead).await?;
    Ok(())
}

/// Somebody else leads the case from now on.
pub async fn hand(context: &Context<'_>, id: &ConcernId, to: &PersonId) -> Result<(), Failed<HandRefused>> {
    store::change!(context.db, tx => hand_in(&mut tx, context, id, to))
}

async fn hand_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ConcernId,
    to: &PersonId,
) -> Result<(), Failed<HandRefused>> {
    let (concern, all) = led(tx, context, id).await?;
    if !concern.candidates(&all).contains(to) {
        return Err(Failed::Refused(HandRefused::Person));
    }
    if matches!(&concern.state, State::Led { by } if by == to) {
        // The form came twice.
        return Ok(());
    }
    let concern = concern.hand(to.clone()).ok_or(Failed::Refused(HandRefused::Closed))?;
    store::concerns::save(tx, &concern).await?;
    log(tx, context, &concern, What::Hand(to.clone())).await?;
    tell(tx, context, &concern).await?;
    Ok(())
}

/// Whoever leads it writes of whom it is: the child on the list, who did harm, the adult whom it is about. `seen` is the
/// version of the case from which they wrote: what somebody else wrote since is not overwritten.
pub async fn name(
    context: &Context<'_>,
    id: &ConcernId,
    named: &Named,
    seen: i64,
) -> Result<(), Failed<HandRefused>> {
    store::change!(context.db, tx => name_in(&mut tx, context, id, (named, seen)))
}

async fn name_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ConcernId,
    (named, seen): (&Named, i64),
) -> Result<(), Failed<HandRefused>> {
    let (concern, _) = led(tx, context, id).await?;
    // Nobody chosen leaves the adult who stands there.
    let about = named.about.clone().or_else(|| concern.named.about.clone());
    let named = Named { about, ..named.clone() };
    if concern.named == named {
        // The form came twice.
        return Ok(());
    }
    if concern.version != seen {
        return Err(Failed::Changed);
    }
    if !concern.keeps_about(&named) {
        return Err(Failed::Refused(HandRefused::About));
    }
    for pupil in [&named.pupil, &named.harmer].into_iter().flatten() {
        if !is_pupil(tx, &concern.school, pupil).await? {
            return Err(Failed::Refused(HandRefused::Pupil));
        }
    }
    // Whoever stands there already may have left since.
    let other = named.about.as_ref().filter(|one| concern.named.about.as_ref() != Some(*one));
    if let Some(about) = other
        && !is_colleague(tx, context, about).await?
    {
        return Err(Failed::Refused(HandRefused::Person));
    }
    let waited = concern.state == State::Raised;
    let concern = concern.name(named).ok_or(Failed::Refused(HandRefused::Closed))?;
    store::concerns::save(tx, &concern).await?;
    log(tx, context, &concern, What::Name(concern.named.clone())).await?;
    if concern.state == State::Raised && !waited {
        tell(tx, context, &concern).await?;
    }
    Ok(())
}

async fn is_pupil(tx: &mut Tx, school: &SchoolId, id: &PupilId) -> store::Result<bool> {
    Ok(store::pupils::get(tx, id).await?.is_some_and(|one| one.school == *school))
}

/// A note is added while the case is open.
pub async fn note(context: &Context<'_>, id: &ConcernId, words: &str) -> Result<(), Failed<HandRefused>> {
    store::change!(context.db, tx => note_in(&mut tx, context, id, words))
}

async fn note_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ConcernId,
    words: &str,
) -> Result<(), Failed<HandRefused>> {
    let (concern, _) = led(tx, context, id).await?;
    if !concern.is_open() {
        return Err(Failed::Refused(HandRefused::Closed));
    }
    add(tx, context, &concern, What::Note(words.to_owned())).await?;
    Ok(())
}

/// A step is written down: taken, with day, time and number, or not needed, with why.
pub async fn step(context: &Context<'_>, id: &ConcernId, taken: &Taken) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => step_in(&mut tx, context, id, taken))
}

async fn step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ConcernId,
    taken: &Taken,
) -> Result<(), Failed<StepRefused>> {
    let (concern, _) = led(tx, context, id).await?;
    concern.may_step(taken, context.today).map_err(Failed::Refused)?;
    add(tx, context, &concern, What::Step(taken.clone())).await?;
    Ok(())
}

/// Adds what the actor has not added already: the same words or the same step, the form came twice. The version moves with
/// it, so that of two at once one is told to look again.
async fn add(tx: &mut WriteTx, context: &Context<'_>, concern: &Concern, what: What) -> store::Result<()> {
    let entries = store::concerns::entries(tx, concern).await?;
    if entries.iter().any(|one| one.what == what && one.by.0 == context.actor.person) {
        return Ok(());
    }
    store::concerns::save(tx, concern).await?;
    log(tx, context, concern, what).await
}

/// The case is over: nothing of its clock is open, and what came of it is written.
pub async fn close(
    context: &Context<'_>,
    id: &ConcernId,
    outcome: Outcome,
    words: &str,
) -> Result<(), Failed<CloseRefused>> {
    store::change!(context.db, tx => close_in(&mut tx, context, id, outcome, words))
}

async fn close_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ConcernId,
    outcome: Outcome,
    words: &str,
) -> Result<(), Failed<CloseRefused>> {
    let (concern, all) = led(tx, context, id).await?;
    if !concern.is_open() {
        // The form came twice, or somebody was faster: the page says how it ended.
        return Ok(());
    }
    let open = open_steps(tx, &concern, &all).await?;
    let by = (context.actor.person.clone(), context.now);
    let concern = concern.close(outcome, by, &open).map_err(Failed::Refused)?;
    store::concerns::save(tx, &concern).await?;
    log(tx, context, &concern, What::Close(words.to_owned())).await?;
    Ok(())
}
