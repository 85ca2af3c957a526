//! The development plan as a table for the two: goals with their steps, steps of none, and what both have said, as far as the
//! reader may read it (doc:A5).

use super::{Opened, of_steps, opened};
use crate::lists::{Cell, Column, List, whose};
use crate::plans::{items, words};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::NewcomerId;
use domain::goals::{Aim, Goal, Review};
use domain::plans::Item;
use i18n::{Lang, t};
use store::Tx;

/// The development plan of a newcomer, for one of the two.
pub async fn list(context: &Context<'_>, id: &NewcomerId, lang: Lang) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let (year, name) = whose(&mut tx, &opened.newcomer).await?;
    let mut rows = planned(&mut tx, lang, &opened).await?;
    for review in &opened.reviews {
        let who = store::people::get(&mut tx, &review.by).await?.map(|person| person.name.full());
        rows.push(said(lang, review, who.unwrap_or_default()));
    }
    let column = |key, width, holds| Column::new(lang, key, width, holds);
    let columns = vec![
        column("goals-column-what", 14, CellKind::Text),
        column("goals-column-text", 36, CellKind::Text),
        column("goals-column-seen", 26, CellKind::Text),
        column("goals-column-by", 12, CellKind::Day),
        column("goals-column-state", 16, CellKind::Text),
        column("goals-field-strengths", 26, CellKind::Text),
        column("goals-field-support", 26, CellKind::Text),
    ];
    Ok(List { year, lang, title: t(lang, "goals-paper", &[]), about: vec![name], columns, rows })
}

/// Each goal with its steps below it, then the steps that belong to none.
async fn planned(tx: &mut Tx, lang: Lang, opened: &Opened) -> store::Result<Vec<Vec<Cell>>> {
    let Some(plan) = &opened.plan else { return Ok(Vec::new()) };
    let of = of_steps(tx, plan).await?;
    let steps: Vec<Item> = items(tx, plan).await?.into_iter().filter(|item| !item.removed).collect();
    let mut rows = Vec::new();
    for goal in &opened.goals {
        rows.push(aimed(lang, goal));
        let own = steps.iter().filter(|item| of.get(&item.id).is_some_and(|its| its.id == goal.id));
        rows.extend(own.map(|item| step(lang, item)));
    }
    rows.extend(steps.iter().filter(|item| !of.contains_key(&item.id)).map(|item| step(lang, item)));
    Ok(rows)
}

fn aimed(lang: Lang, goal: &Goal) -> Vec<Cell> {
    vec![
        Cell::words(t(lang, "goals-row-goal", &[])),
        Cell::words(goal.aim.text.as_str()),
        Cell::words(goal.aim.seen.as_str()),
        Cell::Day(goal.aim.by),
        Cell::words(t(lang, &format!("goals-state-{}", goal.state.word()), &[])),
        Cell::words(goal.aim.strengths.as_deref().unwrap_or_default()),
        Cell::words(goal.aim.support.as_deref().unwrap_or_default()),
    ]
}

fn step(lang: Lang, item: &Item) -> Vec<Cell> {
    let (text, result) = words(lang, item.step, &item.content);
    let state = if item.done.is_some() { "goals-row-done" } else { "goals-row-ahead" };
    vec![
        Cell::words(t(lang, "goals-row-step", &[])),
        Cell::words(text),
        Cell::words(result),
        Cell::Day(item.content.due),
        Cell::words(t(lang, state, &[])),
        Cell::words(""),
        Cell::words(""),
    ]
}

/// The newcomer's own mark at a review, in words.
pub fn marked(lang: Lang, review: &Review) -> Option<String> {
    let mark = t(lang, &format!("goals-mark-{}", review.mark?.number()), &[]);
    Some(t(lang, "goals-marked", &[("mark", mark.into())]))
}

/// What a goal builds on and what support it needs, each in a sentence, as far as it says so.
pub fn beside(lang: Lang, aim: &Aim) -> Vec<String> {
    let two =
        [("goals-strengths-as", aim.strengths.as_deref()), ("goals-support-as", aim.support.as_deref())];
    let said = |(key, words): (&str, Option<&str>)| Some(t(lang, key, &[("words", words?.into())]));
    two.into_iter().filter_map(said).collect()
}

fn said(lang: Lang, review: &Review, who: String) -> Vec<Cell> {
    let season = t(lang, &format!("difficulties-season-{}", review.season.word()), &[]);
    vec![
        Cell::words(t(lang, "goals-row-review", &[("season", season.into())])),
        Cell::words(review.words.as_str()),
        Cell::words(marked(lang, review).unwrap_or_default()),
        Cell::words(""),
        Cell::words(who),
        Cell::words(""),
        Cell::words(""),
    ]
}
