//! The coordinator or the head says who looks after which pupils, for the rest of the school year
//! (docs/decisions/0043).

use crate::{Context, Failed, Never};
use domain::duties::{Assigned, Duty, is_by_head, year_end};
use domain::permissions::{Action, may};
use domain::{DutyId, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// What is given to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// To whom.
    pub person: PersonId,
    /// What they look after.
    pub duty: Duty,
}

/// Why a duty is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GiveRefused {
    /// Nobody of this id works at the school.
    Person,
    /// No pupil is in this class.
    Class,
}

/// The classes in which there are pupils today, by the form in which classes are compared.
pub async fn classes(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
) -> store::Result<BTreeSet<String>> {
    let pupils = store::pupils::of_school(tx, school).await?;
    let here = pupils.into_iter().filter(|pupil| pupil.is_here(context.today));
    Ok(here.map(|pupil| pupil.class_key).collect())
}

/// Who looks after pupils today, for whoever gives these duties; the page is not there for others.
pub async fn of_today(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Assigned>, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::GiveDuties(&school))?;
    let mut assigned = store::duties::of_school(tx, &school).await?;
    assigned.retain(|one| one.holds_on(context.today));
    Ok(assigned)
}

/// Somebody looks after pupils from today on.
pub async fn give(context: &Context<'_>, given: &Given) -> Result<(), Failed<GiveRefused>> {
    store::change!(context.db, tx => give_in(&mut tx, context, given))
}

async fn give_in(tx: &mut WriteTx, context: &Context<'_>, given: &Given) -> Result<(), Failed<GiveRefused>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::GiveDuties(&school))?;
    let person = store::people::get(tx, &given.person).await?;
    let person = person.filter(|one| one.works_at(&school, context.today));
    let person = person.ok_or(Failed::Refused(GiveRefused::Person))?;
    if let Duty::ClassTeacher(class) = &given.duty
        && !classes(tx, context, &school).await?.contains(class)
    {
        return Err(Failed::Refused(GiveRefused::Class));
    }
    let standing = store::duties::of_school(tx, &school).await?;
    let same = |one: &Assigned| one.person == person.id && one.duty == given.duty;
    let by_head = is_by_head(context.actor, &school, &person.id);
    let held = |one: &Assigned| same(one) && one.holds_on(context.today);
    if standing.iter().any(|one| held(one) && (one.by_head || !by_head)) {
        // The form came twice.
        return Ok(());
    }
    // What the head gives takes the place of what the coordinator gave.
    let ended = standing.into_iter().filter(held).filter_map(|one| one.end(context.today));
    let ended: Vec<Assigned> = ended.collect();
    for one in &ended {
        store::duties::save(tx, one).await?;
    }
    let assigned = Assigned {
        id: context.id(),
        school,
        person: person.id,
        duty: given.duty.clone(),
        from: context.today,
        until: year_end(context.today),
        given: (context.actor.person.clone(), context.now),
        by_head,
        version: 0,
    };
    store::duties::add(tx, &assigned).await?;
    context.audit(tx, &assigned.school, "duty-given", assigned.person.as_str(), "").await?;
    Ok(())
}

/// Somebody looks after these pupils no longer.
pub async fn end(context: &Context<'_>, id: &DutyId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => end_in(&mut tx, context, id))
}

async fn end_in(tx: &mut WriteTx, context: &Context<'_>, id: &DutyId) -> Result<(), Failed<Never>> {
    let assigned = store::duties::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::GiveDuties(&assigned.school))?;
    // Where it is over, the form came twice.
    let Some(ended) = assigned.end(context.today) else { return Ok(()) };
    store::duties::save(tx, &ended).await?;
    context.audit(tx, &ended.school, "duty-ended", ended.person.as_str(), "").await?;
    Ok(())
}
