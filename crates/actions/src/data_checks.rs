//! Each term people look at what the school keeps of them (feat:N3): somebody says that it is right, and is not written to
//! about it until the next term begins.

use crate::messages::first_year;
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

/// Who has said so since the present term began.
pub(crate) async fn fresh(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<BTreeSet<PersonId>> {
    let begun = Quarters::usual(first_year(tx, school, today).await?).begun(today);
    let checks = store::data_checks::of_school(tx, school).await?;
    Ok(checks.into_iter().filter(|(_, on)| *on >= begun).map(|(person, _)| person).collect())
}
