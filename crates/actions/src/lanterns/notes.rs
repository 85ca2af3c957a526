//! Notes of those who share: written while the small right holds; said in other words and taken away by whoever wrote them, also
//! later, and by the coordinator.

use super::sharing::{logged, mine};
use crate::{Context, Failed, Never};
use domain::lanterns::{LightRefused, MOST_LINE, MOST_WORDS, Note, may_say};
use domain::permissions::{Action, may};
use domain::{LanternId, LanternNoteId};
use store::{Tx, WriteTx};

/// Writes a note into the library of the school. The same one a second time is the first one.
pub async fn note(
    context: &Context<'_>,
    id: &LanternId,
    title: &str,
    words: &str,
) -> Result<(), Failed<LightRefused>> {
    store::change!(context.db, tx => note_in(&mut tx, context, id, title, words))
}

async fn note_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &LanternId,
    title: &str,
    words: &str,
) -> Result<(), Failed<LightRefused>> {
    let lantern = mine(tx, context, id).await?;
    may_say(title, MOST_LINE).map_err(Failed::Refused)?;
    may_say(words, MOST_WORDS).map_err(Failed::Refused)?;
    let same = |one: &Note| one.lantern == lantern.id && one.title == title && one.words == words;
    if store::lanterns::notes(tx, &lantern.school).await?.iter().any(same) {
        return Ok(());
    }
    let note = Note {
        id: context.id(),
        school: lantern.school.clone(),
        lantern: lantern.id.clone(),
        title: title.to_owned(),
        words: words.to_owned(),
    };
    store::lanterns::note(tx, &note).await?;
    logged(tx, context, &lantern).await?;
    Ok(())
}

/// A note that the actor may change: the own one, or any for the coordinator.
async fn kept<R>(tx: &mut Tx, context: &Context<'_>, id: &LanternNoteId) -> Result<Note, Failed<R>> {
    let note = store::lanterns::one_note(tx, id).await?.ok_or(Failed::NotFound)?;
    let lantern = store::lanterns::get(tx, &note.lantern).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::EndLantern { school: &lantern.school, person: &lantern.person })?;
    Ok(note)
}

/// A note for the page on which it is changed.
pub async fn keeping(tx: &mut Tx, context: &Context<'_>, id: &LanternNoteId) -> Result<Note, Failed<Never>> {
    kept(tx, context, id).await
}

/// Says a note in other words.
pub async fn keep_note(
    context: &Context<'_>,
    id: &LanternNoteId,
    title: &str,
    words: &str,
) -> Result<(), Failed<LightRefused>> {
    store::change!(context.db, tx => keep_note_in(&mut tx, context, id, title, words))
}

async fn keep_note_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &LanternNoteId,
    title: &str,
    words: &str,
) -> Result<(), Failed<LightRefused>> {
    let note = kept::<LightRefused>(tx, context, id).await?;
    may_say(title, MOST_LINE).map_err(Failed::Refused)?;
    may_say(words, MOST_WORDS).map_err(Failed::Refused)?;
    if (note.title.as_str(), note.words.as_str()) == (title, words) {
        return Ok(());
    }
    let changed = Note { title: title.to_owned(), words: words.to_owned(), ..note };
    store::lanterns::keep_note(tx, &changed).await?;
    context.audit(tx, &changed.school, "lantern-note-changed", changed.lantern.as_str(), "").await?;
    Ok(())
}

/// Takes a note away.
pub async fn remove_note(context: &Context<'_>, id: &LanternNoteId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => remove_note_in(&mut tx, context, id))
}

async fn remove_note_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &LanternNoteId,
) -> Result<(), Failed<Never>> {
    let note = kept::<Never>(tx, context, id).await?;
    store::lanterns::drop_note(tx, &note).await?;
    context.audit(tx, &note.school, "lantern-note-removed", note.lantern.as_str(), "").await?;
    Ok(())
}
