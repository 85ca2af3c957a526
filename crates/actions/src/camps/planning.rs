//! A camp is planned: its days, what to bring along, the grid with its workshops.

use super::holding::tell;
use super::{keep, led};
use crate::letters::Letter;
use crate::{Context, Failed};
use domain::camps::{Camp, CampRefused, Planned, Slot, State, Workshop, may_plan};
use domain::permissions::{Action, may};
use domain::{CampId, Day};
use store::WriteTx;

/// Plans a camp of the actor's school. The same one a second time is the first one.
pub async fn plan(context: &Context<'_>, planned: &Planned) -> Result<CampId, Failed<CampRefused>> {
    store::change!(context.db, tx => plan_in(&mut tx, context, planned))
}

async fn plan_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    planned: &Planned,
) -> Result<CampId, Failed<CampRefused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageCamps(school))?;
    let known = store::camps::of_school(tx, school).await?;
    let same = |one: &&Camp| {
        (&one.title, &one.place, &one.packing) == (&planned.title, &planned.place, &planned.packing)
            && (one.kind, one.first, one.last) == (planned.kind, planned.first, planned.last)
    };
    if let Some(same) = known.iter().find(same) {
        return Ok(same.id.clone());
    }
    may_plan(planned.kind, (planned.first, planned.last), context.today).map_err(Failed::Refused)?;
    let home = store::schools::get(tx, school).await?.ok_or(Failed::NotFound)?;
    let camp = Camp {
        id: context.id(),
        school: school.clone(),
        district: home.district,
        kind: planned.kind,
        title: planned.title.clone(),
        place: planned.place.clone(),
        first: planned.first,
        last: planned.last,
        packing: planned.packing.clone(),
        slots: Vec::new(),
        groups: Vec::new(),
        seed: String::new(),
        words: String::new(),
        changes: Vec::new(),
        state: State::Planned,
        version: 0,
    };
    store::camps::add(tx, &camp).await?;
    context.audit(tx, school, "camp-planned", camp.id.as_str(), "").await?;
    Ok(camp.id)
}

/// Adds a slot to the grid; to a club or a school that goes on, a meeting, and everybody who takes part is told. The same one a
/// second time is the first one.
pub async fn add_slot(context: &Context<'_>, id: &CampId, slot: &Slot) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => add_slot_in(&mut tx, context, id, slot))
}

async fn add_slot_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    slot: &Slot,
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    let same = |one: &Slot| {
        (one.day, one.from, one.until) == (slot.day, slot.from, slot.until)
            && (&one.title, &one.place) == (&slot.title, &slot.place)
    };
    if camp.slots.iter().any(same) {
        return Ok(());
    }
    if camp.state == State::Planned {
        let after = camp.add_slot(slot.clone()).map_err(Failed::Refused)?;
        keep(tx, context, &after, "camp-changed", "").await?;
        return Ok(());
    }
    let after = camp.add_meeting(slot.clone(), context.today).map_err(Failed::Refused)?;
    keep(tx, context, &after, "camp-changed", "").await?;
    tell(tx, context, &after, Letter::CampMoved).await?;
    Ok(())
}

/// Moves the meeting of this day and hour of a club or a school that goes on; everybody who takes part is told.
pub async fn move_slot(
    context: &Context<'_>,
    id: &CampId,
    when: (Day, jiff::civil::Time),
    slot: &Slot,
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => move_slot_in(&mut tx, context, id, when, slot))
}

async fn move_slot_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    when: (Day, jiff::civil::Time),
    slot: &Slot,
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    if camp.slots.contains(slot) {
        // The form came twice.
        return Ok(());
    }
    let at = camp.slots.iter().position(|one| (one.day, one.from) == when);
    let at = at.ok_or(Failed::Refused(CampRefused::NoSlot))?;
    let after = camp.move_meeting(at, slot.clone(), context.today).map_err(Failed::Refused)?;
    keep(tx, context, &after, "camp-changed", "").await?;
    tell(tx, context, &after, Letter::CampMoved).await?;
    Ok(())
}

/// Takes a slot out of the grid: the one of this day and hour.
pub async fn remove_slot(
    context: &Context<'_>,
    id: &CampId,
    day: Day,
    from: jiff::civil::Time,
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => remove_slot_in(&mut tx, context, id, (day, from)))
}

async fn remove_slot_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    when: (Day, jiff::civil::Time),
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    let Some(at) = camp.slots.iter().position(|one| (one.day, one.from) == when) else {
        // The form came twice.
        return Ok(());
    };
    let after = camp.remove_slot(at).map_err(Failed::Refused)?;
    keep(tx, context, &after, "camp-changed", "").await?;
    Ok(())
}

/// Adds a workshop to the slot of this day and hour: its place in the grid may have changed since. The same one a second time
/// is the first one.
pub async fn add_workshop(
    context: &Context<'_>,
    id: &CampId,
    when: (Day, jiff::civil::Time),
    workshop: &Workshop,
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => add_workshop_in(&mut tx, context, id, (when, workshop)))
}

async fn add_workshop_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    (when, workshop): ((Day, jiff::civil::Time), &Workshop),
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    let at = camp.slots.iter().position(|one| (one.day, one.from) == when);
    let at = at.ok_or(Failed::Refused(CampRefused::NoSlot))?;
    if camp.slots.get(at).is_some_and(|slot| slot.workshops.contains(workshop)) {
        return Ok(());
    }
    let after = camp.add_workshop(at, workshop.clone()).map_err(Failed::Refused)?;
    keep(tx, context, &after, "camp-changed", "").await?;
    Ok(())
}

/// Says what a camp is anew, while its grid is made. The same a second time changes nothing.
pub async fn replan(
    context: &Context<'_>,
    id: &CampId,
    planned: &Planned,
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => replan_in(&mut tx, context, id, planned))
}

async fn replan_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    planned: &Planned,
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    let after = camp.clone().replan(planned.clone(), context.today).map_err(Failed::Refused)?;
    if after != camp {
        keep(tx, context, &after, "camp-changed", "").await?;
    }
    Ok(())
}

/// Takes one workshop out of the slot of this day and hour: the one of this title and leader.
pub async fn remove_workshop(
    context: &Context<'_>,
    id: &CampId,
    when: (Day, jiff::civil::Time),
    which: (&str, &str),
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => remove_workshop_in(&mut tx, context, id, (when, which)))
}

async fn remove_workshop_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    (when, which): ((Day, jiff::civil::Time), (&str, &str)),
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    let Some(at) = camp.slots.iter().position(|one| (one.day, one.from) == when) else {
        // The slot has gone with all its workshops.
        return Ok(());
    };
    let after = camp.clone().remove_workshop(at, which).map_err(Failed::Refused)?;
    if after != camp {
        keep(tx, context, &after, "camp-changed", "").await?;
    }
    Ok(())
}
