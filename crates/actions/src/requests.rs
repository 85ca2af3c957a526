//! Requests: one of the two asks, the other answers (feat:C9–C14, C18, C22).

mod following;
mod known;
mod sending;
mod timing;

pub use following::{could_follow, follow, went_on};
pub use sending::{edit, may_be_asked, may_be_offered, offer, send};
pub(crate) use timing::cut_short;
pub use timing::{expire_overdue, remind};

use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State as PairState, free_place};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::requests::{AnswerRefused, Closed, Request};
use domain::sides::Side;
use domain::{PairId, PersonId, RequestId};
use known::Known;
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
    if matches!(step, Step::Decline { .. }) {
        following::go_on(tx, context, &stepped).await?;
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
    let known = Known::of_two(tx, context.today, &programme, &newcomer, &mentor).await?;
    let sides = known.sides(&newcomer, &mentor, request.asked_by);
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

/// Takes an open request back with everything of its programme; whoever stops that tells everybody once.
pub(crate) async fn fall_away(
    tx: &mut WriteTx,
    context: &Context<'_>,
    request: Request,
) -> store::Result<()> {
    let Ok(withdrawn) = request.withdraw(context.now) else { return Ok(()) };
    store::requests::save(tx, &withdrawn).await?;
    context.audit_nameless(tx, &withdrawn.school, "request-withdrawn", withdrawn.id.as_str()).await
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
    let known = Known::of_two(tx, context.today, &programme, &newcomer, &mentor).await?;
    let sides = known.sides(&newcomer, &mentor, request.asked_by);
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
