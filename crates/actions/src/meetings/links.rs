//! Links in letters that are answered once (feat:D2). Opening one shows a page that asks; only its form answers.

use super::answering::{answer_in, ask_in};
use super::{Answer, Refused, busy, last_day};
use crate::accounts::secret_hash;
use crate::letters::{Holder, holder};
use crate::{Context, Failed, Ids};
use domain::meetings::{Meeting, Opening, Span, State, open};
use domain::pairs::Pair;
use domain::people::Name;
use domain::sides::Side;
use domain::{Instant, PersonId};
use jiff::civil::DateTime;
use store::meetings::Link;
use store::{Db, Tx};

/// What a link opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A time waits for the answer of the person whose link it is.
    Asks {
        /// Whose link it is.
        person: PersonId,
        /// The meeting.
        meeting: Box<Meeting>,
        /// The time that is proposed.
        span: Span,
        /// The times of its series that were proposed with it.
        with: Vec<Span>,
        /// Other lessons in which both can.
        free: Vec<Opening>,
        /// The other one.
        other: Name,
    },
    /// It was answered, by this link or on the page.
    Answered,
    /// The time has passed, the meeting or the pair is over, or the person has left.
    Expired,
}

/// What the form behind a link sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply<'a> {
    /// Yes or no.
    Answer(Answer<'a>),
    /// Another time, which the other one answers in turn.
    Another(Span),
}

/// What a link opens now; `None` where there is no such link. Changes nothing.
pub async fn open_link(tx: &mut Tx, secret: &str, now: Instant) -> store::Result<Option<Opened>> {
    let Some(link) = store::meetings::link(tx, &secret_hash(secret)).await? else { return Ok(None) };
    let Some(meeting) = store::meetings::get(tx, &link.meeting).await? else { return Ok(None) };
    if link.used_at.is_some() {
        return Ok(Some(Opened::Answered));
    }
    let Some(Holder { actor, here, .. }) = holder(tx, &link.person, now).await? else {
        return Ok(Some(Opened::Expired));
    };
    let Some(pair) = store::pairs::get(tx, &meeting.pair).await? else { return Ok(None) };
    let Some((newcomer, mentor)) = crate::consents::persons(tx, &pair).await? else { return Ok(None) };
    let (side, other) =
        if actor.person == newcomer { (Side::Newcomer, mentor) } else { (Side::Mentor, newcomer) };
    let expects = matches!(meeting.state, State::Proposed { .. } | State::Moving { .. });
    match meeting.offer(here) {
        // It was answered, maybe by another time that the other one answers now.
        _ if !expects => Ok(Some(Opened::Answered)),
        Some((by, _)) if by == side => Ok(Some(Opened::Answered)),
        Some((_, span)) if open(&pair).is_ok() => {
            let Some(other) = store::people::get(tx, &other).await? else { return Ok(None) };
            let asked = Asked { person: link.person, side, span, here, other: other.name };
            Ok(Some(asks(tx, &pair, meeting, asked).await?))
        }
        _ => Ok(Some(Opened::Expired)),
    }
}

/// Who is asked for which time.
struct Asked {
    person: PersonId,
    side: Side,
    span: Span,
    /// Day and time where they are.
    here: DateTime,
    /// The other one.
    other: Name,
}

/// With everything that can be said to it: the dates of its series, and other times.
async fn asks(tx: &mut Tx, pair: &Pair, meeting: Meeting, asked: Asked) -> store::Result<Opened> {
    let Asked { person, side, span, here, other } = asked;
    let all = store::meetings::of_pair(tx, &pair.school, &pair.id).await?;
    let with =
        all.iter().filter(|one| meeting.is_asked_with(one, side, here)).filter_map(Meeting::span).collect();
    let mut free = Vec::new();
    if let Some(programme) = store::programmes::get(tx, &pair.school, &pair.programme).await? {
        let until = last_day(tx, pair, &programme).await?;
        let busy = busy(tx, pair, &programme, Some(&meeting.id)).await?;
        free = busy.openings(meeting.kind, here, until);
        free.retain(|one| one.span != span);
    }
    Ok(Opened::Asks { person, meeting: Box::new(meeting), span, with, free, other })
}

/// The person whose link it is answers by its form; the link is used up in the same transaction.
pub async fn answer_link(
    db: &Db,
    ids: &Ids,
    now: Instant,
    secret: &str,
    reply: Reply<'_>,
) -> Result<(), Failed<Refused>> {
    let hash = secret_hash(secret);
    let found = {
        let mut tx = db.read().await?;
        let link = store::meetings::link(&mut tx, &hash).await?.ok_or(Failed::NotFound)?;
        (holder(&mut tx, &link.person, now).await?, link)
    };
    let (Some(Holder { actor, here, .. }), link) = found else { return Err(Failed::NotFound) };
    if link.used_at.is_some() {
        return Err(Failed::Refused(Refused::NotOpen));
    }
    let context = Context { db, actor: &actor, now, today: here.date(), ids };
    store::change!(db, tx => used(&mut tx, &context, &link, reply))
}

async fn used(
    tx: &mut store::WriteTx,
    context: &Context<'_>,
    link: &Link,
    reply: Reply<'_>,
) -> Result<(), Failed<Refused>> {
    match reply {
        Reply::Answer(answer) => answer_in(tx, context, &link.meeting, answer).await?,
        Reply::Another(span) => ask_in(tx, context, &link.meeting, span).await?,
    }
    store::meetings::use_link(tx, &link.hash, context.now).await?;
    Ok(())
}
