//! Each term people look at what the school keeps of them (feat:N3): somebody says that it is right, and is not written to
//! about it until the next term begins.

use crate::{Context, Failed, Never};
use domain::calendar::Quarters;
use domain::permissions::{Action, may};
use domain::{Day, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

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

/// Who has said so since the present term began.
pub(crate) async fn fresh(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<BTreeSet<PersonId>> {
    // Of this calendar year's quarters none has begun before September. Whether a programme runs is of no account.
    let of = |first_year: i16| Quarters::usual(first_year).begun(today);
    let begun = Some(of(today.year())).filter(|begun| *begun <= today);
    let begun = begun.unwrap_or_else(|| of(today.year().saturating_sub(1)));
    let checks = store::data_checks::of_school(tx, school).await?;
    Ok(checks.into_iter().filter(|(_, on)| *on >= begun).map(|(person, _)| person).collect())
}
