//! Letters of concerns: that one waits, and that the last day of a step is near. No name and nothing of what was seen: that
//! stands on the page alone (rules §16).

use super::{Reader, Told};
use crate::concerns::{leaders_of, open_steps, read_about};
use domain::ConcernId;
use domain::concerns::{Concern, Leaders};
use store::Tx;

/// The case with who may lead it, where it still waits for the reader: not where another one leads it by now, and never
/// where it is about them (neg:N10, N20).
async fn waiting(tx: &mut Tx, reader: &Reader, id: &ConcernId) -> store::Result<Option<(Concern, Leaders)>> {
    let Some(concern) = store::concerns::get(tx, id).await? else { return Ok(None) };
    let all = leaders_of(tx, &concern.school, reader.today).await?;
    Ok(concern.acting(&all).contains(&reader.actor.person).then_some((concern, all)))
}

fn path(concern: &Concern) -> String {
    format!("/concerns/{}", concern.id)
}

pub(super) async fn waits(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let concern = waiting(tx, reader, &about.into()).await?;
    Ok(concern.map(|(concern, _)| Told::new("concern-waits", "letters-act-concern", path(&concern))))
}

pub(super) async fn due(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let Some(id) = read_about(about) else { return Ok(None) };
    let Some((concern, all)) = waiting(tx, reader, &id).await? else { return Ok(None) };
    let Some((_, day)) = open_steps(tx, &concern, &all).await?.first().copied() else { return Ok(None) };
    let told = Told::new("concern-due", "letters-act-concern", path(&concern));
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, day))))
}
