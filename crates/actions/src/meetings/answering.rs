//! What the two do with a meeting: agree, say no, another time, it took place or not.

use super::{Scene, busy, load, save, tell_proposed};
use crate::letters::{Letter, promise, remind_ahead};
use crate::{Context, Failed};
use domain::MeetingId;
use domain::meetings::{Meeting, Refused, Span, State, open, propose as may_propose, tell};
use store::WriteTx;

/// What one of the two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// The time that was seen suits.
    Accept {
        /// That time.
        seen: Span,
        /// The times of others of its series that were seen beside it, and suit, too.
        with: &'a [Span],
    },
    /// The time does not suit: a proposal ends, an agreed time stays.
    Decline {
        /// So it is with all others of its series that wait for the same answer.
        series: bool,
    },
    /// Whoever proposed or wrote it down takes it back.
    TakeBack,
    /// I cannot come.
    Cancel,
}

/// One of the two answers a proposed time, takes the own one back, or says that they cannot come.
pub async fn answer(
    context: &Context<'_>,
    id: &MeetingId,
    answer: Answer<'_>,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, id, answer))
}

pub(crate) async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MeetingId,
    answer: Answer<'_>,
) -> Result<(), Failed<Refused>> {
    let (meeting, scene) = load(tx, context, id).await?;
    open(&scene.pair).map_err(Failed::Refused)?;
    if is_done(&meeting, answer, &scene) {
        return Ok(());
    }
    let others = others(tx, &scene, &meeting, answer).await?;
    one(tx, context, &scene, meeting, answer).await?;
    for other in others {
        let Some(span) = other.span() else { continue };
        let same = match answer {
            Answer::Accept { .. } => Answer::Accept { seen: span, with: &[] },
            other => other,
        };
        // What cannot be had any more is left as it is.
        match step(tx, context, &scene, other, same).await {
            Ok(_) | Err(Failed::Refused(_)) => {}
            Err(failed) => return Err(failed),
        }
    }
    Ok(())
}

/// The form came twice: it stands already.
fn is_done(meeting: &Meeting, answer: Answer<'_>, scene: &Scene) -> bool {
    match (answer, meeting.state) {
        (Answer::Accept { seen, .. }, State::Agreed) => meeting.span() == Some(seen),
        (Answer::Decline { .. }, State::Declined) | (Answer::TakeBack, State::Withdrawn) => true,
        (Answer::Cancel, State::Cancelled { by }) => by == scene.side,
        _ => false,
    }
}

/// The other meetings of its series that the answer is about, too.
async fn others(
    tx: &mut WriteTx,
    scene: &Scene,
    meeting: &Meeting,
    answer: Answer<'_>,
) -> store::Result<Vec<Meeting>> {
    let meant = |one: &Meeting| match answer {
        // Nobody agrees to a time that they did not see.
        Answer::Accept { with, .. } => one.span().is_some_and(|span| with.contains(&span)),
        Answer::Decline { series } => series,
        Answer::TakeBack | Answer::Cancel => false,
    };
    let mut others = store::meetings::of_pair(tx, &meeting.school, &meeting.pair).await?;
    others.retain(|one| meeting.is_asked_with(one, scene.side, scene.now) && meant(one));
    Ok(others)
}

/// One meeting, and the letter that tells the other one.
async fn one(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Scene,
    meeting: Meeting,
    answer: Answer<'_>,
) -> Result<(), Failed<Refused>> {
    let (id, told) = (meeting.id.clone(), step(tx, context, scene, meeting, answer).await?);
    if let Some(letter) = told {
        promise(context, tx, scene.other(), letter, id.as_str()).await?;
    }
    Ok(())
}

/// Takes the step; gives the letter that the other one gets of it.
async fn step(
    tx: &mut WriteTx,
    context: &Context<'_>,
    scene: &Scene,
    meeting: Meeting,
    answer: Answer<'_>,
) -> Result<Option<Letter>, Failed<Refused>> {
    let (now, side) = (scene.now, scene.side);
    let (done, what, letter) = match answer {
        Answer::Accept { seen, .. } => {
            // Nobody agrees to a time that they did not see.
            if meeting.offer(now).is_some_and(|(_, span)| span != seen) {
                return Err(Failed::Changed);
            }
            let busy = busy(tx, &scene.pair, &scene.programme, Some(&meeting.id)).await?;
            (meeting.accept(side, &busy, now), "meeting-agreed", Some(Letter::MeetingAgreed))
        }
        Answer::Decline { .. } => (meeting.decline(side), "meeting-declined", Some(Letter::MeetingDeclined)),
        Answer::TakeBack => (meeting.take_back(side), "meeting-withdrawn", None),
        Answer::Cancel => (meeting.cancel(side, now), "meeting-cancelled", Some(Letter::MeetingCancelled)),
    };
    let done = done.map_err(Failed::Refused)?;
    let agreed = matches!(answer, Answer::Accept { .. }).then(|| done.clone());
    save(tx, context, done, what).await?;
    if let Some((meeting, span)) = agreed.and_then(|meeting| meeting.span().map(|span| (meeting, span))) {
        let people = [&scene.newcomer, &scene.mentor];
        let about = (meeting.id.as_str(), span);
        remind_ahead(tx, context, people, Letter::MeetingReminder, about, scene.offset).await?;
    }
    Ok(letter)
}

/// Either names another time; an agreed one stands until the other one answers.
pub async fn ask(context: &Context<'_>, id: &MeetingId, span: Span) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => ask_in(&mut tx, context, id, span))
}

pub(super) async fn ask_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MeetingId,
    span: Span,
) -> Result<(), Failed<Refused>> {
    let (meeting, scene) = load(tx, context, id).await?;
    open(&scene.pair).map_err(Failed::Refused)?;
    // Sent twice.
    let same = match meeting.state {
        State::Proposed { by } => by == scene.side && meeting.span() == Some(span),
        State::Moving { by, to } => by == scene.side && to == span,
        _ => false,
    };
    if same {
        return Ok(());
    }
    let busy = busy(tx, &scene.pair, &scene.programme, Some(id)).await?;
    may_propose(meeting.kind, span, &busy, scene.now, scene.work_until).map_err(Failed::Refused)?;
    let asked = meeting.ask(scene.side, span, scene.now).map_err(Failed::Refused)?;
    save(tx, context, asked, "meeting-asked").await?;
    tell_proposed(tx, context, &scene, id).await?;
    Ok(())
}

/// One of the two says whether it took place, for some days also after their pair has ended. No letter follows, whatever
/// is said (feat:D6).
pub async fn say(context: &Context<'_>, id: &MeetingId, happened: bool) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => say_in(&mut tx, context, id, happened))
}

async fn say_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MeetingId,
    happened: bool,
) -> Result<(), Failed<Refused>> {
    let (meeting, scene) = load(tx, context, id).await?;
    tell(&scene.pair, meeting.day, scene.now.date()).map_err(Failed::Refused)?;
    if meeting.said.of(scene.side) == Some(happened) {
        return Ok(());
    }
    let said = meeting.say(scene.side, happened, scene.now).map_err(Failed::Refused)?;
    save(tx, context, said, "meeting-said").await?;
    Ok(())
}
