//! People sign up with their own order of workshops, step back, and say whether they may be photographed. What somebody
//! does stands in the log of the school where they work. Whoever steps back after workshops were given out keeps their place
//! in the draw, so that it can be made again, and their seats go to others.

use super::drawing::orders;
use super::seen;
use crate::courses::here;
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::camps::{Camp, CampRefused, Member, State};
use domain::{CampId, Day, PersonId, SchoolId};
use jiff::civil::Time;
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// Signs the actor up with an order for every slot; whoever is signed up changes it. To a club or a school people come later, too:
/// no workshop is drawn for them.
pub async fn join(
    context: &Context<'_>,
    id: &CampId,
    wishes: &[Vec<u32>],
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => join_in(&mut tx, context, id, wishes))
}

pub(super) async fn mine(tx: &mut Tx, context: &Context<'_>, camp: &Camp) -> store::Result<Option<Member>> {
    let members = store::camps::members(tx, camp).await?;
    let me = &context.actor.person;
    Ok(members.into_iter().find(|one| one.person == *me && !camp.has_left(me)))
}

async fn join_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    wishes: &[Vec<u32>],
) -> Result<(), Failed<CampRefused>> {
    let camp = seen::<CampRefused>(tx, context, id).await?;
    let home = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let known = mine(tx, context, &camp).await?;
    if camp.state == State::Assigned {
        if known.is_some() {
            // The form came twice.
            return Ok(());
        }
        camp.may_come_late(&context.actor.person, context.today).map_err(Failed::Refused)?;
    } else {
        camp.may_join(wishes).map_err(Failed::Refused)?;
    }
    if known.as_ref().is_some_and(|one| one.wishes == wishes) {
        // The form came twice.
        return Ok(());
    }
    let member = Member {
        camp: camp.id.clone(),
        school: camp.school.clone(),
        person: context.actor.person.clone(),
        home: home.clone(),
        wishes: if camp.state == State::Assigned { Vec::new() } else { wishes.to_vec() },
        got: Vec::new(),
        photo: None,
        present: BTreeSet::new(),
    };
    store::camps::join(tx, &member).await?;
    context.audit(tx, home, "camp-joined", id.as_str(), "").await?;
    Ok(())
}

/// Takes the actor out; once workshops were given out their seats go to those who have none.
pub async fn leave(context: &Context<'_>, id: &CampId) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => leave_in(&mut tx, context, id))
}

async fn leave_in(tx: &mut WriteTx, context: &Context<'_>, id: &CampId) -> Result<(), Failed<CampRefused>> {
    let camp = seen::<CampRefused>(tx, context, id).await?;
    let Some(member) = mine(tx, context, &camp).await? else {
        // The form came twice.
        return Ok(());
    };
    if camp.state == State::Assigned {
        return hand_on(tx, context, camp, &member, None).await?.map_err(Failed::Refused);
    }
    camp.may_join(&vec![Vec::new(); camp.slots.len()]).map_err(Failed::Refused)?;
    strike_off(tx, context, &camp, &member).await?;
    Ok(())
}

/// Somebody does not come, or not from a day on: their seats that are still to come go on, and whoever moves up is told.
async fn hand_on(
    tx: &mut WriteTx,
    context: &Context<'_>,
    camp: Camp,
    member: &Member,
    from: Option<Day>,
) -> store::Result<Result<(), CampRefused>> {
    let here = here(tx, context, &camp.school).await?;
    let from = from.map_or(here, |from| from.to_datetime(Time::midnight()).max(here));
    let members = store::camps::members(tx, &camp).await?;
    let drawn = orders(&camp, &members);
    let after = match camp.step_back(&member.person, (from, context.today), &drawn) {
        Ok(after) => after,
        Err(why) => return Ok(Err(why)),
    };
    store::camps::save(tx, &after).await?;
    store::camps::photograph(tx, &Member { photo: None, ..member.clone() }).await?;
    tell(tx, context, &after).await?;
    context.audit(tx, &member.home, "camp-joined", after.id.as_str(), "").await?;
    Ok(Ok(()))
}

/// Tells whoever moved up by the last change: one letter to each, also where they move up in several slots.
async fn tell(tx: &mut WriteTx, context: &Context<'_>, camp: &Camp) -> store::Result<()> {
    let mut told: BTreeMap<&PersonId, String> = BTreeMap::new();
    for freed in camp.changes.last().iter().flat_map(|change| &change.freed) {
        if let Some(next) = &freed.to {
            let about = told.entry(next).or_insert_with(|| camp.id.to_string());
            about.push(' ');
            about.push_str(&freed.slot.to_string());
        }
    }
    for (next, about) in told {
        promise(context, tx, next, Letter::CampPlace, &about).await?;
    }
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
    let after = camp.clone().without(person);
    if after.groups != camp.groups {
        store::camps::save(tx, &after).await?;
    }
    store::camps::leave(tx, camp, person).await?;
    context.audit(tx, &member.home, "camp-joined", camp.id.as_str(), "").await
}

/// Takes somebody who leaves their school out of camps that are not over on that day: nothing is drawn for whoever does not
/// come, also where the camp has begun. Where workshops were given out, their seats from that day on go to others.
pub(crate) async fn free(
    tx: &mut WriteTx,
    context: &Context<'_>,
    home: &SchoolId,
    person: &PersonId,
    from: Day,
) -> store::Result<()> {
    for camp in store::camps::of_person(tx, home, person).await? {
        let members = store::camps::members(tx, &camp).await?;
        let Some(member) = members.iter().find(|one| one.person == *person) else { continue };
        match camp.state {
            State::Open if camp.last >= from => strike_off(tx, context, &camp, member).await?,
            // What is over, or was stepped back from before, stays as it is.
            State::Assigned => {
                let _ = hand_on(tx, context, camp, member, Some(from)).await?;
            }
            _ => {}
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
