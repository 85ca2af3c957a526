//! Letters of the reviews of a development plan: that one comes, and that the other one has written. Nothing of what
//! anybody wrote.

use super::{Reader, Told, seat};
use crate::letters::Letter;
use crate::plans::around;
use domain::difficulties::Season;
use domain::goals::{Goal, ahead, reviewed_on};
use domain::people::Person;
use domain::permissions::{Action, Two, may};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let Some((plan, season)) = about.split_once(' ') else { return Ok(None) };
    let Some(season) = Season::from_word(season) else { return Ok(None) };
    let Some(plan) = store::plans::get(tx, &plan.into()).await? else { return Ok(None) };
    let Some(found) = around(tx, plan, reader.today).await? else { return Ok(None) };
    // Without a mentor, a newcomer is told alone.
    let mentor = found.mentor.as_ref().unwrap_or(&found.newcomer);
    let two = Two { school: &found.plan.school, newcomer: &found.newcomer, mentor };
    if may(&reader.actor, &Action::KeepDevelopment(two)).is_err() {
        return Ok(None);
    }
    let newcomer = store::people::get(tx, &found.newcomer).await?;
    let here = |person: &Person| person.works_on(reader.today);
    let (now, soon) = (reviewed_on(&found.programme, reader.today), ahead(&found.programme, reader.today));
    if !newcomer.as_ref().is_some_and(here) || ![now, soon].contains(&Some(season)) {
        return Ok(None);
    }
    let reviews = store::goals::reviews(tx, &found.plan).await?;
    let mut theirs = reviews.iter().filter(|review| review.season == season);
    let path = format!("/plans/development/{}", found.plan.newcomer);
    if letter == Letter::ReviewWritten {
        let Some(mentor) = &found.mentor else { return Ok(None) };
        let Some(seat) = seat(tx, reader, &found.newcomer, mentor).await? else { return Ok(None) };
        let written = theirs.any(|review| review.by != reader.actor.person);
        let told = Told::new("review-written", "letters-act-goals", path);
        return Ok(written.then(|| told.with("name", seat.other.polite())));
    }
    let open = store::goals::of_plan(tx, &found.plan).await?.iter().any(Goal::is_open);
    if !open || theirs.any(|review| review.by == reader.actor.person) {
        return Ok(None);
    }
    let Some(day) = season.begins_on(&found.programme) else { return Ok(None) };
    let key = if found.mentor.is_some() { "review-ahead" } else { "review-ahead-alone" };
    let told = Told::new(key, "letters-act-goals", path);
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, day))))
}
