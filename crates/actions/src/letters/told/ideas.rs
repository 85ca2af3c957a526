//! Letters of ideas: one waits for whoever answers it, there is news for its author, a step is somebody's. The second names no
//! idea (neg:N24).

use super::{Reader, Told};
use crate::ideas::{due, has_part, is_worked};
use crate::letters::Letter;
use domain::ideas::{Idea, State};
use domain::permissions::{Action, may};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let (id, rest) = about.split_once(' ').unwrap_or((about, ""));
    let Some(idea) = store::ideas::get(tx, &id.into()).await? else { return Ok(None) };
    if may(&reader.actor, &Action::ReadIdeas(&idea.school)).is_err() {
        return Ok(None);
    }
    if letter == Letter::IdeaTold {
        let concerned = has_part(tx, &idea, &reader.actor.person).await?;
        return Ok(concerned.then(|| Told::new("idea-told", "letters-act-ideas", "/ideas".to_owned())));
    }
    if letter == Letter::IdeaStep {
        return step(tx, reader, &idea, rest).await;
    }
    let Some(day) = due(tx, &reader.actor, &idea, reader.today).await? else { return Ok(None) };
    let key = if idea.state == State::New { "idea-due" } else { "idea-next" };
    let told = Told::new(key, "letters-act-idea", format!("/ideas/{}", idea.id));
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, day))))
}

/// That an open step is the reader's, or that its day is near.
async fn step(tx: &mut Tx, reader: &Reader, idea: &Idea, about: &str) -> store::Result<Option<Told>> {
    let (id, near) = about.split_once(' ').map_or((about, false), |(id, _)| (id, true));
    let steps = store::ideas::steps(tx, &idea.school).await?;
    let found = steps.into_iter().find(|step| step.id.as_str() == id && step.idea == idea.id);
    let open = found.filter(|step| step.owner == reader.actor.person && step.done_on.is_none());
    let Some(step) = open.filter(|_| is_worked(idea, reader.today)) else { return Ok(None) };
    let key = if near { "idea-step-near" } else { "idea-step" };
    let told = Told::new(key, "letters-act-idea", format!("/ideas/{}", idea.id));
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, step.by))))
}
