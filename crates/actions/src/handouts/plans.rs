//! Plans that the reader may open: what each is and how far it is, none of its steps.

use super::{Heading, Rows, Scene, number, pair_of};
use crate::lists::Cell;
use crate::plans::{items, opened};
use documents::tables::Kind as CellKind;
use store::Tx;

pub(super) const TITLE: &str = "plans-title";
pub(super) const HEADINGS: &[Heading] = &[
    ("orders-number", 8, CellKind::Number),
    ("handouts-column-kind", 36, CellKind::Text),
    ("handouts-column-pair", 34, CellKind::Text),
    ("handouts-column-done", 14, CellKind::Number),
    ("handouts-column-steps", 14, CellKind::Number),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let programme = &scene.programme;
    let pairs = scene.pairs(tx).await?;
    let mut rows = Rows::new();
    for plan in store::plans::of_programme(tx, &programme.school, &programme.id).await? {
        if opened(tx, scene.context, &plan.id).await?.is_none() {
            continue;
        }
        let two = plan.pair.as_ref().and_then(|id| pair_of(&pairs, id)).map(|pair| scene.two(pair));
        let mut steps = items(tx, &plan).await?;
        steps.retain(|item| !item.removed);
        rows.push(vec![
            Cell::Number(plan.number.into()),
            Cell::words(scene.say(&format!("plans-kind-{}", plan.kind.word()))),
            two.unwrap_or_else(|| Cell::words(scene.newcomer(&plan.newcomer))),
            number(steps.iter().filter(|item| item.done.is_some()).count()),
            number(steps.len()),
        ]);
    }
    Ok(rows)
}
