//! Who may ask whom, and sending: a newcomer's request, a mentor's offer (feat:C9, C10, C18).

use super::known::Known;
use super::load;
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::requests::{Request, SendRefused, State, Wish, may_ask, send as may_send};
use domain::sides::Side;
use domain::{MentorId, NewcomerId, RequestId};
use store::{Tx, WriteTx};

/// For a page: whom of these mentors the newcomer may ask now, and why not the others.
pub async fn may_be_asked(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    newcomer: &Newcomer,
    mentors: &[Mentor],
) -> store::Result<Vec<Result<(), SendRefused>>> {
    let known = Known::of_programme(tx, context.today, programme).await?;
    let sides = |mentor| known.sides(newcomer, mentor, Side::Newcomer);
    Ok(mentors.iter().map(|mentor| may_ask(programme, &sides(mentor), context.today)).collect())
}

/// For a page: to whom of these newcomers the mentor may offer now, and why not the others (feat:C18).
pub async fn may_be_offered(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    mentor: &Mentor,
    newcomers: &[Newcomer],
) -> store::Result<Vec<Result<(), SendRefused>>> {
    let known = Known::of_programme(tx, context.today, programme).await?;
    let sides = |newcomer| known.sides(newcomer, mentor, Side::Mentor);
    Ok(newcomers.iter().map(|newcomer| may_ask(programme, &sides(newcomer), context.today)).collect())
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
    let asking = Asking { newcomer: &newcomer, mentor: &mentor, by: Side::Newcomer };
    write(tx, context, asking, wish).await
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
    write(tx, context, Asking { newcomer: &newcomer, mentor: &mentor, by: Side::Mentor }, wish).await
}

/// Who asks whom.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub(super) newcomer: &'a Newcomer,
    pub(super) mentor: &'a Mentor,
    /// Which of the two asks.
    pub(super) by: Side,
}

/// Decides and keeps a request of the actor's, and tells the other.
async fn write(
    tx: &mut WriteTx,
    context: &Context<'_>,
    asking: Asking<'_>,
    wish: Wish,
) -> Result<RequestId, Failed<SendRefused>> {
    let request = keep(tx, context, asking, wish).await?;
    context.audit(tx, &request.school, "request-sent", request.id.as_str(), "").await?;
    Ok(request.id)
}

/// The same without the log: by whom it was sent, the caller says.
pub(super) async fn keep(
    tx: &mut WriteTx,
    context: &Context<'_>,
    Asking { newcomer, mentor, by }: Asking<'_>,
    wish: Wish,
) -> Result<Request, Failed<SendRefused>> {
    let programme =
        store::programmes::get(tx, &mentor.school, &mentor.programme).await?.ok_or(Failed::NotFound)?;
    let known = Known::of_two(tx, context.today, &programme, newcomer, mentor).await?;
    let sides = known.sides(newcomer, mentor, by);
    let answer_until = may_send(&wish, &programme, &sides, context.today).map_err(Failed::Refused)?;
    let request = Request {
        id: context.id(),
        school: mentor.school.clone(),
        programme: programme.id,
        newcomer: newcomer.id.clone(),
        mentor: mentor.id.clone(),
        asked_by: by,
        wish,
        sent_at: context.now,
        answer_until,
        state: State::Sent,
        version: 0,
    };
    store::requests::add(tx, &request).await?;
    let asked = match request.asked() {
        Side::Newcomer => &newcomer.person,
        Side::Mentor => &mentor.person,
    };
    promise(context, tx, asked, Letter::RequestSent, request.id.as_str()).await?;
    Ok(request)
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
