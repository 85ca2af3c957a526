//! Requests: a newcomer asks, the mentor answers (feat:C9–C14, C22).

use crate::letters::{Letter, promise};
use crate::{Context, Failed, Never};
use domain::calendar::local;
use domain::mentors::{Mentor, State as MentorState};
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State as PairState, free_place};
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::requests::{
    AnswerRefused, Closed, Request, SendRefused, Sides, State, Wish, may_ask, send as may_send,
};
use domain::sides::Side;
use domain::{MentorId, PairId, PersonId, RequestId};
use std::collections::BTreeSet;
use store::requests::{Reason, Words};
use store::{Tx, WriteTx};

/// A request with the two it concerns and the programme it belongs to.
struct Loaded {
    request: Request,
    newcomer: Newcomer,
    mentor: Mentor,
    programme: Programme,
}

async fn load<R>(tx: &mut Tx, id: &RequestId) -> Result<Loaded, Failed<R>> {
    let request = store::requests::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let newcomer = store::newcomers::get(tx, &request.newcomer).await?.ok_or(Failed::NotFound)?;
    let mentor = store::mentors::get(tx, &request.mentor).await?.ok_or(Failed::NotFound)?;
    let programme =
        store::programmes::get(tx, &request.school, &request.programme).await?.ok_or(Failed::NotFound)?;
    Ok(Loaded { request, newcomer, mentor, programme })
}

/// What is known of a newcomer who would ask.
struct Asking {
    agreed: bool,
    /// Mentors who have an open request of this newcomer.
    asked: Vec<MentorId>,
}

async fn asking(tx: &mut Tx, newcomer: &Newcomer) -> store::Result<Asking> {
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let agreed = pairs
        .iter()
        .any(|pair| pair.origin != Origin::Provisional && !matches!(pair.state, PairState::Ended { .. }));
    let requests = store::requests::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let open = requests.into_iter().filter(|request| request.state.is_open());
    Ok(Asking { agreed, asked: open.map(|request| request.mentor).collect() })
}

/// What is known of both sides, read in the transaction that decides.
async fn sides(tx: &mut Tx, context: &Context<'_>, asking: &Asking, mentor: &Mentor) -> store::Result<Sides> {
    let person = store::people::get(tx, &mentor.person).await?;
    let works = person.is_some_and(|person| person.works_on(context.today));
    let taken = store::pairs::places_taken(tx, &mentor.school, &mentor.id).await?;
    let free = mentor.card.places.saturating_sub(u8::try_from(taken.len()).unwrap_or(u8::MAX));
    Ok(Sides {
        mentor_available: works && mentor.state == MentorState::Approved,
        free_places: free,
        newcomer_agreed: asking.agreed,
        open_requests: u8::try_from(asking.asked.len()).unwrap_or(u8::MAX),
        already_asked: asking.asked.contains(&mentor.id),
    })
}

/// For a page: whom of these mentors the newcomer may ask now, and why not the others.
pub async fn may_be_asked(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    newcomer: &Newcomer,
    mentors: &[Mentor],
) -> store::Result<Vec<Result<(), SendRefused>>> {
    let asking = asking(tx, newcomer).await?;
    let mut answers = Vec::with_capacity(mentors.len());
    for mentor in mentors {
        let sides = sides(tx, context, &asking, mentor).await?;
        answers.push(may_ask(programme, &sides, context.today));
    }
    Ok(answers)
}

/// The newcomer sends a request to a mentor.
pub async fn send(
    context: &Context<'_>,
    mentor: &MentorId,
    wish: Wish,
) -> Result<RequestId, Failed<SendRefused>> {
    store::change!(context.db, tx => send_in(&mut tx, context, mentor, wish.clone()))
}

async fn send_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    mentor: &MentorId,
    wish: Wish,
) -> Result<RequestId, Failed<SendRefused>> {
    let mentor = store::mentors::get(tx, mentor).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SeeMentors(&mentor.school))?;
    let programme =
        store::programmes::get(tx, &mentor.school, &mentor.programme).await?.ok_or(Failed::NotFound)?;
    let newcomer = store::newcomers::of_person(tx, &programme.id, &context.actor.person)
        .await?
        .ok_or(Failed::Forbidden)?;
    may(context.actor, &Action::AskMentor { newcomer: &newcomer.person })?;
    let asking = asking(tx, &newcomer).await?;
    let sides = sides(tx, context, &asking, &mentor).await?;
    let answer_until = may_send(&wish, &programme, &sides, context.today).map_err(Failed::Refused)?;
    let request = Request {
        id: context.id(),
        school: mentor.school.clone(),
        programme: programme.id,
        newcomer: newcomer.id,
        mentor: mentor.id,
        wish,
        sent_at: context.now,
        answer_until,
        state: State::Sent,
        version: 0,
    };
    store::requests::add(tx, &request).await?;
    context.audit(tx, &request.school, "request-sent", request.id.as_str(), "").await?;
    promise(context, tx, &mentor.person, Letter::RequestSent, request.id.as_str()).await?;
    Ok(request.id)
}

/// The newcomer changes the words of a request that has not been read.
pub async fn edit(context: &Context<'_>, id: &RequestId, wish: Wish) -> Result<(), Failed<SendRefused>> {
    store::change!(context.db, tx => edit_in(&mut tx, context, id, wish.clone()))
}

async fn edit_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &RequestId,
    wish: Wish,
) -> Result<(), Failed<SendRefused>> {
    let loaded = load(tx, id).await?;
    may(context.actor, &Action::AskMentor { newcomer: &loaded.newcomer.person })?;
    let edited = loaded.request.edit(wish, &loaded.programme).map_err(Failed::Refused)?;
    store::requests::save(tx, &edited).await?;
    context.audit(tx, &edited.school, "request-edited", id.as_str(), "").await?;
    Ok(())
}

/// A step of a request after which only the request itself has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The mentor opens it.
    Open,
    /// The mentor asks a question.
    Ask {
        /// The question.
        question: String,
    },
    /// The newcomer answers the question.
    Reply {
        /// The answer.
        answer: String,
    },
    /// The mentor wants to meet first.
    MeetFirst,
    /// The mentor declines; the reason is kept apart from the request.
    Decline {
        /// The mentor's own note, if they want one.
        reason: Option<Reason>,
    },
    /// The newcomer takes it back.
    Withdraw,
}

impl Step {
    /// Whose step it is.
    const fn author(&self) -> Side {
        match self {
            Self::Open | Self::Ask { .. } | Self::MeetFirst | Self::Decline { .. } => Side::Mentor,
            Self::Reply { .. } | Self::Withdraw => Side::Newcomer,
        }
    }

    const fn audit_word(&self) -> &'static str {
        match self {
            Self::Open => "request-read",
            Self::Ask { .. } => "request-asked",
            Self::Reply { .. } => "request-replied",
            Self::MeetFirst => "request-meet-first",
            Self::Decline { .. } => "request-declined",
            Self::Withdraw => "request-withdrawn",
        }
    }

    /// What the other side is told; opening a request tells nobody by letter.
    const fn letter(&self) -> Option<Letter> {
        match self {
            Self::Open => None,
            Self::Ask { .. } => Some(Letter::RequestAsked),
            Self::Reply { .. } => Some(Letter::RequestReplied),
            Self::MeetFirst => Some(Letter::RequestMeetFirst),
            Self::Decline { .. } => Some(Letter::RequestDeclined),
            Self::Withdraw => Some(Letter::RequestWithdrawn),
        }
    }
}

/// One of the two takes a step that changes the request alone.
pub async fn step(context: &Context<'_>, id: &RequestId, step: &Step) -> Result<(), Failed<AnswerRefused>> {
    store::change!(context.db, tx => step_in(&mut tx, context, id, step))
}

async fn step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &RequestId,
    step: &Step,
) -> Result<(), Failed<AnswerRefused>> {
    let Loaded { request, newcomer, mentor, .. } = load(tx, id).await?;
    match step.author() {
        Side::Mentor => may(context.actor, &Action::AnswerRequest { mentor: &mentor.person })?,
        Side::Newcomer => may(context.actor, &Action::AskMentor { newcomer: &newcomer.person })?,
    }
    let (now, today) = (context.now, context.today);
    let before = request.state;
    let stepped = match step {
        Step::Open => Ok(request.open(now)),
        Step::Ask { .. } => request.ask(now, today),
        Step::Reply { .. } => request.reply(now, today),
        Step::MeetFirst => request.meet_first(now, today),
        Step::Decline { .. } => request.decline(now, today),
        Step::Withdraw => request.withdraw(now),
    }
    .map_err(Failed::Refused)?;
    if stepped.state == before {
        return Ok(());
    }
    store::requests::save(tx, &stepped).await?;
    keep_words(tx, context, &stepped, step).await?;
    context.audit(tx, &stepped.school, step.audit_word(), id.as_str(), "").await?;
    if let Some(letter) = step.letter() {
        let to = match step.author() {
            Side::Mentor => &newcomer.person,
            Side::Newcomer => &mentor.person,
        };
        promise(context, tx, to, letter, id.as_str()).await?;
    }
    Ok(())
}

async fn keep_words(
    tx: &mut WriteTx,
    context: &Context<'_>,
    request: &Request,
    step: &Step,
) -> store::Result<()> {
    match step {
        Step::Ask { question: text } | Step::Reply { answer: text } => {
            let words = Words { author: step.author(), text: text.clone(), at: context.now };
            store::requests::add_words(tx, request, &words).await
        }
        Step::Decline { reason: Some(reason) } => store::requests::add_reason(tx, request, reason).await,
        _ => Ok(()),
    }
}

/// The reason of a decline, where the actor may read it: the mentor's own, or told to the coordinator (feat:C12).
pub async fn reason(tx: &mut Tx, context: &Context<'_>, request: &Request) -> store::Result<Option<Reason>> {
    let Some(reason) = store::requests::reason(tx, request).await? else { return Ok(None) };
    let newcomer = store::newcomers::get(tx, &request.newcomer).await?;
    let mentor = store::mentors::get(tx, &request.mentor).await?;
    let (Some(newcomer), Some(mentor)) = (newcomer, mentor) else { return Ok(None) };
    let two = Two { school: &request.school, newcomer: &newcomer.person, mentor: &mentor.person };
    let read = Action::ReadReason { two, ticked: reason.for_coordinator };
    Ok(may(context.actor, &read).is_ok().then_some(reason))
}

/// The mentor accepts: a pair is made, the newcomer's other requests close, and where this took the mentor's
/// last place, the other requests to the mentor close too.
pub async fn accept(context: &Context<'_>, id: &RequestId) -> Result<PairId, Failed<AnswerRefused>> {
    store::change!(context.db, tx => accept_in(&mut tx, context, id))
}

async fn accept_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &RequestId,
) -> Result<PairId, Failed<AnswerRefused>> {
    let Loaded { request, newcomer, mentor, programme } = load(tx, id).await?;
    may(context.actor, &Action::AnswerRequest { mentor: &mentor.person })?;
    let asking = asking(tx, &newcomer).await?;
    let sides = sides(tx, context, &asking, &mentor).await?;
    let accepted = request.accept(&programme, &sides, context.now, context.today).map_err(Failed::Refused)?;
    // The scarce thing first: whoever comes second waits here, before holding anything a rival needs.
    let pair = make_pair(tx, context, &accepted, &mentor).await?;
    store::requests::save(tx, &accepted).await?;
    context.audit(tx, &accepted.school, "request-accepted", id.as_str(), pair.id.as_str()).await?;
    promise(context, tx, &newcomer.person, Letter::RequestAccepted, id.as_str()).await?;
    close_rivals(tx, context, &accepted, sides.free_places == 1).await?;
    Ok(pair.id)
}

async fn make_pair(
    tx: &mut WriteTx,
    context: &Context<'_>,
    request: &Request,
    mentor: &Mentor,
) -> Result<Pair, Failed<AnswerRefused>> {
    let taken = store::pairs::places_taken(tx, &mentor.school, &mentor.id).await?;
    let place = free_place(mentor.card.places, &taken).ok_or(Failed::Refused(AnswerRefused::MentorFull))?;
    let pair = Pair {
        id: context.id(),
        school: request.school.clone(),
        programme: request.programme.clone(),
        newcomer: request.newcomer.clone(),
        mentor: request.mentor.clone(),
        place: Some(place),
        origin: Origin::Asked { request: request.id.clone() },
        state: PairState::Agreed,
        since: context.now,
        version: 0,
    };
    store::pairs::add(tx, &pair).await?;
    Ok(pair)
}

async fn close_rivals(
    tx: &mut WriteTx,
    context: &Context<'_>,
    accepted: &Request,
    mentor_full: bool,
) -> Result<(), Failed<AnswerRefused>> {
    let of_newcomer = store::requests::of_newcomer(tx, &accepted.school, &accepted.newcomer).await?;
    for rival in of_newcomer.into_iter().filter(|request| request.state.is_open()) {
        close(tx, context, rival, Closed::AgreedElsewhere).await?;
    }
    if mentor_full {
        let of_mentor = store::requests::of_mentor(tx, &accepted.school, &accepted.mentor).await?;
        for rival in of_mentor.into_iter().filter(|request| request.state.is_open()) {
            close(tx, context, rival, Closed::MentorFull).await?;
        }
    }
    Ok(())
}

/// Closes an open request because something else was decided, and tells the side that waits.
pub(crate) async fn close<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    request: Request,
    why: Closed,
) -> Result<(), Failed<R>> {
    let Ok(closed) = request.close(why, context.now) else { return Ok(()) };
    store::requests::save(tx, &closed).await?;
    context.audit(tx, &closed.school, "request-closed", closed.id.as_str(), why.word()).await?;
    let newcomer = store::newcomers::get(tx, &closed.newcomer).await?.map(|newcomer| newcomer.person);
    let mentor = store::mentors::get(tx, &closed.mentor).await?.map(|mentor| mentor.person);
    let told = match why {
        Closed::AgreedElsewhere => vec![mentor],
        Closed::MentorFull => vec![newcomer],
        // Whoever has left gets no letters any more (neg:N10).
        Closed::Left => {
            vec![still_here(tx, context, newcomer).await?, still_here(tx, context, mentor).await?]
        }
    };
    for person in told.into_iter().flatten() {
        promise(context, tx, &person, Letter::RequestClosed, closed.id.as_str()).await?;
    }
    Ok(())
}

/// Opens a request again that the leaving of this person closed by mistake, and tells the other side. `false`
/// where it cannot be answered any more.
pub(crate) async fn reopen<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: &PersonId,
    id: &str,
    held: &str,
) -> Result<bool, Failed<R>> {
    let Loaded { request, newcomer, mentor, programme } = load(tx, &id.into()).await?;
    let Some(newcomer_here) = still_here(tx, context, Some(newcomer.person.clone())).await? else {
        return Ok(false);
    };
    let asking = asking(tx, &newcomer).await?;
    let sides = sides(tx, context, &asking, &mentor).await?;
    let Some(request) = request.reopen(held, &programme, &sides, context.today) else { return Ok(false) };
    store::requests::save(tx, &request).await?;
    context.audit(tx, &request.school, "request-reopened", id, "").await?;
    let told = if newcomer_here == *person { mentor.person } else { newcomer_here };
    promise(context, tx, &told, Letter::RequestReopened, id).await?;
    Ok(true)
}

/// The person, where they still work at the school.
async fn still_here(
    tx: &mut Tx,
    context: &Context<'_>,
    person: Option<PersonId>,
) -> store::Result<Option<PersonId>> {
    let Some(id) = person else { return Ok(None) };
    let person = store::people::get(tx, &id).await?;
    Ok(person.filter(|person| person.works_on(context.today)).map(|person| person.id))
}

/// The schedule closes what nobody in the actor's school answered in time; both sides are told (feat:C14).
/// Gives how many closed.
pub async fn expire_overdue(context: &Context<'_>) -> Result<usize, Failed<AnswerRefused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let overdue = store::requests::overdue(&mut *context.db.read().await?, school, context.today).await?;
    let mut closed = 0;
    for id in &overdue {
        match store::change!(context.db, tx => expire_in(&mut tx, context, id)) {
            Ok(()) => closed += 1,
            // Answered in the last moment: good.
            Err(Failed::Refused(_) | Failed::Changed | Failed::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(closed)
}

async fn expire_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &RequestId,
) -> Result<(), Failed<AnswerRefused>> {
    let Loaded { request, newcomer, mentor, .. } = load(tx, id).await?;
    let expired = request.expire(context.now, context.today).map_err(Failed::Refused)?;
    store::requests::save(tx, &expired).await?;
    context.audit_schedule(tx, &expired.school, "request-expired", id.as_str()).await?;
    for person in [&newcomer.person, &mentor.person] {
        promise(context, tx, person, Letter::RequestExpired, id.as_str()).await?;
    }
    Ok(())
}

/// The schedule reminds mentors of the actor's school at half-time of what they have not answered (feat:C14):
/// once for each request, one letter for each mentor (neg:N10). Gives how many mentors are reminded.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    if half_time(&mut *context.db.read().await?, context).await?.is_empty() {
        return Ok(0);
    }
    store::change!(context.db, tx => remind_in(&mut tx, context))
}

/// Open requests whose half-time has come and at which nobody has looked yet.
async fn half_time(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Request>, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let school = store::schools::get(tx, school).await?.ok_or(Failed::NotFound)?;
    let reached = |request: &Request| {
        let sent_on = local(request.sent_at, school.utc_offset_minutes).date();
        request.half_time(sent_on).is_some_and(|day| day <= context.today)
    };
    let open = store::requests::not_reminded(tx, &school.id).await?;
    Ok(open.into_iter().filter(|request| reached(request)).collect())
}

async fn remind_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let mut awaited = BTreeSet::new();
    for request in half_time(tx, context).await? {
        store::requests::note_half_time(tx, &request.id, context.now).await?;
        if request.awaits_mentor() && context.today <= request.answer_until {
            awaited.insert(request.mentor);
        }
    }
    let mut told = 0;
    for id in awaited {
        let Some(mentor) = store::mentors::get(tx, &id).await? else { continue };
        if let Some(person) = still_here(tx, context, Some(mentor.person)).await? {
            promise(context, tx, &person, Letter::RequestReminder, id.as_str()).await?;
            context.audit_schedule(tx, &mentor.school, "request-reminded", id.as_str()).await?;
            told += 1;
        }
    }
    Ok(told)
}
