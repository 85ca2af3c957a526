//! What a coordinator writes to many, as a letter. It goes to nobody who takes no such letters any more.

use super::{Reader, Told};
use crate::messages::{Values, first_year};
use domain::messages::{Outcome, Texts};
use domain::permissions::{Action, may};
use domain::{Day, PersonId};
use i18n::Lang;
use store::Tx;

pub(super) async fn sent(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let me = &reader.actor.person;
    let Some(broadcast) = store::messages::broadcast(tx, &about.into()).await? else { return Ok(None) };
    let deliveries = store::messages::deliveries(tx, &broadcast).await?;
    let is_told = deliveries.iter().any(|one| one.person == *me && one.outcome != Outcome::OnPage);
    if !is_told
        || !reader.wishes.messages
        || may(&reader.actor, &Action::ReadMessages { person: me }).is_err()
    {
        return Ok(None);
    }
    let told = Told::new("message-sent", "letters-act-messages", "/messages/received".to_owned());
    let told = (told, reader.lang);
    worded(tx, reader, told, (&broadcast.texts, (broadcast.first_year, broadcast.on), &broadcast.by)).await
}

pub(super) async fn tried(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let mut about = about.split(' ');
    let id = about.next().unwrap_or_default();
    // Behind the minute stands the language in which it is tried.
    let lang = about.nth(1).and_then(Lang::from_tag).unwrap_or(reader.lang);
    let Some(message) = store::messages::get(tx, &id.into()).await? else { return Ok(None) };
    if !message.used || may(&reader.actor, &Action::ManageMessages(&message.school)).is_err() {
        return Ok(None);
    }
    let first_year = first_year(tx, &message.school, reader.today).await?;
    let told = Told::new("message-tried", "letters-act-message", format!("/messages/{}", message.id));
    worded(tx, reader, (told, lang), (&message.texts, (first_year, reader.today), &reader.actor.person)).await
}

/// The letter with the words for its reader, in a language.
async fn worded(
    tx: &mut Tx,
    reader: &Reader,
    (told, lang): (Told, Lang),
    (texts, when, sender): (&Texts, (i16, Day), &PersonId),
) -> store::Result<Option<Told>> {
    let Some(person) = store::people::get(tx, &reader.actor.person).await? else { return Ok(None) };
    let values = Values::load(tx, lang, &person, when, sender).await?;
    let words = values.words(lang, texts);
    Ok(Some(told.with("subject", words.subject).with("text", words.text)))
}
