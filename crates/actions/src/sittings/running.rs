//! A sitting begins, loses time, ends or does not count.

use super::{Refused, announcing, managed};
use crate::{Context, Failed};
use domain::exams::{Outage, Sitting, SittingRefused, SittingState};
use domain::{AttemptId, ExamId, Instant};
use std::ops::Range;
use store::WriteTx;
use store::attempts::{Given, Kept};

/// The coordinator begins a sitting: plan, cut, rubric and questions are frozen from now on.
pub async fn begin(context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => begin_in(&mut tx, context, id))
}

async fn begin_in(tx: &mut WriteTx, context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    if sitting.state == SittingState::Running {
        // The form came twice.
        return Ok(());
    }
    let mut begun: Option<Sitting> = None;
    for language in &sitting.languages {
        let bank = store::questions::bank(tx, &sitting.school, *language).await?;
        let refused = |why: SittingRefused| match why {
            SittingRefused::Plan(fault) => Failed::Refused(Refused::Plan(*language, fault)),
            why => Failed::Refused(why.into()),
        };
        begun = Some(sitting.clone().begin(&bank, context.now).map_err(refused)?);
        store::sittings::freeze(tx, &sitting, *language, &bank).await?;
    }
    let begun = begun.ok_or(Failed::Refused(Refused::NoLanguage))?;
    store::sittings::save(tx, &begun).await?;
    Ok(context.audit(tx, &begun.school, "sitting-begun", id.as_str(), "").await?)
}

/// No more papers are opened; those that are open go on to their end.
pub async fn close(context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => close_in(&mut tx, context, id))
}

async fn close_in(tx: &mut WriteTx, context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    if matches!(sitting.state, SittingState::Closed { .. }) {
        return Ok(());
    }
    let closed = sitting.close(context.now).map_err(|why| Failed::Refused(why.into()))?;
    store::sittings::save(tx, &closed).await?;
    Ok(context.audit(tx, &closed.school, "sitting-closed", id.as_str(), "").await?)
}

/// The sitting does not count, and nobody has used an attempt. Candidates read the reason; whoever writes it does not call
/// it off.
pub async fn call_off(context: &Context<'_>, id: &ExamId, reason: &str) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => call_off_in(&mut tx, context, id, reason))
}

async fn call_off_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    if matches!(sitting.state, SittingState::CalledOff { .. }) {
        return Ok(());
    }
    let papers = store::attempts::of_sitting(tx, &sitting.school, id).await?;
    if papers.iter().any(|paper| paper.attempt.person == context.actor.person) {
        return Err(Failed::Refused(Refused::OwnPaper));
    }
    if papers.iter().any(|paper| paper.told.is_some()) {
        return Err(Failed::Refused(Refused::Told));
    }
    let off = sitting.call_off(reason, context.now).map_err(|why| Failed::Refused(why.into()))?;
    store::sittings::save(tx, &off).await?;
    context.audit(tx, &off.school, "sitting-called-off", id.as_str(), "").await?;
    Ok(announcing::call_off(tx, context, &off, &papers).await?)
}

/// Gives a time back in which nobody could write: to all of the sitting, or to one paper. Until results are told a paper is
/// never closed for good, so that it can be given after its end, too: then the paper goes on from now.
pub async fn give_back(
    context: &Context<'_>,
    id: &ExamId,
    attempt: Option<&AttemptId>,
    lost: &Range<Instant>,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => give_back_in(&mut tx, context, id, attempt, lost, reason))
}

async fn give_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    attempt: Option<&AttemptId>,
    lost: &Range<Instant>,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    if !matches!(sitting.state, SittingState::Running | SittingState::Closed { .. }) {
        return Err(Failed::Refused(SittingRefused::NotHere.into()));
    }
    let papers = store::attempts::of_sitting(tx, &sitting.school, id).await?;
    if let Some(wanted) = attempt {
        match papers.iter().find(|paper| paper.id == *wanted) {
            None => return Err(Failed::NotFound),
            Some(paper) if paper.attempt.person == context.actor.person => {
                return Err(Failed::Refused(Refused::OwnPaper));
            }
            Some(_) => {}
        }
    }
    let given = store::attempts::given(tx, &sitting.school, id).await?;
    let same = |one: &Given| one.outage.from == lost.start && one.outage.until == lost.end;
    if given.iter().any(|one| same(one) && one.attempt.as_ref() == attempt) {
        // The form came twice.
        return Ok(());
    }
    let outage = Outage { from: lost.start, until: lost.end, given_at: context.now };
    let within = sitting.begins <= lost.start && lost.start < lost.end && lost.end <= context.now;
    let for_whom = |paper: &&Kept| attempt.is_none_or(|wanted| paper.id == *wanted);
    let helps = |paper: &Kept| paper.attempt.gains(outage);
    let why = match () {
        () if papers.iter().any(|paper| paper.told.is_some()) => Some(Refused::Told),
        () if reason.trim().is_empty() => Some(Refused::NoReason),
        () if !within || !papers.iter().filter(for_whom).any(helps) => Some(Refused::BadTime),
        () => None,
    };
    if let Some(why) = why {
        return Err(Failed::Refused(why));
    }
    let given = Given {
        id: context.ids.next(context.now),
        attempt: attempt.cloned(),
        outage,
        reason: reason.trim().to_owned(),
        by: context.actor.person.clone(),
    };
    store::attempts::give_back(tx, &sitting.school, id, &given).await?;
    Ok(context.audit(tx, &sitting.school, "sitting-time-given", id.as_str(), "").await?)
}
