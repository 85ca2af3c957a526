//! Somebody stands in for a coordinator who is away (feat:N3): the role is lent for these days, so that tasks stand where they
//! always do; what is written to coordinators goes to the deputy and not to whoever is away.

use crate::{Context, Failed, Never};
use domain::deputies::{Deputy, DeputyRefused, Wanted, days};
use domain::people::{HeldRole, Role};
use domain::permissions::{Action, may};
use domain::{Day, DeputyId, PersonId, SchoolId};
use store::{Tx, WriteTx};

/// To whom what concerns coordinators is written on a day.
pub(crate) async fn coordinators(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<Vec<PersonId>> {
    let mut coordinators = store::people::with_role(tx, school, Role::Coordinator, today).await?;
    let mut deputies = store::deputies::of_school(tx, school).await?;
    deputies.retain(|one| one.holds_on(today));
    let away = |person: &PersonId| deputies.iter().any(|one| one.absent == *person);
    // Where nobody else is there, letters wait for whoever comes back.
    if !coordinators.iter().all(away) {
        coordinators.retain(|person| !away(person));
    }
    Ok(coordinators)
}

/// Those that are not over, the earliest first.
pub async fn standing(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Deputy>, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SeeDeputies(&school))?;
    let mut deputies = store::deputies::of_school(tx, &school).await?;
    deputies.retain(|one| !one.is_over(context.today));
    Ok(deputies)
}

/// Whom the actor may name a deputy for: coordinators of today, themselves or all of them.
pub async fn absent(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<PersonId>, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SeeDeputies(&school))?;
    let mut absent = Vec::new();
    for person in store::people::with_role(tx, &school, Role::Coordinator, context.today).await? {
        let named_by_actor = Action::NameDeputy { school: &school, absent: &person };
        if may(context.actor, &named_by_actor).is_ok() && is_coordinator(tx, &person, context.today).await? {
            absent.push(person);
        }
    }
    Ok(absent)
}

/// Has the role on a day, and not as one that is lent: it has no end. A lent one is not lent on, or it would never end.
async fn is_coordinator(tx: &mut Tx, person: &PersonId, day: Day) -> store::Result<bool> {
    let lasts = |one: &HeldRole| {
        one.role == Role::Coordinator && one.period.from <= day && one.period.until.is_none()
    };
    Ok(store::people::roles_of(tx, person).await?.iter().any(lasts))
}

/// Who has the role of coordinator on a day only because it is lent.
pub(crate) async fn lent(tx: &mut Tx, school: &SchoolId, day: Day) -> store::Result<Vec<PersonId>> {
    let mut deputies = store::deputies::of_school(tx, school).await?;
    deputies.retain(|one| one.lends_role && one.holds_on(day));
    Ok(deputies.into_iter().map(|one| one.deputy).collect())
}

/// Somebody stands in for a coordinator from a day to a day. The same a second time is the first: the form came twice.
pub async fn name(context: &Context<'_>, wanted: &Wanted) -> Result<DeputyId, Failed<DeputyRefused>> {
    store::change!(context.db, tx => name_in(&mut tx, context, wanted))
}

async fn name_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    wanted: &Wanted,
) -> Result<DeputyId, Failed<DeputyRefused>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::NameDeputy { school: &school, absent: &wanted.absent })?;
    let period = days(wanted, context.today).map_err(Failed::Refused)?;
    let there = store::deputies::of_school(tx, &school).await?;
    let same =
        |one: &&Deputy| (&one.absent, &one.deputy, one.period) == (&wanted.absent, &wanted.deputy, period);
    if let Some(known) = there.iter().find(same) {
        return Ok(known.id.clone());
    }
    can_stand_in(tx, context, &school, wanted).await?;
    if there.iter().any(|one| one.hinders(wanted, period)) {
        return Err(Failed::Refused(DeputyRefused::Taken));
    }
    let lends_role = !is_coordinator(tx, &wanted.deputy, wanted.from).await?;
    let deputy = Deputy {
        id: context.id(),
        school,
        absent: wanted.absent.clone(),
        deputy: wanted.deputy.clone(),
        period,
        lends_role,
        named: (context.actor.person.clone(), context.now),
        version: 0,
    };
    store::deputies::add(tx, &deputy).await?;
    if deputy.lends_role {
        store::people::open_role(tx, &deputy.deputy, Role::Coordinator, period.from).await?;
        bound(tx, &deputy).await?;
    }
    context.audit(tx, &deputy.school, "deputy-named", deputy.deputy.as_str(), "").await?;
    Ok(deputy.id)
}

/// The lent role ends with the days.
async fn bound(tx: &mut WriteTx, deputy: &Deputy) -> store::Result<()> {
    let (from, until) = (deputy.period.from, deputy.period.until.unwrap_or(deputy.period.from));
    store::people::bound_role(tx, &deputy.deputy, Role::Coordinator, from, until).await
}

/// The one who is away coordinates, and the other works here and is no newcomer.
async fn can_stand_in(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    wanted: &Wanted,
) -> Result<(), Failed<DeputyRefused>> {
    let coordinators = store::people::with_role(tx, school, Role::Coordinator, context.today).await?;
    if !coordinators.contains(&wanted.absent) || !is_coordinator(tx, &wanted.absent, context.today).await? {
        return Err(Failed::Refused(DeputyRefused::NotCoordinator));
    }
    let deputy = store::people::get(tx, &wanted.deputy).await?;
    let works = deputy.is_some_and(|one| one.works_at(school, context.today));
    let roles = store::people::roles_on(tx, &wanted.deputy, context.today).await?;
    if !works || wanted.absent == wanted.deputy || roles.contains(&Role::Newcomer) {
        return Err(Failed::Refused(DeputyRefused::Person));
    }
    Ok(())
}

/// It ends today, or does not begin; what is over stays.
pub async fn end(context: &Context<'_>, id: &DeputyId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => end_in(&mut tx, context, id))
}

async fn end_in(tx: &mut WriteTx, context: &Context<'_>, id: &DeputyId) -> Result<(), Failed<Never>> {
    let deputy = store::deputies::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::NameDeputy { school: &deputy.school, absent: &deputy.absent })?;
    if deputy.is_over(context.today) {
        return Ok(());
    }
    over(tx, context, deputy).await?;
    Ok(())
}

async fn over(tx: &mut WriteTx, context: &Context<'_>, deputy: Deputy) -> store::Result<()> {
    let over = deputy.end(context.today);
    store::deputies::save(tx, &over).await?;
    if over.lends_role {
        bound(tx, &over).await?;
    }
    context.audit(tx, &over.school, "deputy-ended", over.deputy.as_str(), "").await
}

/// Whoever leaves the school, or whose role is given or taken by hand, stands in for nobody, and nobody for them.
pub(crate) async fn leave(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    person: &PersonId,
) -> store::Result<()> {
    for deputy in store::deputies::of_school(tx, school).await? {
        let theirs = deputy.absent == *person || deputy.deputy == *person;
        if theirs && !deputy.is_over(context.today) {
            over(tx, context, deputy).await?;
        }
    }
    Ok(())
}
