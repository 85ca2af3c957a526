//! One goal: set, and changed as long as it is open.

use super::{AddPath, ItemPath, ShowPath, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::goals::Opened;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::difficulties::Topic;
use domain::goals::{Aim, Goal, GoalRefused, MOST_SEEN, MOST_SUPPORT, MOST_TEXT};

#[derive(askama::Template)]
#[template(path = "goals/item.html")]
struct Form {
    shell: Shell,
    today: Day,
    title: &'static str,
    action: String,
    topics: Vec<Choice>,
    first: String,
    last: String,
    /// The goal is there already: what the reader saw of it is sent with the form.
    old: bool,
    /// It is closed, and nothing of it is changed.
    closed: bool,
    back: String,
    fields: Fields,
}

impl Form {
    fn explained(&self) -> String {
        if self.closed { "goals-closed-text".to_owned() } else { format!("{}-text", self.title) }
    }
}

fn read(fields: &mut Fields) -> Option<Aim> {
    let (text, seen) = (fields.text("text", MOST_TEXT), fields.text("seen", MOST_SEEN));
    let strengths = fields.optional_text("strengths", MOST_SUPPORT);
    let support = fields.optional_text("support", MOST_SUPPORT);
    let by = fields.day("by");
    let of_map = !fields.value("topic").is_empty();
    let topic = if of_map { fields.choice("topic", Topic::from_word) } else { None };
    let aim = Aim { topic, text, seen, by: by?, strengths, support };
    fields.is_right().then_some(aim)
}

fn values(aim: &Aim, version: i64) -> [(&'static str, String); 7] {
    [
        ("text", aim.text.clone()),
        ("seen", aim.seen.clone()),
        ("strengths", aim.strengths.clone().unwrap_or_default()),
        ("support", aim.support.clone().unwrap_or_default()),
        ("by", aim.by.to_string()),
        ("topic", aim.topic.map(|topic| topic.word().to_owned()).unwrap_or_default()),
        ("version", version.to_string()),
    ]
}

/// All topics; what the reader finds named as hard stands first.
async fn topics(page: &Page, opened: &Opened, chosen: &str) -> Result<Vec<Choice>, PageError> {
    let hard = super::show::needs(page, &mut *page.read().await?, &opened.newcomer.id).await?;
    let said = |topic: &Topic| page.text(&format!("difficulties-topic-{}", topic.word()));
    let marked = |topic: &Topic| {
        let label = Said::new("goals-topic-hard").with("topic", said(topic)).words(page.lang());
        Choice::new(topic.word(), label).chosen_if(chosen)
    };
    let plain = |topic: &Topic| Choice::new(topic.word(), said(topic)).chosen_if(chosen);
    let rest = Topic::ALL.iter().filter(|topic| !hard.contains(topic));
    Ok(hard.iter().map(marked).chain(rest.map(plain)).collect())
}

async fn draw(
    page: &Page,
    opened: &Opened,
    goal: Option<&Goal>,
    fields: Fields,
    status: StatusCode,
) -> Result<Response, PageError> {
    let phases = &opened.programme.phases;
    let newcomer = opened.newcomer.id.clone();
    let action = match goal {
        Some(goal) => ItemPath { plan_goal: goal.id.clone() }.to_string(),
        None => AddPath { newcomer: newcomer.clone() }.to_string(),
    };
    let form = Form {
        shell: page.shell(),
        today: page.today(),
        title: if goal.is_some() { "goals-edit-board" } else { "goals-new-board" },
        action,
        topics: topics(page, opened, fields.value("topic")).await?,
        first: phases.starts_on.to_string(),
        last: phases.work_until.to_string(),
        old: goal.is_some(),
        closed: goal.is_some_and(|goal| !goal.is_open()),
        back: ShowPath { newcomer }.to_string(),
        fields,
    };
    page.show_with(status, &form)
}

/// The goals of a newcomer, for one of the two.
pub(super) async fn found(page: &Page, newcomer: &domain::NewcomerId) -> Result<Opened, PageError> {
    let opened = actions::goals::opened(&mut *page.read().await?, &page.context(), newcomer).await?;
    opened.ok_or(PageError::NotFound)
}

async fn one(page: &Page, id: &domain::PlanGoalId) -> Result<(Goal, Opened), PageError> {
    let found = actions::goals::goal(&mut *page.read().await?, &page.context(), id).await?;
    found.ok_or(PageError::NotFound)
}

/// A new goal; from a hard topic of the map, that topic is chosen already.
pub(super) async fn new(path: AddPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let opened = found(&page, &path.newcomer).await?;
    let by = opened.programme.phases.work_until.min(page.today().saturating_add(jiff::Span::new().weeks(8)));
    let asked = Fields::read(page.lang(), &query.unwrap_or_default());
    let topic = Topic::from_word(asked.value("topic")).map(|topic| topic.word().to_owned());
    let beginning = [("by", by.to_string()), ("topic", topic.unwrap_or_default())];
    let fields = Fields::beginning(page.lang(), &beginning);
    draw(&page, &opened, None, fields, StatusCode::OK).await
}

fn refuse(page: &Page, fields: &mut Fields, why: GoalRefused) {
    let (field, key, args) = refusal(page, why);
    fields.refuse(field, key, &args);
}

pub(super) async fn add(path: AddPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let opened = found(&page, &path.newcomer).await?;
    if let Some(aim) = read(&mut fields) {
        match actions::goals::set(&page.context(), &path.newcomer, &aim).await {
            Ok(_) => return Ok(page.done(&ShowPath { newcomer: path.newcomer }, "goals-done-set", &[])),
            Err(Failed::Refused(why)) => refuse(&page, &mut fields, why),
            Err(other) => return Err(other.into()),
        }
    }
    draw(&page, &opened, None, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

pub(super) async fn edit(path: ItemPath, page: Page) -> Result<Response, PageError> {
    let (goal, opened) = one(&page, &path.plan_goal).await?;
    let fields = Fields::beginning(page.lang(), &values(&goal.aim, goal.version));
    draw(&page, &opened, Some(&goal), fields, StatusCode::OK).await
}

pub(super) async fn change(path: ItemPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (goal, opened) = one(&page, &path.plan_goal).await?;
    let seen = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let Some(aim) = read(&mut fields) else {
        return draw(&page, &opened, Some(&goal), fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match actions::goals::change(&page.context(), &path.plan_goal, seen, &aim).await {
        Ok(newcomer) => Ok(page.done(&ShowPath { newcomer }, "goals-done-changed", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&page, &mut fields, why);
            draw(&page, &opened, Some(&goal), fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failed::Changed) => {
            let (now, opened) = one(&page, &path.plan_goal).await?;
            show_what_stands(&page, &now, &mut fields);
            draw(&page, &opened, Some(&now), fields, StatusCode::CONFLICT).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Says beside each field that differs what stands there since the other one saved; nothing that was typed is lost.
fn show_what_stands(page: &Page, now: &Goal, fields: &mut Fields) {
    for (name, stands) in values(&now.aim, now.version) {
        if name == "version" || fields.value(name).trim() == stands {
            continue;
        }
        let shown = match (name, now.aim.topic) {
            ("topic", Some(topic)) => page.text(&format!("difficulties-topic-{}", topic.word())),
            ("by", _) => i18n::day(page.lang(), now.aim.by),
            _ => stands,
        };
        fields.now_stands(name, shown);
    }
    if fields.is_right() {
        fields.refuse("text", "forms-now-other", &[]);
    }
    fields.put("version", now.version.to_string());
}
