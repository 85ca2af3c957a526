//! Letters of camps: a place in a workshop fell free.

use super::{Reader, Told};
use domain::camps::State;
use domain::permissions::{Action, may};
use store::Tx;

/// The place to which the reader moved up, as long as it is theirs and the slot is still to come.
pub(super) async fn place(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let Some((id, at)) = about.split_once(' ') else { return Ok(None) };
    let Ok(at) = at.parse::<usize>() else { return Ok(None) };
    let Some(camp) = store::camps::get(tx, &id.into()).await? else { return Ok(None) };
    let me = &reader.actor.person;
    let sees = may(&reader.actor, &Action::SeeCamp { school: &camp.school, near: true }).is_ok();
    if camp.state != State::Assigned || camp.has_left(me) || !sees {
        return Ok(None);
    }
    let slot = camp.slots.get(at).filter(|slot| slot.day.to_datetime(slot.from) > reader.here);
    let moved = slot.zip(camp.moved_up(at, me));
    Ok(moved.and_then(|(slot, (workshop, _))| {
        let workshop = slot.workshops.get(workshop)?;
        let told = Told::new("camp-place", "letters-act-camp", format!("/camps/{}", camp.id))
            .with("title", workshop.title.as_str())
            .with("camp", camp.title.as_str())
            .with("day", i18n::day_in_sentence(reader.lang, slot.day))
            .with("time", i18n::time(slot.from))
            .with("place", workshop.place.as_str());
        Some(told)
    }))
}
