//! A register on paper, in Kazakh and in Russian, and as a table to download.

use super::{Row, caption, rows, said};
use crate::lists::{self, Cell, List};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::programmes::Programme;
use domain::registers::{Column, Kind};
use i18n::{Lang, t};

/// A register of today, its rows as the alphabet of the language orders them.
pub async fn list(
    context: &Context<'_>,
    programme: &Programme,
    kind: Kind,
    lang: Lang,
) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let found = rows(&mut tx, context, programme, kind).await?.ok_or(Failed::NotFound)?;
    let columns = kind.columns();
    let cells = |row: &Row| columns.iter().map(|column| cell(lang, row, *column)).collect();
    Ok(List {
        year: programme.into(),
        lang,
        title: t(lang, &format!("registers-{}", kind.word()), &[]),
        about: Vec::new(),
        columns: columns.iter().map(|column| column_of(lang, kind, *column)).collect(),
        rows: by_name(lang, found).iter().map(cells).collect(),
    })
}

fn by_name(lang: Lang, rows: Vec<Row>) -> Vec<Row> {
    let mut named: Vec<(String, Row)> = rows.into_iter().map(|row| (row.person.name.full(), row)).collect();
    i18n::sort_by_name(lang, &mut named, |(name, _)| name);
    named.into_iter().map(|(_, row)| row).collect()
}

fn cell(lang: Lang, row: &Row, column: Column) -> Cell {
    match (column, row.person.weekly_load, row.hired_on) {
        (Column::Load, Some(hours), _) => Cell::Number(hours.into()),
        (Column::HiredOn, _, Some(day)) => Cell::Day(day),
        _ => Cell::Lines(said(lang, row, column)),
    }
}

fn column_of(lang: Lang, kind: Kind, column: Column) -> lists::Column {
    let (width, holds) = match column {
        Column::Name | Column::Past => (20, CellKind::Text),
        Column::Work => (16, CellKind::Text),
        Column::Category => (13, CellKind::Text),
        Column::HiredOn => (13, CellKind::Day),
        Column::Languages => (12, CellKind::Text),
        Column::Load => (9, CellKind::Number),
        Column::Places => (9, CellKind::Text),
        Column::Now => (28, CellKind::Text),
    };
    lists::Column { caption: caption(lang, kind, column), width, kind: holds }
}
