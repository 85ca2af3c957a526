//! Pairs: how each came about, what it waits for, from when until when.

use super::{Heading, Rows, Scene};
use crate::lists::Cell;
use documents::tables::Kind as CellKind;
use domain::pairs::{Next, Origin, Pair};
use store::Tx;

pub(super) const TITLE: &str = "handouts-pairs";
pub(super) const HEADINGS: &[Heading] = &[
    ("orders-newcomer", 24, CellKind::Text),
    ("orders-mentor", 24, CellKind::Text),
    ("pairs-origin", 16, CellKind::Text),
    ("pairs-next", 16, CellKind::Text),
    ("handouts-column-from", 14, CellKind::Day),
    ("orders-last-day", 14, CellKind::Day),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let programme = &scene.programme;
    let consents = store::consents::of_programme(tx, &programme.school, &programme.id).await?;
    let begun = crate::meetings::begun(tx, programme).await?;
    let row = |pair: &Pair| {
        let next = match pair.next(&consents, begun.contains(&pair.id)) {
            Next::Work if pair.origin == Origin::Provisional => "provisional",
            next => next.word(),
        };
        let period = pair.assignment().map(|assignment| assignment.period);
        let newcomer = scene.newcomer(&pair.newcomer);
        let row = vec![
            Cell::words(newcomer.as_str()),
            Cell::words(scene.mentor(&pair.mentor)),
            Cell::words(scene.say(&format!("pairs-origin-{}", pair.origin.word()))),
            Cell::words(scene.say(&format!("pairs-next-{next}"))),
            super::day(period.map(|period| period.from)),
            super::day(period.and_then(|period| period.last_day())),
        ];
        (newcomer, row)
    };
    let rows = scene.pairs(tx).await?.iter().map(row).collect();
    Ok(scene.by_name(rows))
}
