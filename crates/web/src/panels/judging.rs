//! The questions of a sitting for one judge: a topic a page, saved by its form or by itself.

use super::{BoundsPath, JudgingPath, language, refusal, spread_text};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::sittings::{TOPICS, topic_text};
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::panels::{Question, Refused, Seen, open};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::exams::{Bearable, PanelRefused, PanelState, SHARE_STEP};
use domain::questions::Topic;
use domain::{Day, ExamId};
use std::collections::BTreeMap;

/// A question with the shares to choose from.
struct Row {
    field: String,
    was: String,
    label: String,
    hint: String,
    text: String,
    options: Vec<String>,
    spread: String,
    choices: Vec<Choice>,
    error: String,
}

/// The way to a topic: a button of the form, so that what stands here is saved before.
struct Step {
    word: &'static str,
    name: String,
    current: bool,
    done: bool,
}

/// A field of the bounds.
struct Bound {
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
    error: String,
}

#[derive(askama::Template)]
#[template(path = "panels/judging.html")]
struct Judging {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    open: bool,
    handed_in: bool,
    topic: &'static str,
    topic_name: String,
    rows: Vec<Row>,
    steps: Vec<Step>,
    bounds: Vec<Bound>,
    action: String,
    bear: String,
    fields: Fields,
}

pub(super) async fn show(
    path: JudgingPath,
    page: Page,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    let query = query.unwrap_or_default();
    let topic = query.split('&').find_map(|pair| pair.strip_prefix("topic="));
    let topic = topic.and_then(Topic::from_word);
    draw(&page, &path.id, topic, StatusCode::OK, Fields::default()).await
}

/// Shares to choose from, and the one that stands.
fn shares(page: &Page, stands: &str) -> Vec<Choice> {
    let share = |share: u8| {
        let label = i18n::t(page.lang(), "panels-share", &[("share", u32::from(share).into())]);
        Choice::new(share.to_string(), label).chosen_if(stands)
    };
    (0..=100).step_by(usize::from(SHARE_STEP)).map(share).collect()
}

fn row(page: &Page, at: usize, question: &Question, fields: &Fields) -> Row {
    let field = format!("share-{}", question.number);
    let was = question.own.map(|share| share.to_string()).unwrap_or_default();
    let stands = if fields.has(&field) { fields.value(&field).to_owned() } else { was.clone() };
    let key = if question.by_hand { "panels-share-text" } else { "panels-share-question" };
    Row {
        label: i18n::t(page.lang(), key, &[("number", (at + 1).into())]),
        hint: if question.own.is_none() { page.text("panels-open") } else { String::new() },
        text: question.text.clone(),
        options: question.choices.clone(),
        spread: question.spread.map(|found| spread_text(page, "panels-spread", found)).unwrap_or_default(),
        choices: shares(page, &stands),
        error: fields.error(&field).to_owned(),
        field,
        was,
    }
}

/// The topics of the sitting.
fn steps(page: &Page, seen: &Seen, current: Topic) -> Vec<Step> {
    let step = |&(topic, word): &(Topic, &'static str)| {
        let mut here = seen.questions.iter().filter(|question| question.topic == topic).peekable();
        here.peek()?;
        Some(Step {
            word,
            name: topic_text(page, topic),
            current: topic == current,
            done: here.all(|question| question.own.is_some()),
        })
    };
    TOPICS.iter().filter_map(step).collect()
}

/// What the judge would put up with, to choose from.
fn bounds(page: &Page, seen: &Seen, fields: &Fields) -> Vec<Bound> {
    let kept = seen.bearable;
    let field = |name: &'static str, most: u16, step: usize, stands: Option<u16>| {
        let stands = stands.map(|number| number.to_string()).unwrap_or_default();
        let stands = if fields.has(name) { fields.value(name).to_owned() } else { stands };
        let choice = |number: u16| Choice::new(number.to_string(), number.to_string()).chosen_if(&stands);
        Bound {
            name,
            label: page.text(&format!("panels-{name}")),
            choices: (0..=most).step_by(step).map(choice).collect(),
            error: fields.error(name).to_owned(),
        }
    };
    let fail = usize::from(SHARE_STEP);
    vec![
        field("lowest", seen.worth, 1, kept.map(|bounds| bounds.cut.0)),
        field("highest", seen.worth, 1, kept.map(|bounds| bounds.cut.1)),
        field("fewest", 100, fail, kept.map(|bounds| bounds.fail.0.into())),
        field("most", 100, fail, kept.map(|bounds| bounds.fail.1.into())),
    ]
}

/// The page of a topic; of the first one with something open where none is asked for.
async fn draw(
    page: &Page,
    id: &ExamId,
    topic: Option<Topic>,
    status: StatusCode,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let seen = open(&mut tx, &page.context(), id, language(page)).await?;
    let asks = |topic: &Topic| seen.questions.iter().any(|question| question.topic == *topic);
    let waits = seen.questions.iter().find(|question| question.own.is_none()).or(seen.questions.first());
    let topic = topic.filter(asks).or(waits.map(|question| question.topic)).unwrap_or(Topic::Law);
    let here = seen.questions.iter().filter(|question| question.topic == topic).enumerate();
    let word = match seen.state {
        _ if !seen.open => "panels-judging-over",
        PanelState::Second => "panels-judging-second",
        PanelState::First | PanelState::Closed => "panels-judging-first",
    };
    page.show_with(
        status,
        &Judging {
            shell: page.shell(),
            today: page.today(),
            title: i18n::day_and_time(page.lang(), page.local(seen.sitting.begins)),
            text: page.text(word),
            open: seen.open,
            handed_in: seen.handed_in,
            topic: topic.word(),
            topic_name: topic_text(page, topic),
            rows: here.map(|(at, question)| row(page, at, question, &fields)).collect(),
            steps: steps(page, &seen, topic),
            bounds: bounds(page, &seen, &fields),
            action: JudgingPath { id: id.clone() }.to_string(),
            bear: BoundsPath { id: id.clone() }.to_string(),
            fields,
        },
    )
}

/// The shares that were chosen here; what nobody touched is not sent over what another tab has saved since.
fn given(fields: &mut Fields) -> BTreeMap<u32, u8> {
    let typed: Vec<(String, String)> = fields.all().cloned().collect();
    let mut given = BTreeMap::new();
    for (name, value) in typed {
        let Some(number) = name.strip_prefix("share-") else { continue };
        let was = format!("was-{name}");
        if value.is_empty() || (fields.has(&was) && fields.value(&was) == value) {
            continue;
        }
        match (number.parse(), value.parse()) {
            (Ok(number), Ok(share)) => {
                given.insert(number, share);
            }
            _ => fields.refuse(&name, "panels-refused-scale", &[]),
        }
    }
    given
}

/// The topic behind the one that was shown.
fn next(seen: &Seen, topic: Topic) -> Topic {
    let behind = TOPICS.iter().map(|(one, _)| *one).skip_while(|one| *one != topic).skip(1);
    let mut there = behind.filter(|one| seen.questions.iter().any(|question| question.topic == *one));
    there.next().unwrap_or(topic)
}

pub(super) async fn save(path: JudgingPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let shares = given(&mut fields);
    let topic = Topic::from_word(fields.value("topic")).unwrap_or(Topic::Law);
    let quiet = fields.ticked("quiet");
    let hand_in = fields.value("go") == "hand-in" && !quiet;
    if fields.is_right() {
        let context = page.context();
        let done = actions::panels::judge(&context, &path.id, &shares, hand_in).await;
        if matches!(&done, Err(Failed::Refused(Refused::Panel(PanelRefused::Missing(_))))) {
            // What was judged stays, whatever is still open.
            actions::panels::judge(&context, &path.id, &shares, false).await?;
        }
        match done {
            Ok(()) if quiet => return Ok(format!("\n{}", page.text("panels-saved")).into_response()),
            Ok(()) if hand_in => return Ok(page.done(&path, "panels-done-handed-in", &[])),
            Ok(()) => {
                let seen = open(&mut *page.read().await?, &context, &path.id, language(&page)).await?;
                let to = Topic::from_word(fields.value("go")).unwrap_or_else(|| next(&seen, topic));
                return Ok(page.go(&format!("{path}?topic={}", to.word())));
            }
            Err(Failed::Refused(why)) => {
                let (key, args) = refusal(&page, &why);
                fields.refuse("judging", key, &args);
            }
            Err(other) => return Err(other.into()),
        }
    }
    if quiet {
        let text = fields.problems.0.first().map(|problem| problem.text.clone()).unwrap_or_default();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, format!("\n{text}")).into_response());
    }
    draw(&page, &path.id, Some(topic), StatusCode::UNPROCESSABLE_ENTITY, fields).await
}

pub(super) async fn bear(path: BoundsPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let number = |name: &str| fields.value(name).parse::<u16>().ok();
    let percent = |name: &str| fields.value(name).parse::<u8>().ok();
    let typed = match (number("lowest"), number("highest"), percent("fewest"), percent("most")) {
        (Some(low), Some(high), Some(few), Some(most)) => {
            Some(Bearable { cut: (low, high), fail: (few, most) })
        }
        _ => None,
    };
    let Some(bearable) = typed else {
        fields.refuse("lowest", "panels-refused-bounds", &[]);
        return draw(&page, &path.id, None, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    };
    match actions::panels::bear(&page.context(), &path.id, bearable).await {
        Ok(()) => Ok(page.done(&JudgingPath { id: path.id }, "panels-done-bounds", &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = refusal(&page, &why);
            fields.refuse("lowest", key, &args);
            draw(&page, &path.id, None, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
