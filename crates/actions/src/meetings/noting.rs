//! Notes on three levels and next steps (feat:D9, D10; essay:E12).

use super::load;
use crate::{Context, Failed};
use domain::meetings::{
    Level, NextStep, Note, NoteRefused, Refused, StepRefused, ThemeRefused, note as may_note, open,
    step as may_step, theme as may_theme,
};
use domain::permissions::{Action, may};
use domain::sides::Side;
use domain::{Day, MeetingId, NoteId, StepId};
use store::WriteTx;

/// Why a note or a next step is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The pair works no more.
    Meeting(Refused),
    /// The note.
    Note(NoteRefused),
    /// The next step.
    Step(StepRefused),
    /// The theme.
    Theme(ThemeRefused),
}

/// One of the two writes a note. What is kept for oneself leaves no line in the log: decision 5.
pub async fn keep_note(
    context: &Context<'_>,
    id: &MeetingId,
    level: Level,
    text: &str,
) -> Result<(), Failed<Keeping>> {
    store::change!(context.db, tx => keep_note_in(&mut tx, context, id, level, text))
}

async fn keep_note_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MeetingId,
    level: Level,
    text: &str,
) -> Result<(), Failed<Keeping>> {
    let (meeting, scene) = load(tx, context, id).await?;
    open(&scene.pair).map_err(|why| Failed::Refused(Keeping::Meeting(why)))?;
    let author = &context.actor.person;
    may(context.actor, &Action::KeepNote { author })?;
    may_note(text).map_err(|why| Failed::Refused(Keeping::Note(why)))?;
    let text = text.trim().to_owned();
    let known = store::meetings::notes(tx, &meeting.school, id, author).await?;
    // Sent twice.
    if known.iter().any(|one| one.author == *author && one.level == level && one.text == text) {
        return Ok(());
    }
    let note = Note {
        id: context.id(),
        school: meeting.school.clone(),
        meeting: id.clone(),
        author: author.clone(),
        level,
        text,
        written_at: context.now,
    };
    store::meetings::note(tx, &note).await?;
    if level != Level::Mine {
        let (pair, detail) = (meeting.pair.as_str(), id.as_str());
        context.audit(tx, &meeting.school, "meeting-noted", pair, detail).await?;
    }
    Ok(())
}

/// The author deletes a note; nothing of it stays. At any time: memory keeps no periods.
pub async fn forget_note(
    context: &Context<'_>,
    id: &MeetingId,
    note: &NoteId,
) -> Result<(), Failed<Keeping>> {
    store::change!(context.db, tx => forget_note_in(&mut tx, context, id, note))
}

async fn forget_note_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MeetingId,
    note: &NoteId,
) -> Result<(), Failed<Keeping>> {
    let (meeting, _) = load(tx, context, id).await?;
    let author = &context.actor.person;
    may(context.actor, &Action::KeepNote { author })?;
    let known = store::meetings::notes(tx, &meeting.school, id, author).await?;
    let own = known.into_iter().find(|one| one.id == *note && one.author == *author);
    let own = own.ok_or(Failed::NotFound)?;
    store::meetings::forget_note(tx, &meeting.school, note, author).await?;
    if own.level != Level::Mine {
        let (pair, detail) = (meeting.pair.as_str(), id.as_str());
        context.audit(tx, &meeting.school, "meeting-note-forgotten", pair, detail).await?;
    }
    Ok(())
}

/// The two agree on a next step; either writes it down.
pub async fn add_step(
    context: &Context<'_>,
    id: &MeetingId,
    whose: Side,
    text: &str,
    until: Option<Day>,
) -> Result<(), Failed<Keeping>> {
    store::change!(context.db, tx => add_step_in(&mut tx, context, id, whose, text, until))
}

async fn add_step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MeetingId,
    whose: Side,
    text: &str,
    until: Option<Day>,
) -> Result<(), Failed<Keeping>> {
    let (meeting, scene) = load(tx, context, id).await?;
    open(&scene.pair).map_err(|why| Failed::Refused(Keeping::Meeting(why)))?;
    may_step(text, until, scene.now.date()).map_err(|why| Failed::Refused(Keeping::Step(why)))?;
    let text = text.trim().to_owned();
    let known = store::meetings::steps(tx, &meeting.school, &meeting.pair).await?;
    // Sent twice, or written down by both.
    if known.iter().any(|one| one.done_at.is_none() && one.whose == whose && one.text == text) {
        return Ok(());
    }
    let step = NextStep {
        id: context.id(),
        school: meeting.school.clone(),
        pair: meeting.pair.clone(),
        meeting: id.clone(),
        whose,
        text,
        until,
        done_at: None,
    };
    store::meetings::add_step(tx, &step).await?;
    context.audit(tx, &meeting.school, "meeting-step-added", meeting.pair.as_str(), id.as_str()).await?;
    Ok(())
}

/// Either ticks a next step of the pair off.
pub async fn tick(context: &Context<'_>, id: &MeetingId, step: &StepId) -> Result<(), Failed<Keeping>> {
    store::change!(context.db, tx => tick_in(&mut tx, context, id, step))
}

async fn tick_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MeetingId,
    step: &StepId,
) -> Result<(), Failed<Keeping>> {
    let (meeting, scene) = load(tx, context, id).await?;
    open(&scene.pair).map_err(|why| Failed::Refused(Keeping::Meeting(why)))?;
    let known = store::meetings::steps(tx, &meeting.school, &meeting.pair).await?;
    let step = known.into_iter().find(|one| one.id == *step).ok_or(Failed::NotFound)?;
    if step.done_at.is_none() {
        store::meetings::tick(tx, &meeting.school, &step.id, context.now).await?;
        let (pair, detail) = (meeting.pair.as_str(), id.as_str());
        context.audit(tx, &meeting.school, "meeting-step-done", pair, detail).await?;
    }
    Ok(())
}

/// Whoever wrote the theme of a meeting offers it to the reports of the pair, or either takes it back (essay:E20). Until
/// then it stays with the two; a report that is ready keeps what it took.
pub async fn offer_theme(
    context: &Context<'_>,
    id: &MeetingId,
    offered: bool,
) -> Result<(), Failed<Keeping>> {
    store::change!(context.db, tx => offer_theme_in(&mut tx, context, id, offered))
}

async fn offer_theme_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MeetingId,
    offered: bool,
) -> Result<(), Failed<Keeping>> {
    let (meeting, scene) = load(tx, context, id).await?;
    may_theme(&meeting, scene.side, offered).map_err(|why| Failed::Refused(Keeping::Theme(why)))?;
    let known = store::meetings::offered_themes(tx, &meeting.school, &meeting.pair).await?;
    // So it stands: the form came twice.
    if known.contains(id) == offered {
        return Ok(());
    }
    store::meetings::offer_theme(tx, &meeting, offered).await?;
    let what = if offered { "meeting-theme-offered" } else { "meeting-theme-taken-back" };
    Ok(context.audit(tx, &meeting.school, what, meeting.pair.as_str(), id.as_str()).await?)
}
