//! The head enters a disciplinary sanction and lifts it; from it follows until when somebody does not become a mentor
//! (feat:B2; docs/decisions/0026).

use crate::{Context, Failed};
use domain::calendar::local;
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::sanctions::{
    EnterRefused, KEPT_DAYS, LiftRefused, Order, Sanction, barred_until, enter as may_enter,
};
use domain::{Day, Instant, PersonId, SanctionId, SchoolId};
use jiff::ToSpan;
use std::collections::BTreeMap;
use store::{Db, Tx, WriteTx};

/// What the head enters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The order behind it.
    pub order: Order,
    /// First day on which it holds.
    pub from: Day,
    /// Last day on which it holds.
    pub last_day: Day,
}

/// Until when people of a school may not become mentors: of whom a sanction holds on a day, and nothing more of it.
pub async fn barred(tx: &mut Tx, school: &SchoolId, day: Day) -> store::Result<BTreeMap<PersonId, Day>> {
    let sanctions = store::sanctions::of_school(tx, school).await?;
    let of_each = sanctions.chunk_by(|one, next| one.person == next.person);
    let until = |of_one: &[Sanction]| Some((of_one.first()?.person.clone(), barred_until(of_one, day)?));
    Ok(of_each.filter_map(until).collect())
}

/// A person with their sanctions, for whoever keeps them; to everybody else the person is not there, or not theirs.
pub async fn opened<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    person: &PersonId,
) -> Result<(Person, Vec<Sanction>), Failed<R>> {
    let person = store::people::get(tx, person).await?.ok_or(Failed::NotFound)?;
    let school = person.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::KeepSanctions { school: &school, person: &person.id })?;
    let sanctions = store::sanctions::of_person(tx, &school, &person.id).await?;
    Ok((person, sanctions))
}

/// The head enters a sanction of somebody.
pub async fn enter(
    context: &Context<'_>,
    person: &PersonId,
    entered: &Entered,
) -> Result<(), Failed<EnterRefused>> {
    store::change!(context.db, tx => enter_in(&mut tx, context, person, entered))
}

async fn enter_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: &PersonId,
    entered: &Entered,
) -> Result<(), Failed<EnterRefused>> {
    let (person, sanctions) = opened(tx, context, person).await?;
    let school = person.school.ok_or(Failed::NotFound)?;
    let Entered { order, from, last_day } = entered.clone();
    let running = store::programmes::running(tx, &school, context.today).await?;
    let months = running.map(|programme| programme.settings).unwrap_or_default().sanction_months;
    may_enter(&order, from, last_day, context.today, months).map_err(Failed::Refused)?;
    let same = |one: &Sanction| (&one.order, one.from, one.last_day) == (&order, from, last_day);
    if sanctions.iter().any(|one| same(one) && one.lifted_on.is_none()) {
        // The form came twice.
        return Ok(());
    }
    let sanction = Sanction {
        id: context.id(),
        school,
        person: person.id,
        order,
        from,
        last_day,
        lifted_on: None,
        entered: (context.actor.person.clone(), context.now),
        version: 0,
    };
    store::sanctions::add(tx, &sanction).await?;
    context.audit(tx, &sanction.school, "sanction-entered", sanction.id.as_str(), "").await?;
    Ok(())
}

/// The head lifts a sanction from a day on. Gives whose it was.
pub async fn lift(context: &Context<'_>, id: &SanctionId, day: Day) -> Result<PersonId, Failed<LiftRefused>> {
    store::change!(context.db, tx => lift_in(&mut tx, context, id, day))
}

async fn lift_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SanctionId,
    day: Day,
) -> Result<PersonId, Failed<LiftRefused>> {
    let sanction = readable(tx, context, id).await?;
    if sanction.lifted_on == Some(day) {
        // The form came twice.
        return Ok(sanction.person);
    }
    let lifted = sanction.lift(day, context.today).map_err(Failed::Refused)?;
    store::sanctions::save(tx, &lifted).await?;
    context.audit(tx, &lifted.school, "sanction-lifted", lifted.id.as_str(), "").await?;
    Ok(lifted.person)
}

/// One sanction, for whoever keeps it; it is there for nobody else.
pub async fn readable<R>(tx: &mut Tx, context: &Context<'_>, id: &SanctionId) -> Result<Sanction, Failed<R>> {
    let sanction = store::sanctions::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let keep = Action::KeepSanctions { school: &sanction.school, person: &sanction.person };
    may(context.actor, &keep).map_err(|_| Failed::NotFound)?;
    Ok(sanction)
}

/// The schedule forgets what ended [`KEPT_DAYS`] ago.
pub async fn forget(db: &Db, now: Instant) -> store::Result<()> {
    // Which hour of that day does not matter.
    let before = local(now, 0).date().checked_sub(KEPT_DAYS.days()).unwrap_or(Day::MIN);
    store::change!(db, tx => store::sanctions::forget(&mut tx, before))
}
