//! One step: added, changed, ticked, taken away.

use super::{AddPath, ItemPath, ShowPath, TurnPath, choices, refusal, words};
use crate::forms::Fields;
use crate::goals::{OfStep, of_step};
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::plans::{Opened, Turn, typed};
use axum::http::StatusCode;
use axum::response::Response;
use domain::plans::{Area, Content, Item, MOST_RESULT, MOST_TEXT, PlanRefused, Whose};
use domain::{Day, PlanId, PlanItemId};

/// What can be done to a step beside changing its words.
struct Acts {
    turn: String,
    removed: bool,
}

#[derive(askama::Template)]
#[template(path = "plans/item.html")]
struct Form {
    shell: Shell,
    today: Day,
    title: &'static str,
    action: String,
    areas: Vec<Choice>,
    whose: Vec<Choice>,
    first: String,
    last: String,
    acts: Option<Acts>,
    /// Which goal the step belongs to, where the plan has goals.
    goal: Option<OfStep>,
    plan: String,
    by_law: bool,
    fields: Fields,
}

impl Form {
    fn explained(&self) -> String {
        format!("{}-text", self.title)
    }
}

fn read(fields: &mut Fields) -> Option<Content> {
    let area = fields.choice("area", Area::from_word);
    let text = fields.text("text", MOST_TEXT);
    let result = fields.optional_text("result", MOST_RESULT);
    let (whose, due) = (fields.choice("whose", Whose::from_word), fields.day("due"));
    let content = Content { area: area?, text: Some(text), result, whose: whose?, due: due? };
    fields.is_right().then_some(content)
}

/// The fields with what a step says.
fn values(page: &Page, item: &Item) -> [(&'static str, String); 6] {
    let (text, result) = words(page, item);
    [
        ("area", item.content.area.word().to_owned()),
        ("text", text),
        ("result", result),
        ("whose", item.content.whose.word().to_owned()),
        ("due", item.content.due.to_string()),
        ("version", item.version.to_string()),
    ]
}

/// The plan, for somebody who may change it.
async fn keepable(page: &Page, id: &PlanId) -> Result<Opened, PageError> {
    let mut tx = page.read().await?;
    let opened = actions::plans::opened(&mut tx, &page.context(), id).await?;
    let opened = opened.ok_or(PageError::NotFound)?;
    match opened.may_keep(&page.context()) {
        Err(Failed::Forbidden) => Err(PageError::Forbidden),
        Err(Failed::NotFound) => Err(PageError::NotFound),
        // That it is too late, the form says when it is sent.
        _ => Ok(opened),
    }
}

async fn draw(
    page: &Page,
    opened: &Opened,
    item: Option<&Item>,
    fields: Fields,
    status: StatusCode,
) -> Result<Response, PageError> {
    let phases = &opened.programme.phases;
    let plan = opened.plan.id.clone();
    let goal = match item {
        Some(item) => of_step(page, &mut *page.read().await?, &opened.plan, &item.id).await?,
        None => None,
    };
    let path = |item: &Item| ItemPath { plan_item: item.id.clone() }.to_string();
    let form = Form {
        shell: page.shell(),
        today: page.today(),
        title: if item.is_some() { "plans-edit-board" } else { "plans-new-board" },
        action: item.map_or_else(|| AddPath { id: plan.clone() }.to_string(), path),
        areas: choices(page, "area", Area::ALL.map(Area::word), fields.value("area")),
        whose: choices(page, "whose", Whose::ALL.map(Whose::word), fields.value("whose")),
        first: phases.starts_on.to_string(),
        last: phases.work_until.to_string(),
        acts: item.map(|item| Acts {
            turn: TurnPath { plan_item: item.id.clone() }.to_string(),
            removed: item.removed,
        }),
        goal,
        plan: ShowPath { id: plan }.to_string(),
        by_law: opened.plan.kind.is_by_law(),
        fields,
    };
    page.show_with(status, &form)
}

pub(super) async fn new(path: AddPath, page: Page) -> Result<Response, PageError> {
    let opened = keepable(&page, &path.id).await?;
    let due = opened.programme.phases.work_until.min(page.today().saturating_add(jiff::Span::new().weeks(1)));
    let beginning = [("whose", Whose::Both.word().to_owned()), ("due", due.to_string())];
    let fields = Fields::beginning(page.lang(), &beginning);
    draw(&page, &opened, None, fields, StatusCode::OK).await
}

fn refuse(page: &Page, fields: &mut Fields, why: PlanRefused) {
    let (field, key, args) = refusal(page, why);
    fields.refuse(field, key, &args);
}

pub(super) async fn add(path: AddPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let opened = keepable(&page, &path.id).await?;
    if let Some(content) = read(&mut fields) {
        let content = typed(page.lang(), None, content);
        match actions::plans::add(&page.context(), &path.id, &content).await {
            Ok(_) => return Ok(page.done(&ShowPath { id: path.id }, "plans-done-added", &[])),
            Err(Failed::Refused(why)) => refuse(&page, &mut fields, why),
            Err(other) => return Err(other.into()),
        }
    }
    draw(&page, &opened, None, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// A step with its plan, for somebody who may change it.
async fn found(page: &Page, id: &PlanItemId) -> Result<(Item, Opened), PageError> {
    let item = store::plans::item(&mut *page.read().await?, id).await?.ok_or(PageError::NotFound)?;
    let opened = keepable(page, &item.plan).await?;
    Ok((item, opened))
}

pub(super) async fn edit(path: ItemPath, page: Page) -> Result<Response, PageError> {
    let (item, opened) = found(&page, &path.plan_item).await?;
    let fields = Fields::beginning(page.lang(), &values(&page, &item));
    draw(&page, &opened, Some(&item), fields, StatusCode::OK).await
}

pub(super) async fn change(path: ItemPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (item, opened) = found(&page, &path.plan_item).await?;
    let seen = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let Some(content) = read(&mut fields) else {
        return draw(&page, &opened, Some(&item), fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let content = typed(page.lang(), item.step, content);
    match actions::plans::change(&page.context(), &path.plan_item, seen, &content).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "plans-done-changed", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&page, &mut fields, why);
            draw(&page, &opened, Some(&item), fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failed::Changed) => {
            let (now, opened) = found(&page, &path.plan_item).await?;
            show_what_stands(&page, &now, &mut fields);
            draw(&page, &opened, Some(&now), fields, StatusCode::CONFLICT).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Says beside each field that differs what stands there since the other one saved; nothing that was typed is lost,
/// and saving once more is a decision then.
fn show_what_stands(page: &Page, now: &Item, fields: &mut Fields) {
    for (name, stands) in values(page, now) {
        if name == "version" || fields.value(name).trim() == stands {
            continue;
        }
        let shown = match name {
            "area" | "whose" => page.text(&format!("plans-{name}-{stands}")),
            "due" => i18n::day(page.lang(), now.content.due),
            _ => stands,
        };
        fields.now_stands(name, shown);
    }
    if fields.is_right() {
        fields.refuse("text", "forms-now-other", &[]);
    }
    fields.put("version", now.version.to_string());
}

pub(super) async fn turn(path: TurnPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (turn, done) = match fields.value("step") {
        "done" => (Turn::Done, "plans-done-done"),
        "reopen" => (Turn::Reopen, "plans-done-reopened"),
        "remove" => (Turn::Remove, "plans-done-removed"),
        "restore" => (Turn::Restore, "plans-done-restored"),
        _ => return Err(PageError::Unreadable),
    };
    match actions::plans::turn(&page.context(), &path.plan_item, turn).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, done, &[])),
        Err(Failed::Refused(why)) => {
            let item = store::plans::item(&mut *page.read().await?, &path.plan_item).await?;
            let id = item.ok_or(PageError::NotFound)?.plan;
            let (_, key, _) = refusal(&page, why);
            Ok(page.lead(&ShowPath { id }, FlashKind::Refused, key, &[]))
        }
        Err(other) => Err(other.into()),
    }
}
