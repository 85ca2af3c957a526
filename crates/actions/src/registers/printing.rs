//! A register on paper, in Kazakh and in Russian, and as a table to download.

use super::{Row, caption, rows, said};
use crate::orders::{Unprintable, laid_out};
use crate::rosters::exporting::{Download, Form, table as written};
use crate::{Context, Failed, Never};
use documents::Both;
use documents::registers as printed;
use documents::tables::{Cell, Column as TableColumn, Kind as CellKind, Table};
use domain::programmes::Programme;
use domain::registers::{Column, Kind};
use domain::schools::School;
use i18n::{Lang, t};

/// The rows as the alphabet of a language orders them.
async fn sorted(
    context: &Context<'_>,
    programme: &Programme,
    kind: Kind,
    lang: Lang,
) -> store::Result<Option<Vec<Row>>> {
    let mut tx = context.db.read().await?;
    let found = rows(&mut tx, context, programme, kind).await?;
    Ok(found.map(|rows| by_name(lang, rows)))
}

fn by_name(lang: Lang, rows: Vec<Row>) -> Vec<Row> {
    let mut named: Vec<(String, Row)> = rows.into_iter().map(|row| (row.person.name.full(), row)).collect();
    i18n::sort_by_name(lang, &mut named, |(name, _)| name);
    named.into_iter().map(|(_, row)| row).collect()
}

/// What every paper says of the school.
pub(crate) fn school_of(school: &School) -> documents::School {
    documents::School {
        name: Both::new(&school.name_kk, &school.name_ru),
        locality: Both::new(&school.place_kk, &school.place_ru),
        bin: school.bin.clone(),
    }
}

/// Prints a register of today.
pub async fn print(
    context: &Context<'_>,
    programme: &Programme,
    kind: Kind,
    lang: Lang,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let rows = sorted(context, programme, kind, lang).await?.ok_or(Failed::NotFound)?;
    let school = store::schools::get(&mut *context.db.read().await?, &programme.school).await?;
    let school = school.ok_or(Failed::NotFound)?;
    let columns = kind.columns();
    let cells = |row: &Row| columns.iter().map(|column| said(lang, row, *column)).collect();
    let register = printed::Register {
        school: school_of(&school),
        school_year: programme.first_year,
        date: context.today,
        title: t(lang, &format!("registers-{}", kind.word()), &[]),
        columns: columns.iter().map(|column| column_of(lang, kind, *column)).collect(),
        rows: rows.iter().map(cells).collect(),
    };
    let made_at = context.now;
    laid_out(move || printed::pdf(&register, lang, made_at)).await
}

/// A column with how much of the page it takes beside the others.
fn column_of(lang: Lang, kind: Kind, column: Column) -> printed::Column {
    let width = match column {
        Column::Name | Column::Past => 20,
        Column::Work => 16,
        Column::Category | Column::HiredOn => 13,
        Column::Languages => 12,
        Column::Load | Column::Places => 9,
        Column::Now => 28,
    };
    printed::Column { caption: caption(lang, kind, column), width }
}

/// A register of today as a table.
pub async fn table(
    context: &Context<'_>,
    programme: &Programme,
    kind: Kind,
    lang: Lang,
    form: Form,
) -> Result<Download, Failed<Never>> {
    let rows = sorted(context, programme, kind, lang).await?.ok_or(Failed::NotFound)?;
    let columns = kind.columns();
    let kind_of = |column: Column| match column {
        Column::Load => CellKind::Number,
        Column::HiredOn => CellKind::Day,
        _ => CellKind::Text,
    };
    let cell = |row: &Row, column: Column| match column {
        Column::Load => row.person.weekly_load.map_or(Cell::Empty, |hours| Cell::Number(hours.into())),
        Column::HiredOn => row.hired_on.map_or(Cell::Empty, Cell::Day),
        _ => {
            let lines = said(lang, row, column);
            if lines.is_empty() { Cell::Empty } else { Cell::Text(lines.join("; ")) }
        }
    };
    let table = Table {
        title: t(lang, &format!("registers-{}", kind.word()), &[]),
        columns: columns
            .iter()
            .map(|column| TableColumn { heading: caption(lang, kind, *column), kind: kind_of(*column) })
            .collect(),
        rows: rows.iter().map(|row| columns.iter().map(|column| cell(row, *column)).collect()).collect(),
    };
    written(context, &table, form)
}
