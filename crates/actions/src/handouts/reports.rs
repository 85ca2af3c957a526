//! Reports that the reader may open: what each is and how it stands, none of its words.

use super::{Heading, Rows, Scene};
use crate::lists::Cell;
use crate::reports::{Opened, readable};
use documents::tables::Kind as CellKind;
use store::Tx;

pub(super) const TITLE: &str = "reports-title";
pub(super) const HEADINGS: &[Heading] = &[
    ("orders-number", 8, CellKind::Number),
    ("handouts-column-kind", 36, CellKind::Text),
    ("handouts-column-pair", 34, CellKind::Text),
    ("handouts-column-state", 16, CellKind::Text),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let mut opened = readable(tx, scene.context, &scene.programme).await?;
    opened.sort_by_key(|one| one.report.number);
    let row = |one: &Opened| {
        let report = &one.report;
        let kind = format!("reports-kind-{}-{}", report.kind.word(), report.term.word());
        vec![
            Cell::Number(report.number.into()),
            Cell::words(scene.say(&kind)),
            one.pair.as_ref().map_or_else(|| Cell::words(""), |pair| scene.two(pair)),
            Cell::words(scene.say(&format!("reports-state-{}", report.state.word()))),
        ]
    };
    Ok(opened.iter().map(row).collect())
}
