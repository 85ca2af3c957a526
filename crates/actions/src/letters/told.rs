//! What each letter tells, looked up when it is written. A letter says no more than its reader may see on the
//! page at this moment: never an impression, a reason or the words of a request; and it is not written where
//! the thing has gone on since it was promised (neg:N10).

mod appeals;
mod camps;
mod commissions;
mod concerns;
mod courses;
mod data;
mod endings;
mod exams;
mod goals;
mod ideas;
mod meetings;
mod messages;
mod observations;
mod plans;
mod programmes;
mod reports;
mod requests;
mod rotations;
mod rounds;
mod scenes;
mod signatures;
mod surveys;

pub(crate) use commissions::about_removed;

use super::ahead::About;
use super::{Letter, Promise};
use crate::consents::persons;
use domain::deliveries::Wishes;
use domain::mentors::{Mentor, State as MentorState};
use domain::orders::State as OrderState;
use domain::pairs::{Origin, Pair, State as PairState};
use domain::people::{Actor, Name, Role};
use domain::permissions::{Action, Two, may};
use domain::sides::Side;
use domain::{Day, Instant, PersonId};
use exchange::calendars::Event;
use i18n::{Arg, Lang};
use jiff::ToSpan;
use jiff::civil::DateTime;
use store::Tx;

/// Who reads the letter, as of now.
pub(super) struct Reader {
    pub(super) actor: Actor,
    pub(super) lang: Lang,
    /// Minutes ahead of UTC where they are.
    pub(super) offset: i16,
    /// Day and time there.
    pub(super) here: DateTime,
    pub(super) today: Day,
    /// What they want of letters.
    pub(super) wishes: Wishes,
    /// When the letter was to be written at the earliest: what happened later has a letter of its own.
    pub(super) due: Instant,
}

impl Reader {
    /// True where a reminder of a time that still stands is wanted and comes neither too early nor too late.
    fn is_reminded(&self, about: About<'_>) -> bool {
        let starts = about.span.day.to_datetime(about.span.at);
        let near = about.span.day <= self.today.saturating_add(1.day());
        self.wishes.wants(about.ahead) && near && starts > self.here
    }
}

/// The middle of the text keys, what is filled in, and where the one next step is.
pub(super) struct Told {
    pub(super) key: &'static str,
    pub(super) args: Vec<(&'static str, Arg)>,
    /// The key of the link's words.
    pub(super) act: &'static str,
    pub(super) path: String,
    /// What it changes in the reader's calendar.
    pub(super) event: Option<Event>,
}

impl Told {
    fn new(key: &'static str, act: &'static str, path: String) -> Self {
        Self { key, args: Vec::new(), act, path, event: None }
    }

    fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// What the letter tells its reader; `None` where it is not to be written any more.
#[expect(
    clippy::too_many_lines,
    reason = "one exhaustive match: whoever adds a letter says here who knows what it tells"
)]
pub(super) async fn told(tx: &mut Tx, reader: &Reader, promise: &Promise) -> store::Result<Option<Told>> {
    let (letter, about) = (promise.letter, promise.about.as_str());
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
        | Letter::RequestReopened => requests::of_request(tx, reader, letter, about).await,
        Letter::RequestReminder => requests::reminder(tx, reader, about).await,
        Letter::MentorNominated | Letter::MentorApproved | Letter::MentorRejected => {
            of_mentor(tx, reader, letter, about).await
        }
        Letter::ProvisionalNamed
        | Letter::ProvisionalTakenBack
        | Letter::PairPublished
        | Letter::PairDissolved
        | Letter::PairEnded
        | Letter::PairHandedOver
        | Letter::PairResumed => of_pair(tx, reader, letter, about).await,
        Letter::ExtensionProposed
        | Letter::ExtensionAgreed
        | Letter::ExtensionDeclined
        | Letter::PairPaused
        | Letter::PauseEnded
        | Letter::EndingPlanned
        | Letter::EndingTakenBack
        | Letter::ThanksOpened
        | Letter::PairClosed => endings::told(tx, reader, letter, about).await,
        Letter::FirstMeetingPlanned => first_meeting(tx, reader, about).await,
        Letter::MeetingProposed
        | Letter::MeetingAgreed
        | Letter::MeetingDeclined
        | Letter::MeetingCancelled
        | Letter::MeetingFellAway
        | Letter::MeetingReminder => meetings::told(tx, reader, promise).await,
        Letter::ObservationProposed
        | Letter::ObservationAnnounced
        | Letter::ObservationAgreed
        | Letter::ObservationDeclined
        | Letter::ObservationCancelled
        | Letter::ObservationReminder
        | Letter::ObservationFinished
        | Letter::ObservationVoided => observations::told(tx, reader, letter, about).await,
        Letter::PairPending => pending(tx, reader, about).await,
        Letter::OrderSigned => of_order(tx, reader, about).await,
        Letter::ReportDue | Letter::ReportAwaits | Letter::ReportReturned | Letter::ReportApproved => {
            reports::told(tx, reader, letter, about).await
        }
        Letter::PlanAwaits | Letter::PlanReturned | Letter::PlanUnsigned | Letter::PlanApproved => {
            plans::told(tx, reader, letter, about).await
        }
        Letter::SignatureDue => signatures::due(tx, reader, about).await,
        Letter::RoundOpened | Letter::RoundExtended | Letter::RoundOver => {
            rounds::told(tx, reader, letter, about).await
        }
        Letter::ReviewAhead | Letter::ReviewWritten => goals::told(tx, reader, letter, about).await,
        Letter::SurveyOpened | Letter::SurveyReminder => surveys::told(tx, reader, letter, about).await,
        Letter::CourseBegun
        | Letter::CourseDeclined
        | Letter::TrainingAnnounced
        | Letter::TrainingPlace
        | Letter::TrainingCancelled
        | Letter::TrainingMaterial => courses::told(tx, reader, letter, about).await,
        Letter::SittingPlanned
        | Letter::SittingCalledOff
        | Letter::TheoryTold
        | Letter::TextsWait
        | Letter::RightGranted
        | Letter::RightEnds
        | Letter::RightRevoked => exams::told(tx, reader, letter, about).await,
        Letter::HearingNamed
        | Letter::HearingMoved
        | Letter::HearingTakenOff
        | Letter::PracticeTold
        | Letter::ExaminerNamed
        | Letter::ExaminerReplaced
        | Letter::ExaminerAsked
        | Letter::CommissionRemoved
        | Letter::SheetUnsealed => commissions::told(tx, reader, letter, about).await,
        Letter::AppealFiled | Letter::AppealDecided => appeals::told(tx, reader, letter, about).await,
        Letter::ConcernWaits => concerns::waits(tx, reader, about).await,
        Letter::ConcernDue => concerns::due(tx, reader, about).await,
        Letter::MessageSent => messages::sent(tx, reader, about).await,
        Letter::MessageTried => messages::tried(tx, reader, about).await,
        Letter::CampPlace => camps::place(tx, reader, about).await,
        Letter::CampAssigned | Letter::CampCancelled | Letter::CampMoved => {
            camps::stands(tx, reader, letter, about).await
        }
        Letter::SceneMoved => scenes::moved(tx, reader, about).await,
        Letter::DataDue => data::due(tx, reader, about).await,
        Letter::ProgrammeStopped => programmes::stopped(tx, reader, about).await,
        Letter::IdeaDue | Letter::IdeaTold | Letter::IdeaStep => ideas::told(tx, reader, letter, about).await,
        Letter::RotationPublished
        | Letter::RotationWithdrawn
        | Letter::RotationAsked
        | Letter::RotationMoved
        | Letter::RotationKept
        | Letter::RotationExcused => rotations::told(tx, reader, letter, about).await,
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

/// The same where the reader is still what they are of the two: whoever has lost the role is told no more.
async fn seat_in_role(
    tx: &mut Tx,
    reader: &Reader,
    newcomer: &PersonId,
    mentor: &PersonId,
) -> store::Result<Option<Seat>> {
    let seat = seat(tx, reader, newcomer, mentor).await?;
    Ok(seat.filter(|seat| {
        reader.actor.is(match seat.side {
            Side::Newcomer => Role::Newcomer,
            Side::Mentor => Role::Mentor,
        })
    }))
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
    let told = pair_told(&pair, letter, seat.side, consented, reader.lang);
    Ok(told.map(|told| told.with("name", seat.other.polite())))
}

fn pair_told(pair: &Pair, letter: Letter, side: Side, consented: bool, lang: Lang) -> Option<Told> {
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
        (Letter::PairHandedOver, PairState::Ended { was: Some(was), .. }, ..) => {
            let last = was.period.last_day()?;
            page("pair-handed-over").map(|told| told.with("day", i18n::day_in_sentence(lang, last)))
        }
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
