//! Letters of the end of a pair, of more time and of pauses: the day, that it was taken back, that there are words to read,
//! that it has come. Nothing of what the two write, and never the reason.

use super::{Reader, Told, seat};
use crate::consents::persons;
use crate::letters::Letter;
use domain::endings::{Ending, Progress, Standing, State, are_open};
use domain::pairs::{Pair, State as PairState};
use domain::permissions::{Action, Two, may};
use domain::sides::Side;
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    match letter {
        Letter::ExtensionProposed | Letter::ExtensionAgreed | Letter::ExtensionDeclined => {
            extended(tx, reader, letter, about).await
        }
        Letter::PairPaused | Letter::PauseEnded => paused(tx, reader, letter, about).await,
        _ => ended(tx, reader, letter, about).await,
    }
}

/// The last day is named, taken back, over; or there are words to read.
async fn ended(tx: &mut Tx, reader: &Reader, letter: Letter, about: &str) -> store::Result<Option<Told>> {
    let Some(pair) = store::pairs::get(tx, &about.into()).await? else { return Ok(None) };
    let Some((newcomer, mentor)) = persons(tx, &pair).await? else { return Ok(None) };
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    if may(&reader.actor, &Action::WriteEnding(two)).is_err() {
        return Ok(None);
    }
    let Some(seat) = seat(tx, reader, &newcomer, &mentor).await? else { return Ok(None) };
    let ending = store::endings::of_pair(tx, &pair.school, &pair.id).await?;
    let told = match letter {
        Letter::ThanksOpened => thanks(tx, reader, &pair, ending.as_ref(), seat.side).await?,
        letter => planned(reader, &pair, letter, ending.as_ref()),
    };
    Ok(told.map(|told| told.with("name", seat.other.polite())))
}

/// The other one's words are open, and there are some.
async fn thanks(
    tx: &mut Tx,
    reader: &Reader,
    pair: &Pair,
    ending: Option<&Ending>,
    side: Side,
) -> store::Result<Option<Told>> {
    let reviews = store::endings::reviews(tx, &pair.school, &pair.id).await?;
    let open = are_open(reviews.len() == 2, pair, ending, reader.today);
    let theirs = reviews.iter().find(|review| review.side != side).map(|review| &review.words);
    let some =
        theirs.is_some_and(|words| words.thanks.is_some() || words.worked.is_some() || words.gave.is_some());
    let told = Told::new("thanks-opened", "letters-act-thanks", format!("/pairs/{}", pair.id));
    Ok((open && some).then_some(told))
}

/// What still stands so; a day that was changed since has a letter of its own.
fn planned(reader: &Reader, pair: &Pair, letter: Letter, ending: Option<&Ending>) -> Option<Told> {
    let words = || format!("/endings/{}/words", pair.id);
    let day =
        |told: Told, ending: &Ending| told.with("day", i18n::day_in_sentence(reader.lang, ending.last_day));
    match (letter, ending) {
        (Letter::EndingPlanned, Some(ending)) if ending.is_open(pair) && ending.changed_at <= reader.due => {
            Some(day(Told::new("ending-planned", "letters-act-words", words()), ending))
        }
        (Letter::EndingTakenBack, None) if matches!(pair.state, PairState::Assigned(_)) => {
            Some(Told::new("ending-taken-back", "letters-act-pair", format!("/pairs/{}", pair.id)))
        }
        (Letter::PairClosed, Some(ending)) if ending.state == State::Closed => {
            Some(day(Told::new("pair-closed", "letters-act-words", words()), ending))
        }
        _ => None,
    }
}

/// More time is proposed, agreed on, or not: what is so still. A coordinator reads whose pair it is.
async fn extended(tx: &mut Tx, reader: &Reader, letter: Letter, about: &str) -> store::Result<Option<Told>> {
    let Some(pair) = store::pairs::get(tx, &about.into()).await? else { return Ok(None) };
    let Some((newcomer, mentor)) = persons(tx, &pair).await? else { return Ok(None) };
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    if may(&reader.actor, &Action::ExtendPair(two)).is_err() {
        return Ok(None);
    }
    let last = store::extensions::of_pair(tx, &pair.school, &pair.id).await?.pop();
    let Some(last) = last else { return Ok(None) };
    let seat = seat(tx, reader, &newcomer, &mentor).await?;
    let side = seat.as_ref().map(|seat| seat.side);
    let name = match (letter, seat) {
        (Letter::ExtensionAgreed, _) => store::people::get(tx, &newcomer).await?.map(|one| one.name.brief()),
        (_, seat) => seat.map(|seat| seat.other.polite()),
    };
    let key = match (letter, last.progress) {
        (Letter::ExtensionProposed, _) if side.is_some_and(|side| last.waits_for(side)) => {
            "extension-proposed"
        }
        (Letter::ExtensionAgreed, Progress::Agreed)
            if may(&reader.actor, &Action::ManageEndings(&pair.school)).is_ok() =>
        {
            "extension-agreed"
        }
        (Letter::ExtensionDeclined, Progress::Declined) => "extension-declined",
        _ => return Ok(None),
    };
    let path = format!("/endings/{}/extension", pair.id);
    let day = if key == "extension-declined" { last.was } else { last.last_day };
    let told = Told::new(key, "letters-act-extension", path);
    Ok(name.map(|name| told.with("name", name).with("day", i18n::day_in_sentence(reader.lang, day))))
}

/// The pair pauses, or does so no more.
async fn paused(tx: &mut Tx, reader: &Reader, letter: Letter, about: &str) -> store::Result<Option<Told>> {
    let Some(pair) = store::pairs::get(tx, &about.into()).await? else { return Ok(None) };
    let Some((newcomer, mentor)) = persons(tx, &pair).await? else { return Ok(None) };
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    let over = !matches!(pair.state, PairState::Assigned(_));
    if over || may(&reader.actor, &Action::ExtendPair(two)).is_err() {
        return Ok(None);
    }
    let Some(seat) = seat(tx, reader, &newcomer, &mentor).await? else { return Ok(None) };
    let pauses = store::pauses::of_pair(tx, &pair.school, &pair.id).await?;
    // The one that was set or changed last.
    let Some(last) = pauses.into_iter().max_by_key(|one| one.changed_at) else { return Ok(None) };
    let key = match (letter, last.standing(reader.today)) {
        (Letter::PairPaused, Standing::Ahead | Standing::Running) => "pair-paused",
        (Letter::PauseEnded, Standing::Over) if last.days() == 0 => "pause-called-off",
        (Letter::PauseEnded, Standing::Over) => "pause-ended",
        _ => return Ok(None),
    };
    let day = |day| i18n::day_in_sentence(reader.lang, day);
    let told = Told::new(key, "letters-act-pause", format!("/endings/{}/pause", pair.id));
    let told = told.with("name", seat.other.polite()).with("from", day(last.from));
    Ok(Some(told.with("day", day(last.back_on))))
}
