//! What is hard for newcomers, season by season, in groups that are large enough; of nobody by name, as the page tells it.

use super::{Heading, Rows, Scene};
use crate::difficulties::needs;
use crate::lists::Cell;
use crate::scales::{middle, share_words};
use crate::surveys::Told;
use documents::tables::Kind as CellKind;
use store::Tx;

pub(super) const TITLE: &str = "difficulties-school-title";
pub(super) const HEADINGS: &[Heading] = &[
    ("handouts-column-when", 14, CellKind::Text),
    ("difficulties-school-topic", 40, CellKind::Text),
    ("scales-middle", 12, CellKind::Text),
    ("difficulties-school-hard", 34, CellKind::Text),
];

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let mut rows = Rows::new();
    for one in needs(tx, scene.context, &scene.programme).await?.unwrap_or_default() {
        for (topic, told) in &one.topics {
            let Told::Shown(summary) = told else { continue };
            rows.push(vec![
                Cell::words(scene.say(&format!("difficulties-season-{}", one.season.word()))),
                Cell::words(scene.say(&format!("difficulties-topic-{}", topic.word()))),
                Cell::words(middle(scene.lang, summary)),
                Cell::words(share_words(scene.lang, summary.share)),
            ]);
        }
    }
    Ok(rows)
}
