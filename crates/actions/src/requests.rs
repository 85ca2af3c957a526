//! Requests: one of the two asks, the other answers (feat:C9–C14, C18, C22).

mod timing;

pub use timing::{expire_overdue, remind};

use crate::choices::{free_places, is_available, works};
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State as PairState, free_place};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::requests::{
    AnswerRefused, Closed, Request, SendRefused, Sides, State, Wish, may_ask, send as may_send,
};
use domain::sides::{Side, There};
use domain::{MentorId, NewcomerId, PairId, PersonId, RequestId};
use store::requests::{Reason, Words};
use store::{Tx, WriteTx};

/// A request with the two it concerns and the programme it belongs to.
struct Loaded {
    request: Request,
    newcomer: Newcomer,
    mentor: Mentor,
    programme: Programme,
}

impl Loaded {
    /// The person on a side.
    const fn person(&self, side: Side) -> &PersonId {
        match side {
            Side::Newcomer => &self.newcomer.person,
            Side::Mentor => &self.mentor.person,
        }
    }

    /// Lets the asker through, or the one asked.
    fn permit<R>(&self, context: &Context<'_>, side: Side) -> Result<(), Failed<R>> {
        let person = self.person(side);
        if side == self.request.asked_by {
            may(context.actor, &Action::SendRequest { asker: person })?;
        } else {
            may(context.actor, &Action::AnswerRequest { asked: person })?;
        }
        Ok(())
    }
}

async fn load<R>(tx: &mut Tx, id: &RequestId) -> Result<Loaded, Failed<R>> {
    let request = store::requests::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let newcomer = store::newcomers::get(tx, &request.newcomer).await?.ok_or(Failed::NotFound)?;
    let mentor = store::mentors::get(tx, &request.mentor).await?.ok_or(Failed::NotFound)?;
    let programme =
        store::programmes::get(tx, &request.school, &request.programme).await?.ok_or(Failed::NotFound)?;
    Ok(Loaded { request, newcomer, mentor, programme })
}

/// What is known of a newcomer who would ask or be asked.
struct Asking {
    works: bool,
    agreed: bool,
    /// Mentors with whom there is an open request, and which of the two asked.
    open: Vec<(MentorId, Side)>,
}

async fn asking(tx: &mut Tx, context: &Context<'_>, newcomer: &Newcomer) -> store::Result<Asking> {
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let agreed = pairs
        .iter()
        .any(|pair| pair.origin != Origin::Provisional && !matches!(pair.state, PairState::Ended { .. }));
    let requests = store::requests::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let open = requests.into_iter().filter(|request| request.state.is_open());
    Ok(Asking {
        works: works(tx, newcomer, context.today).await?,
        agreed,
        open: open.map(|request| (request.mentor, request.asked_by)).collect(),
    })
}

/// How many requests the asker has open: the cap counts each one's own.
async fn open_of(tx: &mut Tx, asking: &Asking, mentor: &Mentor, asker: Side) -> store::Result<usize> {
    if asker == Side::Newcomer {
        return Ok(asking.open.iter().filter(|(_, by)| *by == Side::Newcomer).count());
    }
    let requests = store::requests::of_mentor(tx, &mentor.school, &mentor.id).await?;
    let own = |request: &&Request| request.asked_by == Side::Mentor && request.state.is_open();
    Ok(requests.iter().filter(own).count())
}

/// What is known of both sides, read in the transaction that decides.
async fn sides(
    tx: &mut Tx,
    context: &Context<'_>,
    asking: &Asking,
    mentor: &Mentor,
    asker: Side,
) -> store::Result<Sides> {
    Ok(Sides {
        there: There { newcomer: asking.works, mentor: is_available(tx, mentor, context.today).await? },
        free_places: free_places(tx, mentor).await?,
        newcomer_agreed: asking.agreed,
        open_requests: u8::try_from(open_of(tx, asking, mentor, asker).await?).unwrap_or(u8::MAX),
        already_asked: asking.open.iter().any(|(asked, _)| *asked == mentor.id),
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
    let asking = asking(tx, context, newcomer).await?;
    let mut answers = Vec::with_capacity(mentors.len());
    for mentor in mentors {
        let sides = sides(tx, context, &asking, mentor, Side::Newcomer).await?;
        answers.push(may_ask(programme, &sides, context.today));
    }
    Ok(answers)
}

/// For a page: to whom of these newcomers the mentor may offer now, and why not the others (feat:C18).
pub async fn may_be_offered(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    mentor: &Mentor,
    newcomers: &[Newcomer],
) -> store::Result<Vec<Result<(), SendRefused>>> {
    let mut answers = Vec::with_capacity(newcomers.len());
    for newcomer in newcomers {
        let asking = asking(tx, context, newcomer).await?;
        let sides = sides(tx, context, &asking, mentor, Side::Mentor).await?;
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
    let newcomer = store::newcomers::of_person(tx, &mentor.programme, &context.actor.person)
        .await?
        .ok_or(Failed::Forbidden)?;
    may(context.actor, &Action::SendRequest { asker: &newcomer.person })?;
    write(tx, context, &newcomer, &mentor, Side::Newcomer, wish).await
}

/// The mentor offers to a newcomer first, by the same rules (feat:C18; essay:E10).
pub async fn offer(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    wish: Wish,
) -> Result<RequestId, Failed<SendRefused>> {
    store::change!(context.db, tx => offer_in(&mut tx, context, newcomer, wish.clone()))
}

async fn offer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &NewcomerId,
    wish: Wish,
) -> Result<RequestId, Failed<SendRefused>> {
    let newcomer = store::newcomers::get(tx, newcomer).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SeeMentors(&newcomer.school))?;
    let mentor = store::mentors::of_person(tx, &newcomer.programme, &context.actor.person)
        .await?
        .ok_or(Failed::Forbidden)?;
    may(context.actor, &Action::SendRequest { asker: &mentor.person })?;
    write(tx, context, &newcomer, &mentor, Side::Mentor, wish).await
}

/// Decides and keeps a request of one of the two, and tells the other.
async fn write(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &Newcomer,
    mentor: &Mentor,
    asked_by: Side,
    wish: Wish,
) -> Result<RequestId, Failed<SendRefused>> {
    let programme =
        store::programmes::get(tx, &mentor.school, &mentor.programme).await?.ok_or(Failed::NotFound)?;
    let asking = asking(tx, context, newcomer).await?;
    let sides = sides(tx, context, &asking, mentor, asked_by).await?;
    let answer_until = may_send(&wish, &programme, &sides, context.today).map_err(Failed::Refused)?;
    let request = Request {
        id: context.id(),
        school: mentor.school.clone(),
        programme: programme.id,
        newcomer: newcomer.id.clone(),
        mentor: mentor.id.clone(),
        asked_by,
        wish,
        sent_at: context.now,
        answer_until,
        state: State::Sent,
        version: 0,
    };
    store::requests::add(tx, &request).await?;
    context.audit(tx, &request.school, "request-sent", request.id.as_str(), "").await?;
    let asked = match request.asked() {
        Side::Newcomer => &newcomer.person,
        Side::Mentor => &mentor.person,
    };
    promise(context, tx, asked, Letter::RequestSent, request.id.as_str()).await?;
    Ok(request.id)
}

/// The asker changes the words of a request that has not been read.
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
    loaded.permit(context, loaded.request.asked_by)?;
    let edited = loaded.request.edit(wish, &loaded.programme).map_err(Failed::Refused)?;
    store::requests::save(tx, &edited).await?;
    context.audit(tx, &edited.school, "request-edited", id.as_str(), "").await?;
    Ok(())
}

/// A step of a request after which only the request itself has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The one asked opens it.
    Open,
    /// The one asked has a question.
    Ask {
        /// The question.
        question: String,
    },
    /// The asker answers the question.
    Reply {
        /// The answer.
        answer: String,
    },
    /// The one asked wants to meet first.
    MeetFirst,
    /// The one asked declines; the reason is kept apart from the request.
    Decline {
        /// Their own note, if they want one.
        reason: Option<Reason>,
    },
    /// The asker takes it back.
    Withdraw,
}

impl Step {
    /// Whose step it is.
    const fn author(&self, request: &Request) -> Side {
        match self {
            Self::Open | Self::Ask { .. } | Self::MeetFirst | Self::Decline { .. } => request.asked(),
            Self::Reply { .. } | Self::Withdraw => request.asked_by,
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
    let loaded = load(tx, id).await?;
    let author = step.author(&loaded.request);
    loaded.permit(context, author)?;
    let told = loaded.person(author.other()).clone();
    let request = loaded.request;
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
        promise(context, tx, &told, letter, id.as_str()).await?;
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
            let words = Words { author: step.author(request), text: text.clone(), at: context.now };
            store::requests::add_words(tx, request, &words).await
        }
        Step::Decline { reason: Some(reason) } => store::requests::add_reason(tx, request, reason).await,
        _ => Ok(()),
    }
}

/// The reason of a decline, where the actor may read it: the own one, or one told to the coordinator (feat:C12).
pub async fn reason(tx: &mut Tx, context: &Context<'_>, request: &Request) -> store::Result<Option<Reason>> {
    let Some(reason) = store::requests::reason(tx, request).await? else { return Ok(None) };
    let newcomer = store::newcomers::get(tx, &request.newcomer).await?;
    let mentor = store::mentors::get(tx, &request.mentor).await?;
    let (Some(newcomer), Some(mentor)) = (newcomer, mentor) else { return Ok(None) };
    let (asked, other) = match request.asked() {
        Side::Mentor => (&mentor.person, &newcomer.person),
        Side::Newcomer => (&newcomer.person, &mentor.person),
    };
    let ticked = reason.for_coordinator;
    let read = Action::ReadReason { school: &request.school, asked, asker: other, ticked };
    Ok(may(context.actor, &read).is_ok().then_some(reason))
}

/// The one asked accepts: a pair is made, the newcomer's other requests close, and where this took the mentor's
/// last place, the other requests to the mentor close too.
pub async fn accept(context: &Context<'_>, id: &RequestId) -> Result<PairId, Failed<AnswerRefused>> {
    store::change!(context.db, tx => accept_in(&mut tx, context, id))
}

async fn accept_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &RequestId,
) -> Result<PairId, Failed<AnswerRefused>> {
    let loaded = load(tx, id).await?;
    loaded.permit(context, loaded.request.asked())?;
    let told = loaded.person(loaded.request.asked_by).clone();
    let Loaded { request, newcomer, mentor, programme } = loaded;
    let asking = asking(tx, context, &newcomer).await?;
    let sides = sides(tx, context, &asking, &mentor, request.asked_by).await?;
    let accepted = request.accept(&programme, &sides, context.now, context.today).map_err(Failed::Refused)?;
    // The scarce thing first: whoever comes second waits here, before holding anything a rival needs.
    let pair = make_pair(tx, context, &accepted, &mentor).await?;
    store::requests::save(tx, &accepted).await?;
    context.audit(tx, &accepted.school, "request-accepted", id.as_str(), pair.id.as_str()).await?;
    promise(context, tx, &told, Letter::RequestAccepted, id.as_str()).await?;
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
        // Whoever has decided knows it.
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
    let asking = asking(tx, context, &newcomer).await?;
    let sides = sides(tx, context, &asking, &mentor, request.asked_by).await?;
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
