//! What each letter tells, looked up when it is written. A letter says no more than its reader may see on the
//! page at this moment: never an impression, a reason or the words of a request; and it is not written where
//! the thing has gone on since it was promised (neg:N10).

use super::Letter;
use crate::consents::persons;
use domain::mentors::{Mentor, State as MentorState};
use domain::orders::State as OrderState;
use domain::pairs::{Origin, Pair, State as PairState};
use domain::people::{Actor, Name, Role};
use domain::permissions::{Action, Two, may};
use domain::requests::{Closed, Request, State};
use domain::sides::Side;
use domain::{Day, Instant, PersonId};
use i18n::{Arg, Lang};
use store::Tx;

/// Who reads the letter, as of now.
pub(super) struct Reader {
    pub(super) actor: Actor,
    pub(super) lang: Lang,
    /// Minutes ahead of UTC where they are.
    pub(super) offset: i16,
    pub(super) today: Day,
    /// When the letter was to be written at the earliest: what happened later has a letter of its own.
    pub(super) due: Instant,
}

/// The middle of the text keys, what is filled in, and where the one next step is.
pub(super) struct Told {
    pub(super) key: &'static str,
    pub(super) args: Vec<(&'static str, Arg)>,
    /// The key of the link's words.
    pub(super) act: &'static str,
    pub(super) path: String,
}

impl Told {
    fn new(key: &'static str, act: &'static str, path: String) -> Self {
        Self { key, args: Vec::new(), act, path }
    }

    fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// What the letter tells its reader; `None` where it is not to be written any more.
pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    match letter {
        Letter::RequestSent
        | Letter::RequestAsked
        | Letter::RequestReplied
        | Letter::RequestMeetFirst
        | Letter::RequestAccepted
        | Letter::RequestDeclined
        | Letter::RequestWithdrawn
        | Letter::RequestExpired
        | Letter::RequestClosed
        | Letter::RequestReopened => of_request(tx, reader, letter, about).await,
        Letter::RequestReminder => reminder(tx, reader, about).await,
        Letter::MentorNominated | Letter::MentorApproved | Letter::MentorRejected => {
            of_mentor(tx, reader, letter, about).await
        }
        Letter::ProvisionalNamed
        | Letter::ProvisionalTakenBack
        | Letter::PairPublished
        | Letter::PairDissolved
        | Letter::PairEnded
        | Letter::PairResumed => of_pair(tx, reader, letter, about).await,
        Letter::FirstMeetingPlanned => first_meeting(tx, reader, about).await,
        Letter::PairPending => pending(tx, reader, about).await,
        Letter::OrderSigned => of_order(tx, reader, about).await,
    }
}

/// Which of the two the reader is, and the name of the other.
struct Seat {
    side: Side,
    other: Name,
}

async fn seat(
    tx: &mut Tx,
    reader: &Reader,
    newcomer: &PersonId,
    mentor: &PersonId,
) -> store::Result<Option<Seat>> {
    let (side, other) = match &reader.actor.person {
        person if person == newcomer => (Side::Newcomer, mentor),
        person if person == mentor => (Side::Mentor, newcomer),
        _ => return Ok(None),
    };
    let other = store::people::get(tx, other).await?;
    Ok(other.map(|other| Seat { side, other: other.name }))
}

async fn of_request(
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
    let Some(seat) = seat(tx, reader, &newcomer.person, &mentor.person).await? else { return Ok(None) };
    let role = match seat.side {
        Side::Newcomer => Role::Newcomer,
        Side::Mentor => Role::Mentor,
    };
    if !reader.actor.is(role) {
        return Ok(None);
    }
    Ok(request_told(&request, letter, seat.side).map(|told| {
        let until = i18n::day_in_sentence(reader.lang, request.answer_until);
        told.with("name", seat.other.polite()).with("day", until)
    }))
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
async fn reminder(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
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

/// The candidature, where it is the reader's own and the reader still belongs to the school.
async fn own_candidature(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Mentor>> {
    let mentor = store::mentors::get(tx, &about.into()).await?;
    Ok(mentor.filter(|mentor| {
        let own = Action::BeMentor { school: &mentor.school, person: &mentor.person };
        may(&reader.actor, &own).is_ok()
    }))
}

async fn of_mentor(tx: &mut Tx, reader: &Reader, letter: Letter, about: &str) -> store::Result<Option<Told>> {
    let Some(mentor) = own_candidature(tx, reader, about).await? else { return Ok(None) };
    let key = match (letter, mentor.state) {
        (Letter::MentorNominated, MentorState::Nominated) => "mentor-nominated",
        (Letter::MentorApproved, MentorState::Approved) => "mentor-approved",
        (Letter::MentorRejected, MentorState::Rejected) => "mentor-rejected",
        _ => return Ok(None),
    };
    Ok(Some(Told::new(key, "letters-act-card", "/mentors/card".to_owned())))
}

async fn of_pair(tx: &mut Tx, reader: &Reader, letter: Letter, about: &str) -> store::Result<Option<Told>> {
    let Some(pair) = store::pairs::get(tx, &about.into()).await? else { return Ok(None) };
    let Some((newcomer, mentor)) = persons(tx, &pair).await? else { return Ok(None) };
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    if may(&reader.actor, &Action::SeePair(two)).is_err() {
        return Ok(None);
    }
    let Some(seat) = seat(tx, reader, &newcomer, &mentor).await? else { return Ok(None) };
    let consents = store::consents::of_pair(tx, &pair).await?;
    let consented = consents.iter().any(|consent| consent.side == seat.side);
    let told = pair_told(&pair, letter, seat.side, consented);
    Ok(told.map(|told| told.with("name", seat.other.polite())))
}

fn pair_told(pair: &Pair, letter: Letter, side: Side, consented: bool) -> Option<Told> {
    let page = |key| Some(Told::new(key, "letters-act-pair", format!("/pairs/{}", pair.id)));
    let consent = |key| Some(Told::new(key, "letters-act-consent", "/orders".to_owned()));
    match (letter, &pair.state, &pair.origin, side) {
        (Letter::ProvisionalNamed, PairState::Ended { .. }, ..) => None,
        (Letter::ProvisionalNamed, _, Origin::Provisional, Side::Newcomer) => page("provisional-named"),
        (Letter::ProvisionalTakenBack, PairState::Ended { was: None, .. }, Origin::Provisional, _) => {
            Some(Told::new("provisional-taken-back", "letters-act-home", "/".to_owned()))
        }
        (Letter::PairPublished, PairState::Published, Origin::Provisional, Side::Mentor) => {
            page("pair-provisional")
        }
        (Letter::PairPublished, PairState::Published, _, _) if consented => None,
        (Letter::PairPublished, PairState::Published, Origin::Asked { .. } | Origin::Ranked, _) => {
            consent("pair-chosen")
        }
        (Letter::PairPublished, PairState::Published, Origin::Appointed { .. }, _) => {
            consent("pair-appointed")
        }
        (Letter::PairDissolved, PairState::Ended { was: None, .. }, ..) => {
            Some(Told::new("pair-dissolved", "letters-act-home", "/".to_owned()))
        }
        (Letter::PairEnded, PairState::Ended { .. }, ..) => page("pair-ended"),
        (Letter::PairResumed, PairState::Agreed | PairState::Published | PairState::Assigned(_), ..) => {
            page("pair-resumed")
        }
        _ => None,
    }
}

async fn first_meeting(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let Some(pair) = store::pairs::get(tx, &about.into()).await? else { return Ok(None) };
    let Some((newcomer, mentor)) = persons(tx, &pair).await? else { return Ok(None) };
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    if matches!(pair.state, PairState::Ended { .. }) || may(&reader.actor, &Action::PlanMeeting(two)).is_err()
    {
        return Ok(None);
    }
    let Some(seat) = seat(tx, reader, &newcomer, &mentor).await? else { return Ok(None) };
    let meeting = store::pairs::first_meeting(tx, &pair).await?.filter(|meeting| {
        meeting.set_by != reader.actor.person && meeting.set_at <= reader.due && meeting.on >= reader.today
    });
    Ok(meeting.map(|meeting| {
        Told::new("first-meeting", "letters-act-pair", format!("/pairs/{}", pair.id))
            .with("name", seat.other.polite())
            .with("day", i18n::day_in_sentence(reader.lang, meeting.on))
            .with("time", i18n::time(meeting.at))
            .with("place", meeting.place)
    }))
}

async fn pending(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let Some(newcomer) = store::newcomers::get(tx, &about.into()).await? else { return Ok(None) };
    let own = newcomer.person == reader.actor.person && reader.actor.is_at(Role::Newcomer, &newcomer.school);
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let told = Told::new("pair-pending", "letters-act-home", "/".to_owned());
    Ok((own && !pairs.iter().any(Pair::is_settled)).then_some(told))
}

async fn of_order(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let Some(order) = store::orders::get(tx, &about.into()).await? else { return Ok(None) };
    let OrderState::Signed(signature) = &order.state else { return Ok(None) };
    let Some(sheet) = store::orders::sheet(tx, &order).await? else { return Ok(None) };
    let named = sheet.names(&reader.actor.person);
    if !named || may(&reader.actor, &Action::ReadOrder { school: &order.school, named }).is_err() {
        return Ok(None);
    }
    let told = Told::new("order-signed", "letters-act-order", format!("/orders/{}", order.id));
    let on = i18n::day(reader.lang, signature.on);
    Ok(Some(told.with("number", signature.number.as_str()).with("day", on)))
}
