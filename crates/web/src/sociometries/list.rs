//! What was asked, and the form that opens a sociometry of a class.

use super::{ListPath, ShowPath, shell};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::pupils::ListPath as PupilsPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::sociometries::{Asked, Class, list as all, open as do_open};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::pupils::grade;
use domain::sociometries::{
    LEAST_MEMBERS, MOST_ORDER, MOST_WORDING, OpenRefused, Question, Questions, Sociometry,
};
use std::collections::BTreeMap;

/// A sociometry of earlier, or of now.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "sociometries/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// Choices can be sealed here.
    sealed: bool,
    classes: Vec<Choice>,
    questions: Vec<Choice>,
    action: String,
    pupils: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let usual = [Question::Work, Question::Leisure].map(|one| ("question", one.word().to_owned()));
    draw(&page, Fields::beginning(page.lang(), &usual)).await
}

fn read(fields: &mut Fields) -> Option<Asked> {
    let class = fields.choice("class", |key| (!key.is_empty()).then(|| key.to_owned()));
    let own = fields.optional_text("own", MOST_WORDING);
    let order = fields.optional_text("school_order", MOST_ORDER);
    let negative = fields.ticked("negative");
    let asked = fields.values("question");
    let asks = |question: Question| asked.contains(&question.word());
    let (work, leisure) = (asks(Question::Work), asks(Question::Leisure));
    let questions = Questions { work, leisure, own, negative: order.filter(|_| negative) };
    let asked = Asked { class: class?, questions, negative };
    fields.is_right().then_some(asked)
}

pub(super) async fn open(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(asked) = read(&mut fields) else { return draw(&page, fields).await };
    // Without a key nobody could answer.
    super::vault(&page)?;
    match do_open(&page.context(), &asked).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "sociometries-done-opened", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&page, &mut fields, why);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Says under which field why it is not opened.
fn refuse(page: &Page, fields: &mut Fields, why: OpenRefused) {
    match why {
        OpenRefused::Class => fields.refuse("class", "sociometries-refused-class", &[]),
        OpenRefused::NoQuestion => fields.refuse("question", "sociometries-refused-question", &[]),
        OpenRefused::NoOrder => fields.refuse("school_order", "sociometries-refused-order", &[]),
        OpenRefused::TooFew { have } => {
            fields.refuse(
                "class",
                "sociometries-refused-few",
                &[("have", have.into()), ("least", LEAST_MEMBERS.into())],
            );
        }
        OpenRefused::TooSoon { from } => {
            let day = i18n::day(page.lang(), from);
            fields.refuse("class", "sociometries-refused-soon", &[("day", day.into())]);
        }
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (classes, before) = all(&mut tx, &page.context()).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let chosen = fields.values("question");
    let question = |one: Question| Choice {
        chosen: chosen.contains(&one.word()),
        ..Choice::new(one.word(), page.text(&format!("sociometries-question-{}", one.word())))
    };
    page.show_with(
        status,
        &List {
            shell: shell(page),
            today: page.today(),
            rows: before.iter().map(|one| row(page, one)).collect(),
            sealed: page.app.config.vault.is_some(),
            classes: choices(page, classes, &fields),
            questions: [Question::Work, Question::Leisure].map(question).into(),
            action: ListPath.to_string(),
            pupils: PupilsPath.to_string(),
            fields,
        },
    )
}

fn row(page: &Page, one: &Sociometry) -> Row {
    Row {
        title: one.class.clone(),
        text: Said::new(format!("sociometries-row-{}", one.state.word()))
            .with("day", i18n::day(page.lang(), one.opened_on))
            .words(page.lang()),
        href: ShowPath { id: one.id.clone() }.to_string(),
    }
}

/// The classes by grade, each with how many have the consent.
fn choices(page: &Page, classes: BTreeMap<String, Class>, fields: &Fields) -> Vec<Choice> {
    let mut classes: Vec<(String, Class)> = classes.into_iter().collect();
    classes.sort_by_key(|(key, _)| grade(key).unwrap_or(u32::MAX));
    let choice = |(key, class): &(String, Class)| {
        let label = Said::new("sociometries-class")
            .with("class", key.as_str())
            .with("have", class.consented.len())
            .with("size", class.size)
            .words(page.lang());
        Choice::new(key.as_str(), label).chosen_if(fields.value("class"))
    };
    classes.iter().map(choice).collect()
}
