//! What the coordinator does with judges: asks, releases, lets them see how far they lie apart, closes, and takes what they
//! came to as the cut.

use super::reading::error;
use super::{Refused, ahead, items, managed, refused};
use crate::{Context, Failed};
use domain::exams::{Cut, Panel, PanelRefused, PanelState, Sitting};
use domain::{ExamId, PersonId};
use store::WriteTx;

/// Asks somebody of the school to judge; whoever is asked twice is one judge.
pub async fn ask(context: &Context<'_>, id: &ExamId, person: &PersonId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => ask_in(&mut tx, context, id, person))
}

async fn ask_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    person: &PersonId,
) -> Result<(), Failed<Refused>> {
    let sitting = crate::sittings::managed::<Refused>(tx, context, id).await?;
    ahead(&sitting)?;
    let works = crate::people::working(tx, &sitting.school, context.today).await?.contains(person);
    let course = crate::sittings::course(tx, &sitting.school, person).await?;
    if !works || course.is_some_and(|course| course.runs()) {
        return Err(Failed::Refused(Refused::BadJudge));
    }
    let stands = store::panels::get(tx, id).await?;
    let known = stands.as_ref().is_some_and(|panel| panel.judges.contains_key(person));
    if known {
        // The form came twice.
        return Ok(());
    }
    let is_new = stands.is_none();
    let panel =
        stands.unwrap_or_else(|| Panel::new(sitting.id.clone(), sitting.school.clone(), sitting.bank));
    let panel = panel.ask(person).map_err(refused)?;
    if is_new {
        store::panels::add(tx, &panel).await?;
    } else {
        store::panels::save(tx, &panel).await?;
        if let Some(judge) = panel.judges.get(person) {
            store::panels::seat(tx, &panel, person, judge).await?;
        }
    }
    Ok(context.audit(tx, &sitting.school, "panel-asked", id.as_str(), "").await?)
}

/// Releases somebody who has not handed in; what they gave falls away.
pub async fn release(context: &Context<'_>, id: &ExamId, person: &PersonId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => release_in(&mut tx, context, id, person))
}

async fn release_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    person: &PersonId,
) -> Result<(), Failed<Refused>> {
    let (sitting, panel) = managed(tx, context, id).await?;
    if !panel.judges.contains_key(person) {
        return Ok(());
    }
    let panel = panel.release(person).map_err(refused)?;
    store::panels::save(tx, &panel).await?;
    store::panels::unseat(tx, &panel, person).await?;
    Ok(context.audit(tx, &sitting.school, "panel-released", id.as_str(), "").await?)
}

/// All have handed in: from now on each sees how far they lie apart, and judges again.
pub async fn discuss(context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => discuss_in(&mut tx, context, id))
}

async fn discuss_in(tx: &mut WriteTx, context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    let (sitting, panel) = managed(tx, context, id).await?;
    if panel.state == PanelState::Second {
        return Ok(());
    }
    let panel = panel.discuss().map_err(refused)?;
    store::panels::save(tx, &panel).await?;
    for (person, judge) in &panel.judges {
        store::panels::seat(tx, &panel, person, judge).await?;
    }
    Ok(context.audit(tx, &sitting.school, "panel-discussed", id.as_str(), "").await?)
}

/// All have handed in again: nobody changes anything any more.
pub async fn close(context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => close_in(&mut tx, context, id))
}

async fn close_in(tx: &mut WriteTx, context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    let (sitting, panel) = managed(tx, context, id).await?;
    if panel.state == PanelState::Closed {
        return Ok(());
    }
    let panel = panel.close().map_err(refused)?;
    store::panels::save(tx, &panel).await?;
    Ok(context.audit(tx, &sitting.school, "panel-closed", id.as_str(), "").await?)
}

/// The bank has changed: the same judges begin anew with the questions that the sitting draws from now.
pub async fn renew(context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => renew_in(&mut tx, context, id))
}

async fn renew_in(tx: &mut WriteTx, context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    let (sitting, panel) = managed(tx, context, id).await?;
    if panel.bank == sitting.bank {
        return Ok(());
    }
    let panel = panel.renew(sitting.bank).map_err(refused)?;
    store::panels::save(tx, &panel).await?;
    for (person, judge) in &panel.judges {
        store::panels::seat(tx, &panel, person, judge).await?;
    }
    Ok(context.audit(tx, &sitting.school, "panel-renewed", id.as_str(), "").await?)
}

/// What the judges came to becomes the cut of the sitting, until it begins; with it stay what each came to, without names,
/// and the error of their mean.
pub async fn take(context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => take_in(&mut tx, context, id))
}

async fn take_in(tx: &mut WriteTx, context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    let (sitting, panel) = managed(tx, context, id).await?;
    // The cut is for the questions that papers are drawn from, and for no others.
    if panel.bank != sitting.bank || store::questions::version(tx, &sitting.school).await? != sitting.bank {
        return Err(refused(PanelRefused::OtherBank));
    }
    let items = items(tx, &sitting, &panel).await?;
    let judges = panel.cuts(&items).map_err(refused)?;
    let (by, error) = (context.actor.person.clone(), error(&panel, &items));
    let sitting_refused = |why| Failed::Refused(Refused::Sitting(why));
    let cut = Cut::of_panel(judges, error, by, context.now)
        .map_err(|why| sitting_refused(domain::exams::SittingRefused::Cut(why)))?;
    if sitting.cuts.valid().is_some_and(|stands| (stands.points, &stands.method) == (cut.points, &cut.method))
    {
        return Ok(());
    }
    let worth = crate::sittings::worth(tx, &sitting.school, &sitting.plan, &sitting.languages)
        .await
        .map_err(|why| why.map(|_| Refused::Panel(PanelRefused::OtherBank)))?;
    let sitting: Sitting = sitting.set_cut(cut, worth).map_err(sitting_refused)?;
    store::sittings::save(tx, &sitting).await?;
    Ok(context.audit(tx, &sitting.school, "panel-taken", id.as_str(), "").await?)
}
