//! Live deferred acceptance, as far as a newcomer wishes it (feat:C15; docs/decisions/0073): a request that comes to nothing goes
//! on at once to the mentor named beforehand, with words that were written for that mentor (docs/decisions/0083). Nobody but the
//! newcomer reads that there was a next one or an earlier one.

use super::sending::{Asking, keep};
use super::{Loaded, load};
use crate::{Context, Failed};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::programmes::Programme;
use domain::requests::{Follow, FollowRefused, Request, SendRefused, State, Wish};
use domain::sides::Side;
use domain::{Instant, RequestId};
use store::{Tx, WriteTx};

/// For a page: to whom a request of the newcomer's own could go on. That all requests they may send are out stands in nobody's
/// way: this one is over by then.
pub async fn could_follow(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    newcomer: &Newcomer,
) -> store::Result<Vec<Mentor>> {
    let mentors = store::mentors::of_programme(tx, &programme.school, &programme.id).await?;
    let may = super::may_be_asked(tx, context, programme, newcomer, &mentors).await?;
    let could = may.into_iter().map(|may| matches!(may, Ok(()) | Err(SendRefused::TooMany)));
    Ok(mentors.into_iter().zip(could).filter(|(_, could)| *could).map(|(mentor, _)| mentor).collect())
}

/// The newcomer says to whom an open request goes on where it comes to nothing, with words for them, or that it goes nowhere.
pub async fn follow(
    context: &Context<'_>,
    id: &RequestId,
    next: Option<&Follow>,
) -> Result<(), Failed<FollowRefused>> {
    store::change!(context.db, tx => follow_in(&mut tx, context, id, next))
}

async fn follow_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &RequestId,
    next: Option<&Follow>,
) -> Result<(), Failed<FollowRefused>> {
    let loaded = load(tx, id).await?;
    loaded.permit(context, Side::Newcomer)?;
    let Loaded { request, newcomer, programme, .. } = loaded;
    if request.asked_by != Side::Newcomer {
        return Err(Failed::NotFound);
    }
    if store::requests::follow(tx, &request).await?.as_ref() == next {
        return Ok(());
    }
    request.may_follow(next, &programme).map_err(Failed::Refused)?;
    if let Some(next) = next {
        let could = could_follow(tx, context, &programme, &newcomer).await?;
        if could.iter().all(|mentor| mentor.id != next.mentor) {
            return Err(Failed::Refused(FollowRefused::MentorGone));
        }
    }
    store::requests::keep_follow(tx, &request, next).await?;
    // As of a ranking, the log says that it was kept and not whose.
    let programme = request.programme.as_str();
    Ok(context.audit_nameless(tx, &request.school, "request-follow-kept", programme).await?)
}

/// A request has come to nothing: it goes on where the newcomer wished so and the rules still let it. Which one it was stands
/// nowhere in the log: whoever reads it, the mentor who is second among them, would know the order of somebody's wishes.
pub(super) async fn go_on<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    request: &Request,
) -> Result<(), Failed<R>> {
    let Some(next) = store::requests::follow(tx, request).await? else { return Ok(()) };
    let mentor = store::mentors::get(tx, &next.mentor).await?.ok_or(Failed::NotFound)?;
    let newcomer = store::newcomers::get(tx, &request.newcomer).await?.ok_or(Failed::NotFound)?;
    let asking = Asking { newcomer: &newcomer, mentor: &mentor, by: Side::Newcomer };
    // What was written about somebody else stays with them.
    let wish = Wish { text: next.text, ..request.wish.clone() };
    let sent = unless_refused(keep(tx, context, asking, wish).await)?;
    // Where the next one has no place any more, or no words were written for them, the newcomer chooses.
    let Some(sent) = sent else { return Ok(()) };
    Ok(context.audit_nameless(tx, &sent.school, "request-went-on", sent.programme.as_str()).await?)
}

/// What was done; nothing where a rule said no.
fn unless_refused<T, R>(done: Result<T, Failed<SendRefused>>) -> Result<Option<T>, Failed<R>> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(Failed::Refused(_)) => Ok(None),
        Err(Failed::NotFound) => Err(Failed::NotFound),
        Err(Failed::Forbidden) => Err(Failed::Forbidden),
        Err(Failed::Changed) => Err(Failed::Changed),
        Err(Failed::Store(error)) => Err(Failed::Store(error)),
    }
}

/// The request as which another one went on.
pub async fn went_on(tx: &mut Tx, request: &Request) -> store::Result<Option<Request>> {
    let (State::Declined { at } | State::Expired { at }) = request.state else { return Ok(None) };
    let Some(next) = store::requests::follow(tx, request).await? else { return Ok(None) };
    let all = store::requests::of_newcomer(tx, &request.school, &request.newcomer).await?;
    Ok(all.into_iter().find(|one| one.mentor == next.mentor && is_of(one, at)))
}

/// It was sent in the very step in which the other one ended.
fn is_of(request: &Request, at: Instant) -> bool {
    request.sent_at == at
}
