//! Letters of ideas: one waits for whoever answers it, there is news for its author. The second names no idea (neg:N24).

use super::{Reader, Told};
use crate::ideas::{due, has_part};
use crate::letters::Letter;
use domain::permissions::{Action, may};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let (id, _) = about.split_once(' ').unwrap_or((about, ""));
    let Some(idea) = store::ideas::get(tx, &id.into()).await? else { return Ok(None) };
    if may(&reader.actor, &Action::ReadIdeas(&idea.school)).is_err() {
        return Ok(None);
    }
    if letter == Letter::IdeaTold {
        let concerned = has_part(tx, &idea, &reader.actor.person).await?;
        return Ok(concerned.then(|| Told::new("idea-told", "letters-act-ideas", "/ideas".to_owned())));
    }
    let Some(day) = due(tx, &reader.actor, &idea, reader.today).await? else { return Ok(None) };
    let told = Told::new("idea-due", "letters-act-idea", format!("/ideas/{}", idea.id));
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, day))))
}
