//! The steps of a plan as rows of its page.

use super::{ItemPath, TurnPath, words};
use crate::said::Said;
use crate::{Page, PageError};
use domain::calendar::Quarters;
use domain::goals::Goal;
use domain::milestones::Milestone;
use domain::plans::Item;
use domain::programmes::Programme;
use domain::{PersonId, PlanItemId};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// One step.
pub(super) struct Row {
    /// Its last day, and how near it is.
    pub(super) when: String,
    pub(super) tone: &'static str,
    pub(super) title: String,
    /// Week, area, who; then what is to come of it.
    pub(super) facts: String,
    pub(super) result: String,
    /// When it was ticked, and by whom.
    pub(super) ticked: String,
    /// The tick stands in the plan of a pair that has ended, and is not taken back.
    pub(super) fixed: bool,
    /// Where it is changed; empty for a reader who changes nothing.
    pub(super) href: String,
    pub(super) turn: String,
}

/// The steps by where they stand on the page.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) open: Vec<Row>,
    pub(super) done: Vec<Row>,
    pub(super) removed: Vec<Row>,
}

/// Names of those who ticked something.
async fn names(tx: &mut Tx, items: &[Item]) -> Result<BTreeMap<PersonId, String>, PageError> {
    let mut names = BTreeMap::new();
    for by in items.iter().filter_map(|item| item.done.as_ref()).map(|done| &done.by) {
        if !names.contains_key(by)
            && let Some(person) = store::people::get(tx, by).await?
        {
            names.insert(by.clone(), person.name.polite());
        }
    }
    Ok(names)
}

/// The steps of a plan; `goals` are those that steps belong to, `keeps` is true for a reader who may change them, `fixed` is what no tick is taken back of.
pub(super) async fn rows(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    items: &[Item],
    goals: &BTreeMap<PlanItemId, Goal>,
    (keeps, fixed): (bool, &BTreeSet<Milestone>),
) -> Result<Rows, PageError> {
    let names = names(tx, items).await?;
    let quarters = Quarters::usual(programme.first_year);
    let mut rows = Rows::default();
    for item in items {
        let fixed = Milestone::of_item(item).is_some_and(|line| fixed.contains(&line));
        let mut row = Row { fixed, ..row(page, &quarters, &names, item, keeps) };
        if let Some(goal) = goals.get(&item.id) {
            let said = Said::new("goals-step-of").with("goal", goal.aim.text.clone());
            row.facts = format!("{} · {}", row.facts, said.words(page.lang()));
        }
        match (item.removed, &item.done) {
            (true, _) => rows.removed.push(row),
            (false, Some(_)) => rows.done.push(row),
            (false, None) => rows.open.push(row),
        }
    }
    Ok(rows)
}

fn row(
    page: &Page,
    quarters: &Quarters,
    names: &BTreeMap<PersonId, String>,
    item: &Item,
    keeps: bool,
) -> Row {
    let (lang, content) = (page.lang(), &item.content);
    let (title, result) = words(page, item);
    let week = quarters.week_of(content.due).map(|week| {
        let args = [("quarter", week.quarter.into()), ("week", week.number.into())];
        i18n::t(lang, "plans-week", &args)
    });
    let area = page.text(&format!("plans-area-{}", content.area.word()));
    let whose = page.text(&format!("plans-whose-{}", content.whose.word()));
    let ticked = item.done.as_ref().map(|done| {
        let name = names.get(&done.by).cloned().unwrap_or_default();
        let day = i18n::day_short(lang, done.on);
        i18n::t(lang, "plans-ticked", &[("day", day.into()), ("name", name.into())])
    });
    Row {
        when: i18n::day_short(lang, content.due),
        // A day that has passed is no reproach: it is near, and can be moved.
        tone: if item.is_open() && content.due <= page.today() { "near" } else { "" },
        title,
        facts: week.into_iter().chain([area, whose]).collect::<Vec<_>>().join(" · "),
        result,
        ticked: ticked.unwrap_or_default(),
        fixed: false,
        href: if keeps { ItemPath { plan_item: item.id.clone() }.to_string() } else { String::new() },
        turn: TurnPath { plan_item: item.id.clone() }.to_string(),
    }
}
