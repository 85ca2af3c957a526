//! A camp opens, its workshops are given out, it is held, and it closes.

use super::drawing::all_given;
use super::{keep, led};
use crate::accounts::{self, hex};
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::camps::{Camp, CampRefused, Group, Member, State};
use domain::permissions::{Action, may};
use domain::{CampId, Day, PersonId};
use std::collections::BTreeSet;
use store::WriteTx;

/// What those who lead a camp do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The grid stands, the seed is published, people sign up.
    Open,
    /// Workshops are given out.
    Assign,
    /// It was held.
    Close,
    /// It is not held.
    Cancel,
}

/// A step of a camp; the same one a second time is the first one.
pub async fn step(context: &Context<'_>, id: &CampId, step: Step) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => step_in(&mut tx, context, id, step))
}

async fn step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    step: Step,
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    let (stands, what) = match step {
        Step::Open => (State::Open, "camp-opened"),
        Step::Assign => (State::Assigned, "camp-assigned"),
        Step::Close => (State::Closed, "camp-closed"),
        Step::Cancel => (State::Cancelled, "camp-cancelled"),
    };
    if camp.state == stands {
        // The form came twice.
        return Ok(());
    }
    let after = match step {
        Step::Open => camp.open(seed(context), context.today),
        Step::Assign => camp.assign(),
        Step::Close => camp.close(context.today),
        Step::Cancel => camp.cancel(),
    };
    let after = after.map_err(Failed::Refused)?;
    if step == Step::Assign {
        let members = store::camps::members(tx, &after).await?;
        for member in all_given(&after, &members) {
            store::camps::give(tx, &member).await?;
        }
    }
    let detail = if matches!(step, Step::Open | Step::Assign) { after.seed.as_str() } else { "" };
    keep(tx, context, &after, what, detail).await?;
    match step {
        Step::Assign => tell(tx, context, &after, Letter::CampAssigned).await?,
        Step::Cancel => tell(tx, context, &after, Letter::CampCancelled).await?,
        Step::Open | Step::Close => {}
    }
    Ok(())
}

/// Tells everybody who takes part, of whichever school; not whoever has stepped back.
pub(super) async fn tell(
    tx: &mut WriteTx,
    context: &Context<'_>,
    camp: &Camp,
    letter: Letter,
) -> store::Result<()> {
    for member in store::camps::members(tx, camp).await? {
        if !camp.has_left(&member.person) {
            promise(context, tx, &member.person, letter, camp.id.as_str()).await?;
        }
    }
    Ok(())
}

/// A fresh seed: nobody has chosen it, and nobody has signed up before it is published.
fn seed(context: &Context<'_>) -> String {
    hex(&context.ids.bytes::<16>())
}

/// Puts people into a group with somebody who leads it.
pub async fn group(context: &Context<'_>, id: &CampId, group: &Group) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => group_in(&mut tx, context, id, group))
}

async fn group_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    group: &Group,
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    if camp.groups.contains(group) {
        // The form came twice.
        return Ok(());
    }
    let mut members = store::camps::members(tx, &camp).await?;
    members.retain(|one| !camp.has_left(&one.person));
    let people: BTreeSet<PersonId> = members.into_iter().map(|one| one.person).collect();
    let after = camp.group(group.clone(), &people).map_err(Failed::Refused)?;
    keep(tx, context, &after, "camp-changed", "").await?;
    Ok(())
}

/// Writes down who was there on a day. Who leads a group does so for all; `before` are those whom the form showed as there,
/// so that what another leader has written since stays.
pub async fn mark(
    context: &Context<'_>,
    id: &CampId,
    day: Day,
    (before, present): (&BTreeSet<PersonId>, &BTreeSet<PersonId>),
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => mark_in(&mut tx, context, id, day, (before, present)))
}

async fn mark_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    day: Day,
    (before, present): (&BTreeSet<PersonId>, &BTreeSet<PersonId>),
) -> Result<(), Failed<CampRefused>> {
    let camp = store::camps::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::MarkCamp { school: &camp.school, leaders: &camp.leaders() })?;
    if camp.state == State::Closed {
        // What was recorded is corrected by those who lead it, and stands in the log as a correction.
        may(context.actor, &Action::ManageCamps(&camp.school))?;
    }
    camp.may_mark(day, context.today).map_err(Failed::Refused)?;
    let mut members = store::camps::members(tx, &camp).await?;
    members.retain(|one| camp.may_have_come(&one.person, day));
    if !present.iter().all(|person| members.iter().any(|one| one.person == *person)) {
        return Err(Failed::Refused(CampRefused::Person));
    }
    let mut changed = false;
    for member in members {
        let (was, is) = (member.present.contains(&day), present.contains(&member.person));
        let touched = before.contains(&member.person) != is;
        if touched && was != is {
            let mut days = member.present.clone();
            if is {
                days.insert(day)
            } else {
                days.remove(&day)
            };
            store::camps::mark(tx, &Member { present: days, ..member }).await?;
            changed = true;
        }
    }
    if changed {
        let (what, detail) = recorded(&camp, "camp-marked", &day.to_string());
        context.audit(tx, &camp.school, what, id.as_str(), &detail).await?;
    }
    Ok(())
}

/// What the log says of what was recorded: after the camp was closed, that it was corrected, and of which day.
fn recorded(camp: &Camp, what: &'static str, detail: &str) -> (&'static str, String) {
    if camp.state == State::Closed { ("camp-corrected", detail.to_owned()) } else { (what, String::new()) }
}

/// Which words of an organiser a form has shown: sixteen digits of their SHA-256.
pub fn edition(words: &str) -> String {
    accounts::mark(words.as_bytes())
}

/// Writes what the organiser adds to the report. `seen` is the edition of what the form has shown: where somebody else has
/// written since, nothing is lost without a word.
pub async fn write(
    context: &Context<'_>,
    id: &CampId,
    (seen, words): (&str, &str),
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => write_in(&mut tx, context, id, (seen, words)))
}

async fn write_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    (seen, words): (&str, &str),
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    if camp.words == words {
        // The form came twice.
        return Ok(());
    }
    camp.may_write(context.today).map_err(Failed::Refused)?;
    if edition(&camp.words) != seen {
        return Err(Failed::Changed);
    }
    let (what, detail) = recorded(&camp, "camp-changed", "");
    keep(tx, context, &Camp { words: words.to_owned(), ..camp }, what, &detail).await?;
    Ok(())
}
