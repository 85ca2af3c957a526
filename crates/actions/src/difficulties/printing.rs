//! The difficulty map on paper and as a table: the months beside each other, as much of them as the reader may read, and
//! never a sum (doc:A8).

use super::readable;
use crate::lists::{Cell, Column, List};
use crate::orders::Unprintable;
use crate::rosters::exporting::{Download, Form};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::NewcomerId;
use domain::difficulties::{Map, Season, Topic};
use domain::programmes::Programme;
use i18n::{Lang, t};

async fn list<R>(context: &Context<'_>, id: &NewcomerId, lang: Lang) -> Result<(List, Programme), Failed<R>> {
    let mut tx = context.db.read().await?;
    let (opened, maps) = readable(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let newcomer = &opened.newcomer;
    let programme = store::programmes::get(&mut tx, &newcomer.school, &newcomer.programme).await?;
    let programme = programme.ok_or(Failed::NotFound)?;
    let person = store::people::get(&mut tx, &newcomer.person).await?.ok_or(Failed::NotFound)?;
    let mut rows: Vec<Vec<Cell>> = Topic::ALL.into_iter().map(|topic| marks(lang, topic, &maps)).collect();
    if maps.iter().any(|map| map.words.is_some()) {
        rows.push(words(lang, &maps));
    }
    let about = vec![person.name.full()];
    let list = List { title: t(lang, "difficulties-paper", &[]), about, columns: columns(lang), rows };
    Ok((list, programme))
}

fn columns(lang: Lang) -> Vec<Column> {
    let topic =
        Column { caption: t(lang, "difficulties-column-topic", &[]), width: 40, kind: CellKind::Text };
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

fn marks(lang: Lang, topic: Topic, maps: &[Map]) -> Vec<Cell> {
    let mark = |season: Season| {
        let mark = of_season(maps, season).and_then(|map| map.marks.get(&topic));
        let said = mark.map(|mark| t(lang, &format!("difficulties-mark-{}", mark.number()), &[]));
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

/// Prints the map for the newcomer, or what is shared of it for the mentor of now.
pub async fn print(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    lang: Lang,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let (list, programme) = list(context, newcomer, lang).await?;
    list.print(context, &programme, lang).await
}

/// The same as a table.
pub async fn table(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    lang: Lang,
    form: Form,
) -> Result<Download, Failed<Never>> {
    list(context, newcomer, lang).await?.0.table(context, form)
}
