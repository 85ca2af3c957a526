//! Everybody says for themselves at which times they do not meet (feat:D1). Meetings, observed lessons and joint work are offered
//! and planned beside these times; what is agreed already stays. Nobody else reads them: to others the time is taken.

use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::reservations::{Reservation, ReservationRefused, When, length};
use domain::{Day, ReservationId, SchoolId};
use jiff::civil::Time;
use store::{Tx, WriteTx};

/// What is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// On which days.
    pub when: When,
    /// From when on.
    pub from: Time,
    /// Until when.
    pub to: Time,
}

fn own<'a, R>(context: &Context<'a>) -> Result<&'a SchoolId, Failed<R>> {
    may(context.actor, &Action::KeepReservations { person: &context.actor.person })?;
    context.actor.school.as_ref().ok_or(Failed::NotFound)
}

/// The actor's own that have not passed, those of every week first.
pub async fn standing(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Reservation>, Failed<Never>> {
    let mut all = store::reservations::of_person(tx, own(context)?, &context.actor.person).await?;
    all.retain(|one| one.stands(context.today));
    Ok(all)
}

/// Enters a time. The same a second time is the first: the form came twice.
pub async fn enter(context: &Context<'_>, wanted: &Wanted) -> Result<(), Failed<ReservationRefused>> {
    store::change!(context.db, tx => enter_in(&mut tx, context, wanted))
}

async fn enter_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    wanted: &Wanted,
) -> Result<(), Failed<ReservationRefused>> {
    let school = own(context)?;
    let person = &context.actor.person;
    let minutes = length(wanted.from, wanted.to).map_err(Failed::Refused)?;
    let there = store::reservations::of_person(tx, school, person).await?;
    let same = |one: &Reservation| {
        let days = match (&one.when, &wanted.when) {
            (When::Weekly { weekday: one, .. }, When::Weekly { weekday: other, .. }) => one == other,
            (one, other) => one == other,
        };
        days && (one.at, one.minutes) == (wanted.from, minutes)
    };
    if there.iter().any(same) {
        return Ok(());
    }
    let others = there.iter().filter(|one| one.stands(context.today)).count();
    wanted.when.may_enter(others, context.today).map_err(Failed::Refused)?;
    let reservation = Reservation {
        id: context.id(),
        school: school.clone(),
        person: person.clone(),
        when: wanted.when.clone(),
        at: wanted.from,
        minutes,
        entered_at: context.now,
    };
    store::reservations::add(tx, &reservation).await?;
    Ok(context.audit(tx, school, "reservation-entered", person.as_str(), "").await?)
}

/// Says that a time of every week does not hold on a day, or holds again.
pub async fn except(
    context: &Context<'_>,
    id: &ReservationId,
    day: Day,
    holds: bool,
) -> Result<(), Failed<ReservationRefused>> {
    store::change!(context.db, tx => except_in(&mut tx, context, id, day, holds))
}

async fn except_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ReservationId,
    day: Day,
    holds: bool,
) -> Result<(), Failed<ReservationRefused>> {
    let before = get(tx, context, id).await?;
    let after = before.clone().except(day, holds, context.today).map_err(Failed::Refused)?;
    if after == before {
        return Ok(());
    }
    store::reservations::keep_exceptions(tx, &after).await?;
    Ok(context.audit(tx, &after.school, "reservation-excepted", after.person.as_str(), "").await?)
}

/// Removes a time.
pub async fn remove(context: &Context<'_>, id: &ReservationId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => remove_in(&mut tx, context, id))
}

async fn remove_in(tx: &mut WriteTx, context: &Context<'_>, id: &ReservationId) -> Result<(), Failed<Never>> {
    let there = get(tx, context, id).await?;
    store::reservations::remove(tx, &there.school, id).await?;
    Ok(context.audit(tx, &there.school, "reservation-removed", there.person.as_str(), "").await?)
}

/// One of the actor's own; somebody else's looks as if it were not there.
async fn get<R>(tx: &mut Tx, context: &Context<'_>, id: &ReservationId) -> Result<Reservation, Failed<R>> {
    let all = store::reservations::of_person(tx, own(context)?, &context.actor.person).await?;
    all.into_iter().find(|one| one.id == *id).ok_or(Failed::NotFound)
}
