//! Each term people look at what the school keeps of them (feat:N3): each is written to once, a week after it has begun; somebody
//! says that it is right, and is not written to about it until the next term begins.

use crate::letters::{Letter, promise_once};
use crate::messages::everybody;
use crate::{Context, Failed, Never, people};
use domain::calendar::Quarters;
use domain::permissions::{Action, may};
use domain::{Day, PersonId, SchoolId};
use jiff::ToSpan;
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// Days after the beginning of a term from which people are written to: in its first days there is enough to read.
const AFTER_DAYS: i32 = 7;
/// For so many days whoever could not be written to, because nothing ran or they came later, still is.
const FOR_DAYS: i32 = 14;

/// The actor says that what stands on the own page is right today.
pub async fn confirm(context: &Context<'_>) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => confirm_in(&mut tx, context))
}

async fn confirm_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<(), Failed<Never>> {
    let person = &context.actor.person;
    may(context.actor, &Action::ConfirmData { person })?;
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    if store::data_checks::of_school(tx, school).await?.get(person) == Some(&context.today) {
        return Ok(());
    }
    store::data_checks::put(tx, school, person, context.today).await?;
    context.audit(tx, school, "account-data-confirmed", person.as_str(), "").await?;
    Ok(())
}

/// True where the actor has not said so this term: their home leads them there.
pub async fn is_due(tx: &mut Tx, context: &Context<'_>) -> store::Result<bool> {
    let person = &context.actor.person;
    let Some(school) = &context.actor.school else { return Ok(false) };
    Ok(!fresh(tx, school, context.today).await?.contains(person))
}

/// The first day of the term of a day.
pub(crate) fn term(today: Day) -> Day {
    // Of this calendar year's quarters none has begun before September. Whether a programme runs is of no account.
    let of = |first_year: i16| Quarters::usual(first_year).begun(today);
    let begun = Some(of(today.year())).filter(|begun| *begun <= today);
    begun.unwrap_or_else(|| of(today.year().saturating_sub(1)))
}

/// Who has said so since the present term began.
pub(crate) async fn fresh(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<BTreeSet<PersonId>> {
    let begun = term(today);
    let checks = store::data_checks::of_school(tx, school).await?;
    Ok(checks.into_iter().filter(|(_, on)| *on >= begun).map(|(person, _)| person).collect())
}

/// The schedule promises each person who has not looked this term one letter about it; gives how many people are written to.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => remind_in(&mut tx, context))
}

async fn remind_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let Some(school) = &context.actor.school else { return Ok(0) };
    let begun = term(context.today);
    let from = begun.saturating_add(AFTER_DAYS.days());
    if !(from..from.saturating_add(FOR_DAYS.days())).contains(&context.today) {
        return Ok(0);
    }
    let fresh = fresh(tx, school, context.today).await?;
    let working = people::working(tx, school, context.today).await?;
    let mut asked = everybody(tx, school, context.today).await?;
    asked.retain(|person| working.contains(person) && !fresh.contains(person));
    for person in &asked {
        promise_once(tx, person, Letter::DataDue, &begun.to_string(), context.now).await?;
    }
    Ok(asked.len())
}
