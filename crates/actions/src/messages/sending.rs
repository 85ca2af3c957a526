//! A message goes to its audience, once to each; what becomes of each letter is noted when it is carried.

use super::managed;
use super::reading::{first_year, fresh, mark, takers};
use crate::letters::{Letter, Promise, promise, promise_once};
use crate::{Context, Failed};
use domain::messages::{Broadcast, Delivery, Message, MessageRefused, Outcome, Target, may_send};
use domain::{BroadcastId, Instant, MessageId};
use i18n::Lang;
use store::WriteTx;
use store::jobs::Job;

/// Sends a template to oneself in the three languages, as its readers would get it. Twice within a minute is once: the form
/// came twice.
pub async fn try_out(context: &Context<'_>, id: &MessageId) -> Result<(), Failed<MessageRefused>> {
    store::change!(context.db, tx => try_out_in(&mut tx, context, id))
}

async fn try_out_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MessageId,
) -> Result<(), Failed<MessageRefused>> {
    let message = managed::<MessageRefused>(tx, context, id).await?;
    if !message.texts.is_whole() {
        return Err(Failed::Refused(MessageRefused::Unfinished));
    }
    let me = store::people::get(tx, &context.actor.person).await?.ok_or(Failed::NotFound)?;
    if me.email.is_none() {
        return Err(Failed::Refused(MessageRefused::NoAddress));
    }
    let minute = context.now.as_second() / 60;
    for lang in Lang::ALL {
        let about = format!("{} {minute} {}", message.id, lang.tag());
        promise_once(tx, &me.id, Letter::MessageTried, &about, context.now).await?;
    }
    Ok(())
}

/// Sends a template to everybody of an audience who has not got this edition of it. `shown` is the edition and the mark of the
/// list that the sender was shown: where it says something else now, or others stand there, the sender looks again. Sent
/// twice on a day to the same is sent once.
pub async fn send(
    context: &Context<'_>,
    id: &MessageId,
    to: impl Into<Target>,
    shown: (i64, &str),
) -> Result<BroadcastId, Failed<MessageRefused>> {
    let to = to.into();
    store::change!(context.db, tx => send_in(&mut tx, context, id, &to, shown))
}

async fn send_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MessageId,
    to: &Target,
    shown: (i64, &str),
) -> Result<BroadcastId, Failed<MessageRefused>> {
    let message = managed::<MessageRefused>(tx, context, id).await?;
    let same = |one: &&Broadcast| {
        let edition = (&one.message, one.edition) == (&message.id, message.version);
        edition && one.to == *to && one.on == context.today
    };
    let before = store::messages::broadcasts(tx, &message.school).await?;
    if let Some(sent) = before.iter().find(same) {
        return Ok(sent.id.clone());
    }
    let (fresh, _) = fresh(tx, context, &message, to).await?;
    may_send(&message, (fresh.len(), &mark(&fresh)), shown).map_err(Failed::Refused)?;
    let takers = takers(tx, &message.school).await?;
    let broadcast = begun(tx, context, message, to).await?;
    for person in fresh {
        let (outcome, at) = if takers.contains(&person) {
            promise(context, tx, &person, Letter::MessageSent, broadcast.id.as_str()).await?;
            (Outcome::Waiting, None)
        } else {
            (Outcome::OnPage, Some(context.now))
        };
        store::messages::deliver(tx, &broadcast, &Delivery { person, outcome, at }).await?;
    }
    context.audit(tx, &broadcast.school, "message-sent", broadcast.id.as_str(), "").await?;
    Ok(broadcast.id)
}

/// What is sent, kept as it is now.
async fn begun(
    tx: &mut WriteTx,
    context: &Context<'_>,
    message: Message,
    to: &Target,
) -> store::Result<Broadcast> {
    let first_year = first_year(tx, &message.school, context.today).await?;
    let broadcast = Broadcast {
        id: context.id(),
        school: message.school,
        message: message.id,
        edition: message.version,
        name: message.name,
        texts: message.texts,
        to: to.clone(),
        first_year,
        by: context.actor.person.clone(),
        at: context.now,
        on: context.today,
    };
    store::messages::send(tx, &broadcast).await?;
    Ok(broadcast)
}

/// Notes what became of a letter, where it was one of a message to many.
pub(crate) async fn note(tx: &mut WriteTx, job: &Job, outcome: Outcome, now: Instant) -> store::Result<()> {
    // What cannot be read is given up by whoever carries letters, and was no message.
    let Ok(promise) = Promise::of(job) else { return Ok(()) };
    if promise.letter != Letter::MessageSent || outcome == Outcome::Waiting {
        return Ok(());
    }
    store::messages::note(tx, &promise.about.into(), &promise.to, outcome, now).await
}
