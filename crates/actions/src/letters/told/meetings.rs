//! Letters of the meetings of a pair.

use super::{Reader, Told, seat};
use crate::consents::persons;
use crate::feeds::{entry, neutral};
use crate::letters::ahead::About;
use crate::letters::{Letter, Promise};
use domain::meetings::{Meeting, Span, State, open};
use domain::permissions::{Action, Two, may};
use domain::sides::Side;
use store::Tx;

pub(super) async fn told(tx: &mut Tx, reader: &Reader, promise: &Promise) -> store::Result<Option<Told>> {
    let reminded = About::read(&promise.about);
    let id = reminded.map_or(promise.about.as_str(), |about| about.id);
    let Some(meeting) = store::meetings::get(tx, &id.into()).await? else { return Ok(None) };
    let Some(pair) = store::pairs::get(tx, &meeting.pair).await? else { return Ok(None) };
    let Some((newcomer, mentor)) = persons(tx, &pair).await? else { return Ok(None) };
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    let over = open(&pair).is_err() && promise.letter != Letter::MeetingFellAway;
    if over || may(&reader.actor, &Action::Meet(two)).is_err() {
        return Ok(None);
    }
    let Some(seat) = seat(tx, reader, &newcomer, &mentor).await? else { return Ok(None) };
    let told = match promise.letter {
        Letter::MeetingProposed => {
            let waiting = waiting(tx, &meeting).await?;
            proposed(reader, &meeting, seat.side, waiting, promise.secret.as_deref())
        }
        Letter::MeetingReminder => reminded.and_then(|about| reminder(reader, &meeting, about)),
        Letter::MeetingFellAway => {
            let pauses = store::pauses::of_pair(tx, &pair.school, &pair.id).await?;
            let pauses = pauses.iter().any(|pause| pause.covers(meeting.day));
            fell_away(reader, &meeting, if pauses { "meeting-paused" } else { "meeting-fell-away" })
        }
        letter => answered(reader, &meeting, letter, seat.side),
    };
    let kind = i18n::t(reader.lang, &format!("contacts-kind-{}", meeting.kind.word()), &[]);
    Ok(told.map(|told| told.with("name", seat.other.polite()).with("kind", kind)))
}

/// How many meetings of its series wait for an answer, itself included.
async fn waiting(tx: &mut Tx, meeting: &Meeting) -> store::Result<usize> {
    let Some(series) = &meeting.series else { return Ok(1) };
    let all = store::meetings::of_pair(tx, &meeting.school, &meeting.pair).await?;
    let waits =
        |one: &&Meeting| one.series.as_ref() == Some(series) && matches!(one.state, State::Proposed { .. });
    Ok(all.iter().filter(waits).count())
}

/// With a day and a time in it.
fn at(told: Told, reader: &Reader, span: Span) -> Told {
    told.with("day", i18n::day_in_sentence(reader.lang, span.day)).with("time", i18n::time(span.at))
}

/// With the meeting for the reader's calendar, or that it is off.
fn in_calendar(told: Told, reader: &Reader, meeting: &Meeting, cancelled: bool) -> Told {
    let event = entry(meeting, cancelled, reader.offset, neutral(reader.lang));
    Told { event, ..told }
}

fn page(key: &'static str, meeting: &Meeting) -> Told {
    Told::new(key, "letters-act-rotation", format!("/meetings/{}", meeting.id))
}

/// A time waits for the reader's answer. The link leads to a page that asks: opening it answers nothing (neg:N7).
fn proposed(
    reader: &Reader,
    meeting: &Meeting,
    side: Side,
    waiting: usize,
    secret: Option<&str>,
) -> Option<Told> {
    let (by, span) = meeting.offer(reader.here)?;
    if by == side {
        return None;
    }
    let key = match meeting.state {
        State::Moving { .. } => "meeting-moving",
        _ if waiting > 1 => "meeting-series",
        _ => "meeting-proposed",
    };
    let told = match secret {
        Some(secret) => Told::new(key, "letters-act-answer", format!("/meetings/answer/{secret}")),
        None => page(key, meeting),
    };
    Some(at(told, reader, span).with("count", waiting))
}

fn reminder(reader: &Reader, meeting: &Meeting, about: About<'_>) -> Option<Told> {
    let span = meeting.span().filter(|span| meeting.state.is_planned() && about.span == *span)?;
    let place: Vec<&str> = [&meeting.place, &meeting.link].into_iter().filter_map(Option::as_deref).collect();
    let place = place.join(", ");
    let key = if place.is_empty() { "meeting-reminder" } else { "meeting-reminder-place" };
    reader.is_reminded(about).then(|| at(page(key, meeting), reader, span).with("place", place))
}

/// It does not take place, and its day has not passed yet.
fn fell_away(reader: &Reader, meeting: &Meeting, key: &'static str) -> Option<Told> {
    let span = meeting.span().filter(|span| span.day >= reader.today && meeting.state == State::Withdrawn)?;
    let told = Told::new(key, "letters-act-pair", format!("/pairs/{}", meeting.pair));
    Some(in_calendar(at(told, reader, span), reader, meeting, true))
}

/// The other one has answered, and what they answered still stands.
fn answered(reader: &Reader, meeting: &Meeting, letter: Letter, side: Side) -> Option<Told> {
    let span = meeting.span()?;
    let key = match (letter, meeting.state) {
        (Letter::MeetingAgreed, State::Agreed) => "meeting-agreed",
        (Letter::MeetingDeclined, State::Declined) => "meeting-declined",
        (Letter::MeetingDeclined, State::Agreed) => "meeting-kept",
        (Letter::MeetingCancelled, State::Cancelled { by }) if by != side => "meeting-cancelled",
        _ => return None,
    };
    let told = at(page(key, meeting), reader, span);
    Some(match meeting.state {
        State::Agreed => in_calendar(told, reader, meeting, false),
        State::Cancelled { .. } => in_calendar(told, reader, meeting, true),
        _ => told,
    })
}
