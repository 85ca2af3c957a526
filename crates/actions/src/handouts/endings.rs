//! Last days of the pairs and how many of the two have written their closing words; never the words, never why.

use super::{Heading, Rows, Scene, number, pair_of};
use crate::lists::Cell;
use documents::tables::Kind as CellKind;
use domain::endings::State;
use store::Tx;

pub(super) const TITLE: &str = "endings-title";
pub(super) const HEADINGS: &[Heading] = &[
    ("orders-newcomer", 28, CellKind::Text),
    ("orders-mentor", 28, CellKind::Text),
    ("orders-last-day", 16, CellKind::Day),
    ("handouts-column-state", 16, CellKind::Text),
    ("handouts-column-written", 16, CellKind::Number),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let school = &scene.programme.school;
    let pairs = scene.pairs(tx).await?;
    let written = store::endings::written(tx, school).await?;
    let mut ends = store::endings::of_school(tx, school).await?;
    ends.retain(|end| end.programme == scene.programme.id);
    ends.sort_by_key(|end| end.last_day);
    let rows = ends.iter().filter_map(|end| {
        let pair = pair_of(&pairs, &end.pair)?;
        let state = match end.state {
            State::Closed => "endings-state-closed",
            State::Planned if end.is_open(pair) => "handouts-ending-planned",
            State::Planned | State::TakenBack => return None,
        };
        Some(vec![
            Cell::words(scene.newcomer(&pair.newcomer)),
            Cell::words(scene.mentor(&pair.mentor)),
            Cell::Day(end.last_day),
            Cell::words(scene.say(state)),
            number(written.iter().filter(|(id, _)| *id == pair.id).count()),
        ])
    });
    Ok(rows.collect())
}
