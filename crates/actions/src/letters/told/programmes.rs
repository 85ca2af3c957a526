//! The letter of a programme that was stopped: that it ends and what that means, to everybody alike. Why stands on a page of
//! the leaders and in no letter.

use super::{Reader, Told};
use store::Tx;

pub(super) async fn stopped(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let Some(school) = &reader.actor.school else { return Ok(None) };
    let programme = store::programmes::get(tx, school, &about.into()).await?;
    let Some(day) = programme.and_then(|programme| programme.stopped_on) else { return Ok(None) };
    let told = Told::new("programme-stopped", "letters-act-home", "/".to_owned());
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, day))))
}
