//! Orders of the programme with the pairs in each; what was thrown away is not in it.

use super::{Heading, Rows, Scene, pair_of};
use crate::lists::Cell;
use documents::tables::Kind as CellKind;
use domain::orders::State;
use i18n::t;
use store::Tx;

pub(super) const TITLE: &str = "orders-title";
pub(super) const HEADINGS: &[Heading] = &[
    ("orders-number", 10, CellKind::Text),
    ("orders-date", 14, CellKind::Day),
    ("handouts-column-kind", 24, CellKind::Text),
    ("handouts-pairs", 44, CellKind::Text),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let (school, programme) = (&scene.programme.school, &scene.programme.id);
    let pairs = scene.pairs(tx).await?;
    let mut rows = Rows::new();
    for order in store::orders::of_programme(tx, school, programme).await? {
        if matches!(order.state, State::Discarded { .. }) {
            continue;
        }
        let lines = store::orders::lines(tx, &order).await?;
        let two = lines.iter().filter_map(|id| {
            let pair = pair_of(&pairs, id)?;
            let newcomer = scene.newcomers.iter().find(|one| one.id == pair.newcomer)?;
            let mentor = scene.mentors.iter().find(|one| one.id == pair.mentor)?;
            let args = [("newcomer", newcomer.name.brief().into()), ("mentor", mentor.name.brief().into())];
            Some(t(scene.lang, "meetings-disputes-two", &args))
        });
        let signed = order.signature();
        rows.push(vec![
            Cell::words(signed.map_or_else(|| scene.say("orders-draft"), |signed| signed.number.clone())),
            super::day(signed.map(|signed| signed.on)),
            Cell::words(scene.say(&format!("orders-kind-{}", order.kind.word()))),
            Cell::Lines(two.collect()),
        ]);
    }
    Ok(rows)
}
