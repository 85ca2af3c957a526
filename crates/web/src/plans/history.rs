//! The history of a plan: who changed what, when, and from what to what.

use super::{HistoryPath, ShowPath, words};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::plans::{Change, Content, Field, Item};
use domain::{Day, PersonId, PlanItemId};
use std::collections::BTreeMap;
use store::Tx;

/// One change.
struct Line {
    iso: String,
    when: String,
    /// What was done.
    title: String,
    /// The step, as it reads today.
    step: String,
    who: String,
    /// «Срок: было …, стало …».
    differences: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "plans/history.html")]
struct History {
    shell: Shell,
    today: Day,
    lines: Vec<Line>,
    /// When the plan was made, and by whom.
    made: Line,
    plan: String,
    seen: String,
}

pub(super) async fn show(path: HistoryPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = actions::plans::opened(&mut tx, &page.context(), &path.id).await?;
    let opened = opened.ok_or(PageError::NotFound)?;
    let items = store::plans::items(&mut tx, &opened.plan).await?;
    let items: BTreeMap<PlanItemId, Item> = items.into_iter().map(|item| (item.id.clone(), item)).collect();
    let mut names = Names::default();
    let mut lines = Vec::new();
    for change in store::plans::changes(&mut tx, &opened.plan).await? {
        let who = names.of(&mut tx, &change.by).await?;
        lines.push(line(&page, &change, items.get(&change.item), who));
    }
    let made_by = names.of(&mut tx, &opened.plan.made_by).await?;
    let at = page.local(opened.plan.made_at);
    page.show(&History {
        shell: page.shell(),
        today: page.today(),
        lines,
        made: Line {
            iso: at.date().to_string(),
            when: i18n::day_and_time(page.lang(), at),
            title: page.text("plans-history-made"),
            step: String::new(),
            who: made_by,
            differences: Vec::new(),
        },
        plan: ShowPath { id: path.id }.to_string(),
        seen: format!("plans-seen-{}", opened.plan.kind.word()),
    })
}

/// Names of those who changed something, each looked up once.
#[derive(Default)]
struct Names(BTreeMap<PersonId, String>);

impl Names {
    async fn of(&mut self, tx: &mut Tx, id: &PersonId) -> Result<String, PageError> {
        if let Some(name) = self.0.get(id) {
            return Ok(name.clone());
        }
        let person = store::people::get(tx, id).await?;
        let name = person.map(|person| person.name.polite()).unwrap_or_default();
        self.0.insert(id.clone(), name.clone());
        Ok(name)
    }
}

fn line(page: &Page, change: &Change, item: Option<&Item>, who: String) -> Line {
    let at = page.local(change.at);
    let differences = match (&change.was, &change.became) {
        (Some(was), Some(became)) => differences(page, item, was, became),
        _ => Vec::new(),
    };
    Line {
        iso: at.date().to_string(),
        when: i18n::day_and_time(page.lang(), at),
        title: page.text(&format!("plans-deed-{}", change.deed.word())),
        step: item.map(|item| words(page, item).0).unwrap_or_default(),
        who,
        differences,
    }
}

fn differences(page: &Page, item: Option<&Item>, was: &Content, became: &Content) -> Vec<String> {
    let step = item.and_then(|item| item.step);
    let said = |content: &Content, field: Field| {
        let (text, result) = actions::plans::words(page.lang(), step, content);
        let words = match field {
            Field::Area => page.text(&format!("plans-area-{}", content.area.word())),
            Field::Text => text,
            Field::Result => result,
            Field::Whose => page.text(&format!("plans-whose-{}", content.whose.word())),
            Field::Due => i18n::day_short(page.lang(), content.due),
        };
        if words.is_empty() { page.text("plans-nothing") } else { words }
    };
    let difference = |field: Field| {
        let name = match field {
            Field::Area => "area",
            Field::Text => "text",
            Field::Result => "result",
            Field::Whose => "whose",
            Field::Due => "due",
        };
        Said::new("plans-differs")
            .text("field", format!("plans-field-{name}"))
            .with("was", said(was, field))
            .with("became", said(became, field))
            .words(page.lang())
    };
    was.differences(became).into_iter().map(difference).collect()
}
