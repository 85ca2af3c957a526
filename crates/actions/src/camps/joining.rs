//! People sign up with their own order of workshops, step back, and say whether they may be photographed. What somebody
//! does stands in the log of the school where they work.

use super::seen;
use crate::{Context, Failed};
use domain::camps::{Camp, CampRefused, Member, State};
use domain::{CampId, Day, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// Signs the actor up with an order for every slot; whoever is signed up changes it.
pub async fn join(
    context: &Context<'_>,
    id: &CampId,
    wishes: &[Vec<u32>],
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => join_in(&mut tx, context, id, wishes))
}

async fn mine(tx: &mut Tx, context: &Context<'_>, camp: &Camp) -> store::Result<Option<Member>> {
    let members = store::camps::members(tx, camp).await?;
    Ok(members.into_iter().find(|one| one.person == context.actor.person))
}

async fn join_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    wishes: &[Vec<u32>],
) -> Result<(), Failed<CampRefused>> {
    let camp = seen::<CampRefused>(tx, context, id).await?;
    let home = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    camp.may_join(wishes).map_err(Failed::Refused)?;
    let known = mine(tx, context, &camp).await?;
    if known.as_ref().is_some_and(|one| one.wishes == wishes) {
        // The form came twice.
        return Ok(());
    }
    let member = Member {
        camp: camp.id.clone(),
        school: camp.school.clone(),
        person: context.actor.person.clone(),
        home: home.clone(),
        wishes: wishes.to_vec(),
        got: Vec::new(),
        photo: None,
        present: BTreeSet::new(),
    };
    store::camps::join(tx, &member).await?;
    context.audit(tx, home, "camp-joined", id.as_str(), "").await?;
    Ok(())
}

/// Takes the actor out, as long as workshops were not given out.
pub async fn leave(context: &Context<'_>, id: &CampId) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => leave_in(&mut tx, context, id))
}

async fn leave_in(tx: &mut WriteTx, context: &Context<'_>, id: &CampId) -> Result<(), Failed<CampRefused>> {
    let camp = seen::<CampRefused>(tx, context, id).await?;
    let Some(member) = mine(tx, context, &camp).await? else {
        // The form came twice.
        return Ok(());
    };
    camp.may_join(&vec![Vec::new(); camp.slots.len()]).map_err(Failed::Refused)?;
    strike_off(tx, context, &camp, &member).await?;
    Ok(())
}

/// Takes somebody out, and out of the groups.
async fn strike_off(
    tx: &mut WriteTx,
    context: &Context<'_>,
    camp: &Camp,
    member: &Member,
) -> store::Result<()> {
    let person = &member.person;
    let mut after = camp.clone();
    for group in &mut after.groups {
        group.members.remove(person);
    }
    // A group is not led by somebody who does not come.
    after.groups.retain(|group| group.leader != *person);
    if after.groups != camp.groups {
        store::camps::save(tx, &after).await?;
    }
    store::camps::leave(tx, camp, person).await?;
    context.audit(tx, &member.home, "camp-joined", camp.id.as_str(), "").await
}

/// Takes somebody who leaves their school out of camps that begin on a day or later, as long as workshops were not given
/// out: nothing is drawn for whoever does not come.
pub(crate) async fn free(
    tx: &mut WriteTx,
    context: &Context<'_>,
    home: &SchoolId,
    person: &PersonId,
    from: Day,
) -> store::Result<()> {
    for camp in store::camps::of_person(tx, home, person).await? {
        if camp.state != State::Open || camp.first < from {
            continue;
        }
        let members = store::camps::members(tx, &camp).await?;
        if let Some(member) = members.iter().find(|one| one.person == *person) {
            strike_off(tx, context, &camp, member).await?;
        }
    }
    Ok(())
}

/// The actor agrees to be photographed, or no longer does: their own word, at any time.
pub async fn photograph(context: &Context<'_>, id: &CampId, agrees: bool) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => photograph_in(&mut tx, context, id, agrees))
}

async fn photograph_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    agrees: bool,
) -> Result<(), Failed<CampRefused>> {
    let camp = seen::<CampRefused>(tx, context, id).await?;
    let member = mine(tx, context, &camp).await?.ok_or(Failed::NotFound)?;
    if member.photo.is_some() == agrees {
        return Ok(());
    }
    let home = member.home.clone();
    store::camps::photograph(tx, &Member { photo: agrees.then_some(context.today), ..member }).await?;
    context.audit(tx, &home, "camp-consent", id.as_str(), "").await?;
    Ok(())
}
