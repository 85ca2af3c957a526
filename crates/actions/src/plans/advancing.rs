//! Steps of the work plan that a watched lesson is: the finished sheet ticks them, and nobody enters the fact again
//! (essay:E21).

use super::{around, note};
use crate::Context;
use domain::observations::Observation;
use domain::plans::{Deed, Done, Item, Kind};
use store::WriteTx;

/// Ticks the step that a lesson is, in the work plan of the pair whose day it was. A step in own words may have become
/// another thing and is left alone; so is one that stands ticked. The two can take the tick back, as every other.
pub(crate) async fn advance(
    tx: &mut WriteTx,
    context: &Context<'_>,
    lesson: &Observation,
) -> store::Result<()> {
    for plan in store::plans::of_newcomer(tx, &lesson.school, &lesson.newcomer).await? {
        if plan.kind != Kind::Work {
            continue;
        }
        let Some(opened) = around(tx, plan, context.today).await? else { continue };
        let assigned = opened.pair.as_ref().and_then(|pair| pair.assignment());
        let step = opened.mentor.as_ref().and_then(|mentor| lesson.step(mentor));
        let (Some(assigned), Some(step)) = (assigned, step) else { continue };
        if !assigned.period.holds(lesson.day) || opened.may_keep(context).is_err() {
            continue;
        }
        let same = |item: &Item| {
            item.step == Some(step) && item.content.text.is_none() && !item.removed && item.done.is_none()
        };
        let Some(item) = store::plans::items(tx, &opened.plan).await?.into_iter().find(same) else {
            continue;
        };
        let done = Some(Done { on: lesson.day, by: lesson.observer.clone() });
        let ticked = Item { done, ..item };
        store::plans::save_item(tx, &ticked).await?;
        note(tx, context, &opened.plan, &ticked, Deed::Done, (None, None)).await?;
    }
    Ok(())
}
