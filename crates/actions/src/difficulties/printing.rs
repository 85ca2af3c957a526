//! The difficulty map on paper and as a table: the months beside each other, as much of them as the reader may read, and
//! never a sum (doc:A8).

use super::readable;
use crate::lists::{Cell, Column, List, whose};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::NewcomerId;
use domain::difficulties::{Map, Season, Topic};
use i18n::{Lang, t};

/// The map for whoever may read it.
pub async fn list(context: &Context<'_>, id: &NewcomerId, lang: Lang) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let (opened, maps) = readable(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let newcomer = &opened.newcomer;
    let (year, name) = whose(&mut tx, newcomer).await?;
    let mut rows: Vec<Vec<Cell>> = Topic::ALL.into_iter().map(|topic| marks(lang, topic, &maps)).collect();
    if maps.iter().any(|map| map.words.is_some()) {
        rows.push(words(lang, &maps));
    }
    let (title, about) = (t(lang, "difficulties-paper", &[]), vec![name]);
    Ok(List { year, lang, title, about, columns: columns(lang), rows })
}

fn columns(lang: Lang) -> Vec<Column> {
    let topic = Column::new(lang, "difficulties-column-topic", 40, CellKind::Text);
    let season = |season: Season| Column {
        caption: i18n::capital(&t(lang, &format!("difficulties-season-{}", season.word()), &[])),
        width: 16,
        kind: CellKind::Text,
    };
    std::iter::once(topic).chain(Season::ALL.map(season)).collect()
}

fn of_season(maps: &[Map], season: Season) -> Option<&Map> {
    maps.iter().find(|map| map.season == season)
}

/// What a map says of a topic: how hard it is, and who could help.
pub fn answer(lang: Lang, topic: Topic, map: &Map) -> Option<String> {
    let mark = map.marks.get(&topic).map(|mark| format!("difficulties-mark-{}", mark.number()));
    let helper = map.helpers.get(&topic).map(|helper| format!("difficulties-helper-{}", helper.word()));
    let said: Vec<String> = mark.into_iter().chain(helper).map(|key| t(lang, &key, &[])).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

fn marks(lang: Lang, topic: Topic, maps: &[Map]) -> Vec<Cell> {
    let mark = |season: Season| {
        let said = of_season(maps, season).and_then(|map| answer(lang, topic, map));
        Cell::words(said.unwrap_or_default())
    };
    let about = Cell::words(t(lang, &format!("difficulties-topic-{}", topic.word()), &[]));
    std::iter::once(about).chain(Season::ALL.map(mark)).collect()
}

fn words(lang: Lang, maps: &[Map]) -> Vec<Cell> {
    let own = |season: Season| {
        Cell::words(of_season(maps, season).and_then(|map| map.words.clone()).unwrap_or_default())
    };
    let about = Cell::words(t(lang, "difficulties-words", &[]));
    std::iter::once(about).chain(Season::ALL.map(own)).collect()
}
