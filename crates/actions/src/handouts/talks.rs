//! Where a talk helps: meetings that a pair remembers differently, and pairs whose agreed meetings fall away. Which pair,
//! day and kind; never a note, never who says what (feat:D6, D7).

use super::{Heading, Rows, Scene, pair_of};
use crate::lists::Cell;
use documents::tables::Kind as CellKind;
use domain::meetings::{State, to_talk};
use store::Tx;

pub(super) const TITLE: &str = "meetings-talks";
pub(super) const HEADINGS: &[Heading] = &[
    ("handouts-column-pair", 34, CellKind::Text),
    ("handouts-column-why", 30, CellKind::Text),
    ("handouts-column-day", 14, CellKind::Day),
    ("handouts-column-kind", 22, CellKind::Text),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let programme = &scene.programme;
    let pairs = scene.pairs(tx).await?;
    let meetings = store::meetings::of_programme(tx, &programme.school, &programme.id).await?;
    let disputed = meetings.iter().filter(|meeting| meeting.state == State::Disputed).filter_map(|meeting| {
        Some(vec![
            scene.two(pair_of(&pairs, &meeting.pair)?),
            Cell::words(scene.say("handouts-talks-disputed")),
            Cell::Day(meeting.day),
            Cell::words(scene.say(&format!("contacts-kind-{}", meeting.kind.word()))),
        ])
    });
    let falling = to_talk(&meetings, scene.offset_minutes);
    let falling = falling.iter().filter_map(|id| {
        let why = Cell::words(scene.say("meetings-falling"));
        Some(vec![scene.two(pair_of(&pairs, id)?), why, Cell::words(""), Cell::words("")])
    });
    Ok(disputed.chain(falling).collect())
}
