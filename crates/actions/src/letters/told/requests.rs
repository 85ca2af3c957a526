//! Letters about requests and offers, and the reminder at half-time.

use super::{Reader, Told, own_candidature, seat_in_role};
use crate::letters::Letter;
use crate::requests::went_on;
use domain::people::Role;
use domain::permissions::{Action, Two, may};
use domain::requests::{Closed, Request, State};
use domain::sides::Side;
use store::Tx;

pub(super) async fn of_request(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let Some(request) = store::requests::get(tx, &about.into()).await? else { return Ok(None) };
    let newcomer = store::newcomers::get(tx, &request.newcomer).await?;
    let mentor = store::mentors::get(tx, &request.mentor).await?;
    let Some((newcomer, mentor)) = newcomer.zip(mentor) else { return Ok(None) };
    let two = Two { school: &request.school, newcomer: &newcomer.person, mentor: &mentor.person };
    if may(&reader.actor, &Action::ReadRequest(two)).is_err() {
        return Ok(None);
    }
    let seat = seat_in_role(tx, reader, &newcomer.person, &mentor.person).await?;
    let Some(seat) = seat else { return Ok(None) };
    if seat.side == Side::Newcomer
        && matches!(letter, Letter::RequestDeclined | Letter::RequestExpired)
        && let Some(on) = went_on(tx, &request).await?
    {
        let to = named(tx, &on).await?;
        let key = match letter {
            Letter::RequestExpired => "request-went-on-expired",
            _ => "request-went-on",
        };
        let told = Told::new(key, "letters-act-request", format!("/requests/{}", on.id));
        return Ok(Some(told.with("name", seat.other.polite()).with("next", to)));
    }
    Ok(request_told(&request, letter, seat.side).map(|told| {
        let until = i18n::day_in_sentence(reader.lang, request.answer_until);
        told.with("name", seat.other.polite()).with("day", until)
    }))
}

/// How the mentor of a request is called.
async fn named(tx: &mut Tx, request: &Request) -> store::Result<String> {
    let Some(mentor) = store::mentors::get(tx, &request.mentor).await? else { return Ok(String::new()) };
    Ok(store::people::get(tx, &mentor.person).await?.map(|one| one.name.polite()).unwrap_or_default())
}

/// The letter as the request stands: what is over is not told of as if it were not.
fn request_told(request: &Request, letter: Letter, side: Side) -> Option<Told> {
    let key = match request.asked_by {
        Side::Newcomer => request_key(letter, side, request.state)?,
        Side::Mentor => offer_key(letter, side, request.state)?,
    };
    let (act, path) = match (request.state.is_open(), request.state, side) {
        (true, ..) | (_, State::Accepted { .. }, _) => {
            ("letters-act-request", format!("/requests/{}", request.id))
        }
        // A newcomer without an answer looks further, whoever asked.
        (_, _, Side::Newcomer) => ("letters-act-mentors", "/mentors".to_owned()),
        (_, _, Side::Mentor) => ("letters-act-requests", "/requests".to_owned()),
    };
    Some(Told::new(key, act, path))
}

/// The newcomer had asked.
fn request_key(letter: Letter, side: Side, state: State) -> Option<&'static str> {
    use Side::{Mentor, Newcomer};
    Some(match (letter, side, state) {
        (Letter::RequestSent, Mentor, State::Sent | State::Read { .. }) => "request-sent",
        (Letter::RequestAsked, Newcomer, State::Asked { .. }) => "request-asked",
        (Letter::RequestReplied, Mentor, State::Read { .. }) => "request-replied",
        (Letter::RequestMeetFirst, Newcomer, State::MeetFirst { .. }) => "request-meet-first",
        (Letter::RequestAccepted, Newcomer, State::Accepted { .. }) => "request-accepted",
        (Letter::RequestDeclined, Newcomer, State::Declined { .. }) => "request-declined",
        (Letter::RequestWithdrawn, Mentor, State::Withdrawn { .. }) => "request-withdrawn",
        (Letter::RequestExpired, Newcomer, State::Expired { .. }) => "request-expired-newcomer",
        (Letter::RequestExpired, Mentor, State::Expired { .. }) => "request-expired-mentor",
        (Letter::RequestClosed, side, State::Closed { why, .. }) => match (why, side) {
            (Closed::AgreedElsewhere, Mentor) => "request-closed-elsewhere",
            (Closed::MentorFull, Newcomer) => "request-closed-full",
            (Closed::Left, Newcomer) => "request-closed-left-newcomer",
            (Closed::Left, Mentor) => "request-closed-left-mentor",
            (Closed::AgreedElsewhere, Newcomer) | (Closed::MentorFull, Mentor) => return None,
        },
        (Letter::RequestReopened, Newcomer, state) if state.is_open() => "request-reopened-newcomer",
        (Letter::RequestReopened, Mentor, state) if state.is_open() => "request-reopened-mentor",
        _ => return None,
    })
}

/// The mentor had offered first (feat:C18). Where a text speaks of «your request» or «the request to you», it fits
/// the asker and the one asked of either side.
fn offer_key(letter: Letter, side: Side, state: State) -> Option<&'static str> {
    use Side::{Mentor, Newcomer};
    Some(match (letter, side, state) {
        (Letter::RequestSent, Newcomer, State::Sent | State::Read { .. }) => "offer-sent",
        (Letter::RequestAsked, Mentor, State::Asked { .. }) => "request-asked",
        (Letter::RequestReplied, Newcomer, State::Read { .. }) => "request-replied",
        (Letter::RequestMeetFirst, Mentor, State::MeetFirst { .. }) => "request-meet-first",
        (Letter::RequestAccepted, Mentor, State::Accepted { .. }) => "offer-accepted",
        (Letter::RequestDeclined, Mentor, State::Declined { .. }) => "offer-declined",
        (Letter::RequestWithdrawn, Newcomer, State::Withdrawn { .. }) => "offer-withdrawn",
        (Letter::RequestExpired, Newcomer, State::Expired { .. }) => "offer-expired-newcomer",
        (Letter::RequestExpired, Mentor, State::Expired { .. }) => "offer-expired-mentor",
        (Letter::RequestClosed, side, State::Closed { why, .. }) => match (why, side) {
            (Closed::AgreedElsewhere, Mentor) => "offer-closed-elsewhere",
            (Closed::MentorFull, Newcomer) => "offer-closed-full",
            (Closed::Left, Newcomer) => "offer-closed-left-newcomer",
            (Closed::Left, Mentor) => "offer-closed-left-mentor",
            (Closed::AgreedElsewhere, Newcomer) | (Closed::MentorFull, Mentor) => return None,
        },
        (Letter::RequestReopened, Mentor, state) if state.is_open() => "request-reopened-newcomer",
        (Letter::RequestReopened, Newcomer, state) if state.is_open() => "request-reopened-mentor",
        _ => return None,
    })
}

/// What still waits for the reader past half-time, counted now: whoever has answered meanwhile gets nothing.
pub(super) async fn reminder(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let past_half_time = |request: &Request| {
        let sent_on = domain::calendar::local(request.sent_at, reader.offset).date();
        request.half_time(sent_on).is_some_and(|day| (day..=request.answer_until).contains(&reader.today))
    };
    let (side, requests) = requests_of(tx, reader, about).await?;
    let awaits =
        |request: &&Request| request.asked() == side && request.awaits_answer() && past_half_time(request);
    let awaited: Vec<&Request> = requests.iter().filter(awaits).collect();
    let Some(first) = awaited.iter().map(|request| request.answer_until).min() else { return Ok(None) };
    let told = Told::new("request-reminder", "letters-act-requests", "/requests".to_owned());
    let until = i18n::day_in_sentence(reader.lang, first);
    Ok(Some(told.with("count", awaited.len()).with("day", until)))
}

/// The requests of the reader as mentor or as newcomer, whichever the reminder is about; none for anybody else's.
async fn requests_of(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<(Side, Vec<Request>)> {
    let candidature = own_candidature(tx, reader, about).await?;
    if let Some(mentor) = candidature.filter(|_| reader.actor.is(Role::Mentor)) {
        return Ok((Side::Mentor, store::requests::of_mentor(tx, &mentor.school, &mentor.id).await?));
    }
    let newcomer = store::newcomers::get(tx, &about.into()).await?;
    let newcomer = newcomer.filter(|one| {
        let own = may(&reader.actor, &Action::AnswerRequest { asked: &one.person }).is_ok();
        own && reader.actor.is(Role::Newcomer) && reader.actor.school.as_ref() == Some(&one.school)
    });
    Ok(match newcomer {
        Some(one) => (Side::Newcomer, store::requests::of_newcomer(tx, &one.school, &one.id).await?),
        None => (Side::Newcomer, Vec::new()),
    })
}
