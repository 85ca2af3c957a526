//! What a judge gives, alone.

use super::{Refused, ahead, asked, items, refused};
use crate::{Context, Failed};
use domain::ExamId;
use domain::exams::Bearable;
use domain::questions::Points;
use std::collections::BTreeMap;
use store::WriteTx;

/// A judge's shares of questions, by their numbers; handed in where they say so. What the form does not hold stays as it
/// was saved, and the same form sent again changes nothing.
pub async fn judge(
    context: &Context<'_>,
    id: &ExamId,
    given: &BTreeMap<u32, u8>,
    hand_in: bool,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => judge_in(&mut tx, context, id, given, hand_in))
}

async fn judge_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    given: &BTreeMap<u32, u8>,
    hand_in: bool,
) -> Result<(), Failed<Refused>> {
    let (sitting, panel) = asked::<Refused>(tx, context, id).await?;
    ahead(&sitting)?;
    let me = &context.actor.person;
    let items = items(tx, &sitting, &panel).await?;
    let before = panel.judges.get(me).cloned();
    let was_in = before.as_ref().is_some_and(|judge| judge.of(panel.state).handed_in);
    let panel = panel.judge(me, given, hand_in, &items).map_err(refused)?;
    let Some(judge) = panel.judges.get(me).filter(|judge| before.as_ref() != Some(*judge)) else {
        return Ok(());
    };
    store::panels::save(tx, &panel).await?;
    store::panels::seat(tx, &panel, me, judge).await?;
    if !was_in && judge.of(panel.state).handed_in {
        context.audit(tx, &sitting.school, "panel-handed-in", id.as_str(), "").await?;
    }
    Ok(())
}

/// What a judge would put up with: a check beside the results, never the cut.
pub async fn bear(context: &Context<'_>, id: &ExamId, bearable: Bearable) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => bear_in(&mut tx, context, id, bearable))
}

async fn bear_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    bearable: Bearable,
) -> Result<(), Failed<Refused>> {
    let (sitting, panel) = asked::<Refused>(tx, context, id).await?;
    ahead(&sitting)?;
    let me = &context.actor.person;
    let worth = reach(&items(tx, &sitting, &panel).await?);
    let before = panel.judges.get(me).cloned();
    let panel = panel.bear(me, bearable, worth).map_err(refused)?;
    let Some(judge) = panel.judges.get(me).filter(|judge| before.as_ref() != Some(*judge)) else {
        return Ok(());
    };
    store::panels::save(tx, &panel).await?;
    Ok(store::panels::seat(tx, &panel, me, judge).await?)
}

/// What a paper brings in the mean.
pub(super) fn reach(items: &[domain::exams::Judged]) -> Points {
    let all = items.iter().map(|one| (one.number, 100)).collect();
    domain::exams::expected(&all, items)
}
