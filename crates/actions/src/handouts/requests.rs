//! Who has asked whom, and how it stands: neither the wish nor the reason of a «no» (feat:C9).

use super::{Heading, Rows, Scene};
use crate::lists::Cell;
use documents::tables::Kind as CellKind;
use domain::requests::Request;
use domain::sides::Side;
use store::Tx;

pub(super) const TITLE: &str = "requests-title";
pub(super) const HEADINGS: &[Heading] = &[
    ("orders-newcomer", 24, CellKind::Text),
    ("orders-mentor", 24, CellKind::Text),
    ("handouts-column-asked-by", 14, CellKind::Text),
    ("handouts-column-sent", 14, CellKind::Day),
    ("handouts-column-answer-until", 14, CellKind::Day),
    ("handouts-column-state", 16, CellKind::Text),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let (school, programme) = (&scene.programme.school, &scene.programme.id);
    let mut requests = store::requests::of_programme(tx, school, programme).await?;
    requests.sort_by_key(|request| request.sent_at);
    let row = |request: &Request| {
        let asker = match request.asked_by {
            Side::Newcomer => "orders-newcomer",
            Side::Mentor => "orders-mentor",
        };
        vec![
            Cell::words(scene.newcomer(&request.newcomer)),
            Cell::words(scene.mentor(&request.mentor)),
            Cell::words(scene.say(asker)),
            Cell::Day(scene.local_day(request.sent_at)),
            super::day(request.state.is_open().then_some(request.answer_until)),
            Cell::words(scene.say(&format!("requests-state-{}", request.state.word()))),
        ]
    };
    Ok(requests.iter().map(row).collect())
}
