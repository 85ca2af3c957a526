//! Whose light is lit, what the reader is asked, the library of notes, and the form that recognises somebody.

use super::{ListPath, SecretPath, ShowPath, refusal, topic_text};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::lanterns::{Board, board};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::difficulties::Topic;
use domain::lanterns::{Hour, Lantern, Note};
use domain::people::plain_letters;
use domain::permissions::{Action, may};
use domain::{Day, PersonId};

/// A lantern.
struct Row {
    title: String,
    text: String,
    href: String,
}

/// A secret of success.
struct Secret {
    title: String,
    by: String,
    words: String,
    /// Where it is changed, for whoever may.
    keep: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "lanterns/list.html")]
struct List {
    shell: Shell,
    today: Day,
    title: String,
    offered: Vec<Row>,
    lit: Vec<Row>,
    /// Where the reader has asked.
    asked: Vec<Row>,
    /// What is looked for in the notes.
    search: String,
    secrets: Vec<Secret>,
    people: Vec<Choice>,
    topics: Vec<Choice>,
    /// How many colleagues make a recognition.
    least: u16,
    action: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    draw(&page, query.value("q").trim(), Fields::default()).await
}

pub(super) async fn recognise(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let person = fields.choice("person", |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let topic = fields.choice("topic", Topic::from_word);
    let Some((person, topic)) = person.zip(topic) else { return draw(&page, "", fields).await };
    let done = actions::lanterns::recognise(&page.context(), &person, topic).await;
    match page.sent(&ListPath, done, &mut fields, ("person", refusal), "lanterns-done-recognised")? {
        Some(taken) => Ok(taken),
        None => draw(&page, "", fields).await,
    }
}

fn name(names: &Names, person: &PersonId) -> String {
    names.get(person).cloned().unwrap_or_default()
}

/// When and where an hour is, in words.
pub(super) fn hour_text(page: &Page, hour: &Hour) -> String {
    Said::new("lanterns-hour")
        .with("day", i18n::day_with_weekday(page.lang(), hour.day))
        .with("at", i18n::time(hour.at))
        .with("minutes", u32::from(hour.minutes))
        .with("place", hour.place.as_str())
        .words(page.lang())
}

fn row(page: &Page, names: &Names, lantern: &Lantern, next: Option<&Hour>) -> Row {
    let next = next.map_or_else(|| page.text("lanterns-no-hour"), |hour| hour_text(page, hour));
    Row {
        title: format!("{}: {}", name(names, &lantern.person), topic_text(page, lantern.topic)),
        text: next,
        href: ShowPath { id: lantern.id.clone() }.to_string(),
    }
}

fn offer(page: &Page, lantern: &Lantern) -> Row {
    Row {
        title: topic_text(page, lantern.topic),
        text: page.text("lanterns-offered-text"),
        href: ShowPath { id: lantern.id.clone() }.to_string(),
    }
}

/// Where the reader has asked: also once it is over, the answer is theirs to read.
fn asked(page: &Page, names: &Names, lantern: &Lantern, answered: bool) -> Row {
    let key = if answered { "lanterns-answered" } else { "lanterns-waits" };
    Row {
        title: format!("{}: {}", name(names, &lantern.person), topic_text(page, lantern.topic)),
        text: page.text(key),
        href: ShowPath { id: lantern.id.clone() }.to_string(),
    }
}

/// Notes in which what is looked for stands.
fn secrets(page: &Page, board: &Board, names: &Names, search: &str) -> Vec<Secret> {
    let search = plain_letters(search);
    let holds = |text: &str| plain_letters(text).contains(&search);
    let fits = |(note, _): &&(Note, PersonId)| holds(&note.title) || holds(&note.words);
    let secret = |(note, person): &(Note, PersonId)| Secret {
        title: note.title.clone(),
        by: name(names, person),
        words: note.words.clone(),
        keep: may(page.actor(), &Action::EndLantern { school: &note.school, person })
            .is_ok()
            .then(|| SecretPath { note: note.id.clone() }.to_string()),
    };
    board.notes.iter().filter(fits).map(secret).collect()
}

/// The page; with what was chosen where it was not taken.
async fn draw(page: &Page, search: &str, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let board = board(&mut tx, &page.context()).await?;
    let names = names(page, &mut tx).await?;
    let said = match board.lit.len() {
        0 => Said::new("lanterns-board-none"),
        count => Said::new("lanterns-board").with("count", count),
    };
    let person = |id: &PersonId| Choice::new(id.as_str(), name(&names, id)).chosen_if(fields.value("person"));
    let mut people: Vec<Choice> = board.candidates.iter().map(person).collect();
    i18n::sort_by_name(page.lang(), &mut people, |one| &one.label);
    let topic =
        |topic: Topic| Choice::new(topic.word(), topic_text(page, topic)).chosen_if(fields.value("topic"));
    let topics = Topic::ALL.map(topic).into();
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: page.shell(),
            today: page.today(),
            title: said.words(page.lang()),
            offered: board.offered.iter().map(|one| offer(page, one)).collect(),
            lit: board.lit.iter().map(|(one, next)| row(page, &names, one, next.as_ref())).collect(),
            asked: board.asked.iter().map(|(one, answered)| asked(page, &names, one, *answered)).collect(),
            search: search.to_owned(),
            secrets: secrets(page, &board, &names, search),
            people,
            topics,
            least: board.least,
            action: ListPath.to_string(),
            fields,
        },
    )
}
