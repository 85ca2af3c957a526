//! How far the observed lessons of each newcomer have come in this half of the year: counts alone (rules §17).

use super::{Heading, Rows, Scene, number};
use crate::lists::Cell;
use documents::tables::Kind as CellKind;
use domain::observations::progress;
use store::Tx;

pub(super) const TITLE: &str = "observations-school";
pub(super) const HEADINGS: &[Heading] = &[
    ("orders-newcomer", 30, CellKind::Text),
    ("handouts-column-observed", 16, CellKind::Number),
    ("handouts-column-wished", 16, CellKind::Number),
    ("handouts-column-outside", 18, CellKind::Number),
    ("handouts-column-outside-wished", 18, CellKind::Number),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let programme = &scene.programme;
    let all = store::observations::of_programme(tx, &programme.school, &programme.id).await?;
    let rows = scene.newcomers.iter().filter_map(|newcomer| {
        let counted = progress(&all, &newcomer.id, programme, scene.context.today);
        let full = newcomer.name.full();
        let row = vec![
            Cell::words(full.as_str()),
            number(counted.done),
            number(counted.floor.into()),
            number(counted.outside),
            number(counted.outside_floor.into()),
        ];
        counted.counts().then_some((full, row))
    });
    Ok(scene.by_name(rows.collect()))
}
