//! Letters of modelled situations: a planned one takes place at another time or place.

use super::{Reader, Told};
use domain::scenes::State;
use store::Tx;

/// When and where it is now, for those at it.
pub(super) async fn moved(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let Some(scene) = store::scenes::get(tx, &about.into()).await? else { return Ok(None) };
    let me = &reader.actor.person;
    let at_it = scene.members().contains(me) && reader.actor.school.as_ref() == Some(scene.home_of(me));
    if !at_it || scene.state != State::Planned || scene.day < reader.today {
        return Ok(None);
    }
    let told = Told::new("scene-moved", "letters-act-scene", format!("/scenes/{}", scene.id));
    let told = told.with("team", scene.team).with("place", scene.place);
    let day = i18n::day_in_sentence(reader.lang, scene.day);
    Ok(Some(told.with("day", day).with("time", i18n::time(scene.from))))
}
