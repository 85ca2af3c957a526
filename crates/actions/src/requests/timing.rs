//! What time does to requests: a reminder at half-time, the end of the answer window (feat:C14).

use super::following::go_on;
use super::{Loaded, load, still_here};
use crate::letters::{Letter, promise};
use crate::{Context, Failed, Never};
use domain::calendar::local;
use domain::requests::{AnswerRefused, Request};
use domain::sides::Side;
use domain::{MentorId, NewcomerId, PersonId, RequestId};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

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
    let request = load(tx, id).await?.request;
    let expired = request.expire(context.now, context.today).map_err(Failed::Refused)?;
    keep_expired(tx, context, &expired).await?;
    go_on(tx, context, &expired).await
}

/// Ends a request that waits together with its second round; both sides are told (feat:C19).
pub(crate) async fn cut_short<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    request: Request,
) -> Result<(), Failed<R>> {
    match request.cut_short(context.now) {
        Ok(expired) => keep_expired(tx, context, &expired).await,
        Err(_) => Ok(()),
    }
}

async fn keep_expired<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    expired: &Request,
) -> Result<(), Failed<R>> {
    let Loaded { newcomer, mentor, .. } = load(tx, &expired.id).await?;
    store::requests::save(tx, expired).await?;
    context.audit_nameless(tx, &expired.school, "request-expired", expired.id.as_str()).await?;
    for person in [&newcomer.person, &mentor.person] {
        promise(context, tx, person, Letter::RequestExpired, expired.id.as_str()).await?;
    }
    Ok(())
}

/// The schedule reminds those asked in the actor's school at half-time of what they have not answered (feat:C14):
/// once for each request, one letter for each person (neg:N10). Gives how many are reminded.
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
        if request.awaits_answer() && context.today <= request.answer_until {
            awaited.insert(match request.asked() {
                Side::Mentor => Awaited::Mentor(request.mentor),
                Side::Newcomer => Awaited::Newcomer(request.newcomer),
            });
        }
    }
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let mut told = 0;
    for one in awaited {
        let (id, person) = one.person(tx).await?;
        if let Some(person) = still_here(tx, context, person).await? {
            promise(context, tx, &person, Letter::RequestReminder, &id).await?;
            context.audit_nameless(tx, school, "request-reminded", &id).await?;
            told += 1;
        }
    }
    Ok(told)
}

/// Whose answer is awaited.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Awaited {
    Mentor(MentorId),
    Newcomer(NewcomerId),
}

impl Awaited {
    /// What the reminder is about, and to whom it goes.
    async fn person(self, tx: &mut Tx) -> store::Result<(String, Option<PersonId>)> {
        Ok(match self {
            Self::Mentor(id) => {
                (id.to_string(), store::mentors::get(tx, &id).await?.map(|mentor| mentor.person))
            }
            Self::Newcomer(id) => {
                (id.to_string(), store::newcomers::get(tx, &id).await?.map(|newcomer| newcomer.person))
            }
        })
    }
}
