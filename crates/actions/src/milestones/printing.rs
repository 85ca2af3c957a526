//! The adaptation checklist on paper and as a table, with who ticked what on which day (doc:A6).

use super::{opened, ticks};
use crate::lists::{Cell, Column, List, whose};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::NewcomerId;
use domain::milestones::{Milestone, Stage, Tick};
use i18n::{Lang, t};
use std::collections::BTreeMap;
use store::Tx;

/// The checklist for whoever may read it.
pub async fn list(context: &Context<'_>, id: &NewcomerId, lang: Lang) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let newcomer = &opened.newcomer;
    let (year, name) = whose(&mut tx, newcomer).await?;
    let calendar = crate::programmes::calendar(&mut tx, &newcomer.school).await?;
    let ticks = ticks(&mut tx, &newcomer.school, id).await?;
    let names = names(&mut tx, &ticks).await?;
    let row = |stage: Stage, milestone: Milestone| {
        let tick = ticks.iter().find(|tick| tick.milestone == milestone);
        let by = tick.and_then(|tick| names.get(tick.by.as_str())).cloned();
        vec![
            Cell::words(t(lang, &format!("milestones-stage-{}", stage.word()), &[])),
            Cell::words(t(lang, &format!("milestones-step-{}", milestone.word()), &[])),
            Cell::words(t(lang, &format!("plans-area-{}", milestone.area().word()), &[])),
            Cell::Day(stage.due(newcomer.hired_on, &calendar)),
            tick.map_or(Cell::Lines(Vec::new()), |tick| Cell::Day(tick.on)),
            Cell::words(by.unwrap_or_default()),
        ]
    };
    let of_stage = |stage: Stage| Milestone::of(stage).map(move |milestone| (stage, milestone));
    let lines = Stage::ALL.into_iter().flat_map(of_stage);
    let rows = lines.map(|(stage, milestone)| row(stage, milestone)).collect();
    let (title, about) = (t(lang, "milestones-paper", &[]), vec![name]);
    Ok(List { year, lang, title, about, columns: columns(lang), rows })
}

fn columns(lang: Lang) -> Vec<Column> {
    let column =
        |tail: &str, width, kind| Column::new(lang, &format!("milestones-column-{tail}"), width, kind);
    vec![
        column("stage", 16, CellKind::Text),
        column("what", 40, CellKind::Text),
        column("area", 20, CellKind::Text),
        column("until", 16, CellKind::Day),
        column("on", 16, CellKind::Day),
        column("by", 24, CellKind::Text),
    ]
}

async fn names(tx: &mut Tx, ticks: &[Tick]) -> store::Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for tick in ticks {
        if !names.contains_key(tick.by.as_str())
            && let Some(person) = store::people::get(tx, &tick.by).await?
        {
            names.insert(tick.by.to_string(), person.name.brief());
        }
    }
    Ok(names)
}
