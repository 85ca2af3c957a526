//! One lantern: open hours, questions that are the reader's to read, notes, and the forms of whoever shares and whoever asks.

use super::list::hour_text;
use super::{
    AcceptPath, AskPath, EndPath, HoldPath, ListPath, NotePath, OpenPath, ReplyPath, SecretPath, ShowPath,
    topic_text,
};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::lanterns::{Opened, opened};
use axum::http::StatusCode;
use axum::response::Response;
use domain::lanterns::{Hour, Note, Question, State, minutes};
use domain::{Day, LanternId};

/// An open hour.
struct HourRow {
    title: String,
    id: String,
    held: bool,
    /// It has begun.
    due: bool,
}

/// A question with its answer.
struct Asked {
    who: String,
    words: String,
    answer: String,
}

/// A note.
struct Secret {
    title: String,
    words: String,
    /// Where it is changed, for whoever may.
    keep: Option<String>,
}

/// The forms of whoever shares.
struct Sharing {
    open: String,
    hold: String,
    note: String,
    reply: String,
    /// The questions to answer.
    questions: Vec<Choice>,
}

#[derive(askama::Template)]
#[template(path = "lanterns/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    accept: Option<String>,
    end: Option<String>,
    /// How much took place, in words.
    counted: String,
    hours: Vec<HourRow>,
    questions: Vec<Asked>,
    notes: Vec<Secret>,
    sharing: Option<Sharing>,
    ask: Option<String>,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(page: &Page, id: &LanternId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&mut tx, &page.context(), id).await?;
    let names = names(page, &mut tx).await?;
    let lantern = &opened.lantern;
    let name = names.get(&lantern.person).cloned().unwrap_or_default();
    let counted = Said::new("lanterns-counted").with("minutes", minutes(&opened.hours));
    let ask = opened.may_ask(&page.context()).then(|| AskPath { id: id.clone() }.to_string());
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: format!("{name}: {}", topic_text(page, lantern.topic)),
            text: state(page, &opened),
            accept: opened.asked.then(|| AcceptPath { id: id.clone() }.to_string()),
            end: opened.ends.then(|| EndPath { id: id.clone() }.to_string()),
            counted: counted.words(page.lang()),
            hours: opened.hours.iter().map(|hour| hour_row(page, hour)).collect(),
            questions: opened.questions.iter().map(|one| asked(&names, one)).collect(),
            notes: opened.notes.iter().map(|note| secret(&opened, note)).collect(),
            sharing: opened.shares.then(|| sharing(id, &opened, &fields)),
            ask,
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// How it stands today.
fn state(page: &Page, opened: &Opened) -> String {
    let lantern = &opened.lantern;
    let lit = lantern.is_lit(page.today());
    let word = if lantern.state == State::Lit && !lit { State::Over } else { lantern.state }.word();
    let last = lantern.until.yesterday().unwrap_or(lantern.until);
    Said::new(format!("lanterns-state-{word}")).with("day", i18n::day(page.lang(), last)).words(page.lang())
}

fn hour_row(page: &Page, hour: &Hour) -> HourRow {
    HourRow {
        title: hour_text(page, hour),
        id: hour.id.to_string(),
        held: hour.held,
        due: hour.begins() <= page.local(page.context().now),
    }
}

fn secret(opened: &Opened, note: &Note) -> Secret {
    Secret {
        title: note.title.clone(),
        words: note.words.clone(),
        keep: opened.keeps.then(|| SecretPath { note: note.id.clone() }.to_string()),
    }
}

fn asked(names: &Names, question: &Question) -> Asked {
    Asked {
        who: names.get(&question.asker).cloned().unwrap_or_default(),
        words: question.words.clone(),
        answer: question.answer.clone().unwrap_or_default(),
    }
}

fn sharing(id: &LanternId, opened: &Opened, fields: &Fields) -> Sharing {
    let question = |one: &Question| {
        let start: String = one.words.chars().take(60).collect();
        Choice::new(one.id.as_str(), start).chosen_if(fields.value("asked"))
    };
    Sharing {
        open: OpenPath { id: id.clone() }.to_string(),
        hold: HoldPath { id: id.clone() }.to_string(),
        note: NotePath { id: id.clone() }.to_string(),
        reply: ReplyPath { id: id.clone() }.to_string(),
        questions: opened.questions.iter().map(question).collect(),
    }
}
