//! Everybody says for themselves how letters reach them (feat:D5).

mod links;

pub use links::{Link, Offer, by_link, open_link, token};

use crate::{Context, Failed};
use domain::deliveries::{Refused, Wishes};
use domain::permissions::{Action, may};
use store::WriteTx;

/// Keeps what the actor wants of letters. Letters that are held already come when they were to come.
pub async fn keep(context: &Context<'_>, wishes: Wishes) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, wishes))
}

async fn keep_in(tx: &mut WriteTx, context: &Context<'_>, wishes: Wishes) -> Result<(), Failed<Refused>> {
    let person = &context.actor.person;
    may(context.actor, &Action::KeepDeliveries { person })?;
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let wishes = wishes.checked().map_err(Failed::Refused)?;
    if store::deliveries::of_person(tx, person).await? != wishes {
        store::deliveries::put(tx, school, person, &wishes).await?;
        context.audit(tx, school, "account-letters-set", person.as_str(), "").await?;
    }
    Ok(())
}
