//! Letters of camps: workshops are given out, places in them fell free, a meeting is another one, a camp is not held.

use super::{Reader, Told};
use crate::letters::Letter;
use domain::camps::{Camp, Slot, State, Workshop};
use domain::permissions::{Action, may};
use i18n::Arg;
use store::Tx;

/// The places to which the reader moved up by one change, as far as they are theirs and their slots are still to come. `about`
/// is the camp and its slots, by their places in the grid.
pub(super) async fn place(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let Some((id, slots)) = about.split_once(' ') else { return Ok(None) };
    let Some(camp) = store::camps::get(tx, &id.into()).await? else { return Ok(None) };
    let me = &reader.actor.person;
    let sees = may(&reader.actor, &Action::SeeCamp { school: &camp.school, near: true }).is_ok();
    if camp.state != State::Assigned || camp.has_left(me) || !sees {
        return Ok(None);
    }
    let places: Vec<_> = slots.split(' ').filter_map(|at| moved(reader, &camp, at.parse().ok()?)).collect();
    let path = format!("/camps/{}", camp.id);
    Ok(match places.as_slice() {
        [] => None,
        [one] => {
            let told = Told::new("camp-place", "letters-act-camp", path).with("camp", camp.title.as_str());
            Some(said(reader, one).into_iter().fold(told, |told, (name, value)| told.with(name, value)))
        }
        many => {
            let line = |one| i18n::t(reader.lang, "letters-camp-places-line", &said(reader, one));
            let lines: Vec<String> = many.iter().map(line).collect();
            let told = Told::new("camp-places", "letters-act-camp", path).with("camp", camp.title.as_str());
            Some(told.with("count", lines.len()).with("places", lines.join("; ")))
        }
    })
}

/// How a camp stands that is not over, for whoever takes part: their workshops are there to be read, or nobody has to travel.
pub(super) async fn stands(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let Some(camp) = store::camps::get(tx, &about.into()).await? else { return Ok(None) };
    let me = &reader.actor.person;
    let key = match (letter, camp.state) {
        (Letter::CampAssigned, State::Assigned) => "camp-assigned",
        (Letter::CampCancelled, State::Cancelled) => "camp-cancelled",
        (Letter::CampMoved, State::Open | State::Assigned) => "camp-moved",
        _ => return Ok(None),
    };
    let members = store::camps::members(tx, &camp).await?;
    let comes = members.iter().any(|one| one.person == *me) && !camp.has_left(me);
    let sees = may(&reader.actor, &Action::SeeCamp { school: &camp.school, near: true }).is_ok();
    if !comes || !sees || camp.last < reader.today {
        return Ok(None);
    }
    let told = Told::new(key, "letters-act-camp", format!("/camps/{}", camp.id));
    let first = i18n::day_in_sentence(reader.lang, camp.first);
    Ok(Some(told.with("camp", camp.title).with("day", first)))
}

/// The place to which the reader moved up in a slot that is still to come.
fn moved<'a>(reader: &Reader, camp: &'a Camp, at: usize) -> Option<(&'a Slot, &'a Workshop)> {
    let slot = camp.slots.get(at).filter(|slot| slot.day.to_datetime(slot.from) > reader.here)?;
    let (workshop, _) = camp.moved_up(at, &reader.actor.person)?;
    Some((slot, slot.workshops.get(workshop)?))
}

/// What a place is, in words.
fn said(reader: &Reader, (slot, workshop): &(&Slot, &Workshop)) -> [(&'static str, Arg); 4] {
    [
        ("title", workshop.title.as_str().into()),
        ("day", i18n::day_in_sentence(reader.lang, slot.day).into()),
        ("time", i18n::time(slot.from).into()),
        ("place", workshop.place.as_str().into()),
    ]
}
