//! Notices in Telegram (feat:O4; essay:E21): whoever wants them opens the bot with a code that is used once. After a letter has
//! gone, and not in the reader's quiet hours, the bot says that there is news and where the application is: no name, no
//! subject, no address of a thing (docs/decisions/0057).

use crate::accounts::{hex, secret_hash};
use crate::{Context, Failed, Never};
use domain::calendar::{USUAL_OFFSET_MINUTES, after_minutes, instant_at, local};
use domain::deliveries::Pace;
use domain::permissions::{Action, may};
use domain::telegram::{AGAIN_MINUTES, CODE_MINUTES, HELD_MINUTES, MOST_TRIES, code_of, pause};
use domain::{Instant, PersonId, SchoolId};
use i18n::{Lang, t};
use jiff::SignedDuration;
use std::future::Future;
use store::audit::Entry;
use store::telegram::Notice;
use store::{Db, Tx, WriteTx};

/// Why the messenger did not do what it was asked to; the words go into the log, so they name nobody and hold no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// It asks for a pause of so many seconds (429).
    Pause(i64),
    /// The chat is gone: the bot was blocked there, or the account is no more.
    Gone,
    /// It may do so later.
    ForNow(String),
}

/// What somebody sent to the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// In which chat.
    pub chat: String,
    /// What.
    pub text: String,
}

/// The bot.
pub trait Bot {
    /// Sends a text to a chat.
    fn send(&self, chat: &str, text: &str) -> impl Future<Output = Result<(), Unsent>> + Send;
    /// What came in since it was asked last.
    fn received(&self) -> impl Future<Output = Result<Vec<Said>, Unsent>> + Send;
}

/// What became of the next notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notified {
    /// None is due.
    Nothing,
    /// It was sent.
    Sent,
    /// It waits for the end of its reader's quiet hours.
    Held,
    /// It failed and is tried again later, or given up: the letter has told everything.
    Later,
    /// Its reader has left, or has blocked the bot: there are no notices any more.
    Ended,
    /// Nothing is sent to anybody before this time.
    Paused(Instant),
}

/// The actor's school, where they may say how they are told.
fn own<'a>(context: &'a Context<'_>) -> Result<&'a SchoolId, Failed<Never>> {
    may(context.actor, &Action::KeepDeliveries { person: &context.actor.person })?;
    context.actor.school.as_ref().ok_or(Failed::NotFound)
}

/// Gives the actor a code with which they open the bot, shown this once; an earlier one is void.
pub async fn ask(context: &Context<'_>) -> Result<String, Failed<Never>> {
    let code = hex(&context.ids.bytes::<16>());
    store::change!(context.db, tx => ask_in(&mut tx, context, &code))?;
    Ok(code)
}

async fn ask_in(tx: &mut WriteTx, context: &Context<'_>, code: &str) -> Result<(), Failed<Never>> {
    let school = own(context)?;
    let until = after_minutes(context.now, CODE_MINUTES);
    store::telegram::ask(tx, school, &context.actor.person, &secret_hash(code), until).await?;
    Ok(())
}

/// Ends the actor's notices, and voids a code that waits.
pub async fn end(context: &Context<'_>) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => end_in(&mut tx, context))
}

async fn end_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<(), Failed<Never>> {
    let school = own(context)?;
    let person = &context.actor.person;
    if store::telegram::of_person(tx, school, person).await?.is_some() {
        store::telegram::remove(tx, school, person).await?;
        context.audit(tx, school, "account-telegram-ended", person.as_str(), "").await?;
    }
    Ok(())
}

/// Asks the bot what came in, where somebody's code waits, and links whoever sent theirs. Gives how many were linked.
/// Everything else that is sent to the bot is left without an answer. All codes that came are used, also where the messenger asks
/// for a pause meanwhile.
pub async fn listen(db: &Db, now: Instant, bot: &impl Bot) -> store::Result<Result<usize, Unsent>> {
    if !store::telegram::is_asked(&mut *db.read().await?, now).await? {
        return Ok(Ok(0));
    }
    let said = match bot.received().await {
        Ok(said) => said,
        Err(why) => return Ok(Err(why)),
    };
    let mut linked = 0;
    let mut pause = None;
    for one in &said {
        let Some(code) = code_of(&one.text) else { continue };
        let done: store::Result<Option<Linked>> =
            store::change!(db, tx => link_in(&mut tx, &one.chat, code, now));
        let Some(Linked { lang, begun }) = done? else { continue };
        linked += usize::from(begun);
        let key = if begun { "telegram-linked" } else { "telegram-other" };
        // Whether it arrives or not, the page says whether notices have begun; only a pause that is asked for is handed on.
        if let Err(Unsent::Pause(seconds)) = bot.send(&one.chat, &t(lang, key, &[])).await {
            pause = Some(seconds);
        }
    }
    Ok(pause.map_or(Ok(linked), |seconds| Err(Unsent::Pause(seconds))))
}

/// What came of a code that can be used.
struct Linked {
    /// The language of whose it is.
    lang: Lang,
    /// Notices have begun; they have not where the chat gets somebody else's, which nobody may end by a code of their own.
    begun: bool,
}

async fn link_in(tx: &mut WriteTx, chat: &str, code: &str, now: Instant) -> store::Result<Option<Linked>> {
    let Some((school, person)) = store::telegram::by_code(tx, &secret_hash(code), now).await? else {
        return Ok(None);
    };
    let before = store::telegram::by_chat(tx, chat).await?;
    let begun = before.is_none_or(|before| before == person);
    if begun {
        store::telegram::link(tx, &school, &person, chat, now).await?;
        logged(tx, &school, &person, "account-telegram-linked", now).await?;
    }
    let reader = store::people::get(tx, &person).await?;
    Ok(reader.map(|reader| Linked { lang: Lang::from_tag(&reader.lang).unwrap_or_default(), begun }))
}

async fn logged(
    tx: &mut WriteTx,
    school: &SchoolId,
    person: &PersonId,
    what: &str,
    at: Instant,
) -> store::Result<()> {
    let entry =
        Entry { school: Some(school), at, actor: Some(person), what, subject: person.as_str(), detail: "" };
    store::audit::append(tx, &entry).await
}

/// What is to be done with a notice now.
enum Next {
    Send(Lang),
    Hold(Instant),
    End,
}

async fn next(tx: &mut Tx, notice: &Notice, now: Instant) -> store::Result<Next> {
    let Some(person) = store::people::get(tx, &notice.person).await? else { return Ok(Next::End) };
    let school = store::schools::get(tx, &notice.school).await?;
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    let here = local(now, offset);
    if !person.works_on(here.date()) {
        return Ok(Next::End);
    }
    let wishes = store::deliveries::of_person(tx, &notice.person).await?;
    if let Some(until) = wishes.held_until(Pace::AtOnce, here, here) {
        return Ok(Next::Hold(instant_at(until, offset)));
    }
    Ok(Next::Send(Lang::from_tag(&person.lang).unwrap_or_default()))
}

/// Takes the notice that waits longest and sends it. `address` is where people reach the application.
pub async fn notify_next(db: &Db, now: Instant, bot: &impl Bot, address: &str) -> store::Result<Notified> {
    if !store::telegram::is_due(&mut *db.read().await?, now).await? {
        return Ok(Notified::Nothing);
    }
    let until = after_minutes(now, HELD_MINUTES);
    let claimed: store::Result<Option<Notice>> =
        store::change!(db, tx => store::telegram::claim(&mut tx, now, until));
    let Some(notice) = claimed? else { return Ok(Notified::Nothing) };
    let next = next(&mut *db.read().await?, &notice, now).await?;
    let (then, became) = match next {
        Next::End => (Then::End, Notified::Ended),
        Next::Hold(until) => (Then::Hold(until), Notified::Held),
        Next::Send(lang) => {
            let text = t(lang, "telegram-notice", &[("address", address.into())]);
            after(&bot.send(&notice.chat, &text).await, &notice, now)
        }
    };
    let noted: store::Result<()> = store::change!(db, tx => note(&mut tx, &notice, then, now));
    noted?;
    Ok(became)
}

/// What is noted of a notice.
#[derive(Clone, Copy)]
enum Then {
    Done,
    Hold(Instant),
    Later(Instant),
    Pause(Instant),
    End,
}

/// What follows from the messenger's answer.
fn after(answer: &Result<(), Unsent>, notice: &Notice, now: Instant) -> (Then, Notified) {
    match answer {
        Ok(()) => (Then::Done, Notified::Sent),
        Err(Unsent::Gone) => (Then::End, Notified::Ended),
        Err(Unsent::ForNow(_)) if notice.tries >= MOST_TRIES => (Then::Done, Notified::Later),
        Err(Unsent::ForNow(_)) => (Then::Later(after_minutes(now, AGAIN_MINUTES)), Notified::Later),
        Err(Unsent::Pause(seconds)) => {
            let wait = SignedDuration::from_secs(pause(*seconds));
            let until = now.checked_add(wait).unwrap_or(Instant::MAX);
            (Then::Pause(until), Notified::Paused(until))
        }
    }
}

async fn note(tx: &mut WriteTx, notice: &Notice, then: Then, now: Instant) -> store::Result<()> {
    match then {
        Then::Done => store::telegram::done(tx, notice).await,
        Then::Hold(until) => store::telegram::hold(tx, notice, until).await,
        Then::Later(at) => store::telegram::later(tx, notice, at).await,
        Then::Pause(until) => {
            store::telegram::hold(tx, notice, until).await?;
            store::telegram::pause(tx, until).await
        }
        Then::End => {
            store::telegram::remove(tx, &notice.school, &notice.person).await?;
            logged(tx, &notice.school, &notice.person, "account-telegram-ended", now).await
        }
    }
}
