//! Acts of deletion: what was deleted of pupils when its time was over, how many, by which rule; never whose (feat:M5).

use super::{Heading, Rows, Scene};
use crate::lists::Cell;
use documents::tables::Kind as CellKind;
use domain::audit::{Kind as Deeds, may_read};
use domain::deletions::{Act, Record};
use store::Tx;

pub(super) const TITLE: &str = "deletions-title";
pub(super) const HEADINGS: &[Heading] = &[
    ("handouts-column-day", 16, CellKind::Day),
    ("deletions-column-what", 36, CellKind::Text),
    ("deletions-column-number", 12, CellKind::Number),
    ("deletions-column-rule", 36, CellKind::Text),
];

/// What stands above the table.
pub(super) fn about(scene: &Scene<'_>) -> Vec<String> {
    vec![scene.say("deletions-about")]
}

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let (school, actor) = (&scene.programme.school, scene.context.actor);
    // That the law named somebody is not told by what was deleted either.
    let reads_all = may_read(actor, school, Deeds::Eligibility).is_ok();
    let mut acts = store::deletions::of_school(tx, school).await?;
    acts.retain(|act| reads_all || act.record != Record::Blocks);
    let row = |act: &Act| {
        vec![
            Cell::Day(act.day),
            Cell::words(scene.say(&format!("deletions-record-{}", act.record.word()))),
            Cell::Number(act.number),
            Cell::words(scene.say(&format!("deletions-rule-{}", act.record.rule().word()))),
        ]
    };
    Ok(acts.iter().map(row).collect())
}
