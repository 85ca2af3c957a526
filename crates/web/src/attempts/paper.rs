//! One paper: a question a page with the way to the others, saved by a form or by itself; what it came to once it is over.

use super::question::{Asked, in_words, read};
use super::{HandInPath, ListPath, PaperPath, own, standing, unsaved};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::sittings::{points_text, verdict_key};
use crate::{Page, PageError, filters};
use actions::attempts::{Receipt, save as do_save};
use actions::{Failed, Never};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::Day;
use domain::appeals::About;
use domain::exams::{AnswerRefused, Attempt, Saved, SittingState, State};
use domain::questions::{Answer, Question};
use store::Tx;
use store::attempts::{Kept, Told};

/// The way to a question: a button of the form, so that the answer here is saved before.
struct Step {
    number: usize,
    current: bool,
    answered: bool,
}

#[derive(askama::Template)]
#[template(path = "attempts/paper.html")]
struct Paper {
    shell: Shell,
    today: Day,
    title: String,
    /// «Осталось 42 минуты».
    left_text: String,
    left: u64,
    /// Times in which nobody could write, and which were given back.
    given_back: Vec<String>,
    question: u32,
    known: u32,
    /// Its place on the paper, from 1.
    at: usize,
    count: usize,
    text: String,
    asked: Asked,
    steps: Vec<Step>,
    action: String,
    fields: Fields,
}

#[derive(askama::Template)]
#[template(path = "attempts/over.html")]
struct Over {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    result: String,
    verdict: String,
    /// The way to appeals against it, and until when.
    appeal: Option<(String, String)>,
    back: String,
}

pub(super) async fn show(
    path: PaperPath,
    page: Page,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    let asked = Fields::read(page.lang(), &query.unwrap_or_default());
    let mut tx = page.read().await?;
    let mut kept = own(&page, &mut tx, &path.id).await?;
    let sitting = store::sittings::get(&mut tx, &kept.attempt.exam).await?.ok_or(PageError::NotFound)?;
    if matches!(sitting.state, SittingState::CalledOff { .. }) {
        // The list says that it does not count, and why.
        return Ok(page.go(&ListPath));
    }
    kept.attempt = kept.attempt.close_if_due(page.context().now);
    if kept.attempt.state != State::Open {
        return over(&page, &mut tx, &kept).await;
    }
    let at = asked.value("q").parse().unwrap_or(1);
    draw(&page, &mut tx, &kept, at, None, Fields::default()).await
}

/// The question as it was when the sitting began.
async fn asked(tx: &mut Tx, kept: &Kept, number: u32) -> Result<Question, PageError> {
    let exam = &kept.attempt.exam;
    let found = store::sittings::question(tx, &kept.school, exam, kept.language, number).await?;
    found.ok_or(PageError::NotFound)
}

fn minutes_left(page: &Page, seconds: u64) -> String {
    let minutes = u32::try_from(seconds.div_ceil(60)).unwrap_or(u32::MAX);
    i18n::t(page.lang(), "attempts-left", &[("minutes", minutes.into())])
}

/// Times that were given back to a paper. A restart within a minute is no news.
fn given_back(page: &Page, attempt: &Attempt) -> Vec<String> {
    let time = |at| i18n::time(page.local(at).time());
    let ends = attempt.time.ends();
    let told = attempt.time.outages.iter().filter_map(|outage| {
        let (from, to) = (time(outage.from.max(attempt.time.from)), time(outage.until));
        let took = outage.until > attempt.time.from && outage.from < ends && from != to;
        took.then(|| i18n::t(page.lang(), "attempts-given-back", &[("from", from.into()), ("to", to.into())]))
    });
    told.collect()
}

/// One question; with what was typed where it was not saved.
async fn draw(
    page: &Page,
    tx: &mut Tx,
    kept: &Kept,
    at: usize,
    typed: Option<&Answer>,
    fields: Fields,
) -> Result<Response, PageError> {
    let attempt = &kept.attempt;
    let count = attempt.variant.questions.len();
    let at = at.clamp(1, count.max(1));
    let drawn = attempt.variant.questions.get(at - 1).ok_or(PageError::NotFound)?;
    let question = asked(tx, kept, drawn.number).await?;
    let saved = attempt.answers.get(&drawn.number);
    let answer = typed.or(saved.map(|saved| &saved.answer)).unwrap_or(&Answer::Blank);
    let is_answered = |saved: &Saved| saved.answer != Answer::Blank;
    let step = |(place, drawn): (usize, &domain::questions::Drawn)| Step {
        number: place + 1,
        current: place + 1 == at,
        answered: attempt.answers.get(&drawn.number).is_some_and(is_answered),
    };
    let left = attempt.seconds_left(page.context().now);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let place = [("number", at.into()), ("count", count.into())];
    page.show_with(
        status,
        &Paper {
            shell: page.shell(),
            today: page.today(),
            title: i18n::t(page.lang(), "attempts-question", &place),
            left_text: minutes_left(page, left),
            left,
            given_back: given_back(page, attempt),
            question: drawn.number,
            known: saved.map_or(0, |saved| saved.revision),
            at,
            count,
            asked: Asked::of(page, &question, drawn, answer, "answer"),
            text: question.text,
            steps: attempt.variant.questions.iter().enumerate().map(step).collect(),
            action: PaperPath { id: kept.id.clone() }.to_string(),
            fields,
        },
    )
}

/// A paper that is over, and what it came to once that was told.
async fn over(page: &Page, tx: &mut Tx, kept: &Kept) -> Result<Response, PageError> {
    let appeal = crate::appeals::link(page, tx, &About::Theory(kept.id.clone())).await?;
    let (title, text) = standing(page, &kept.attempt);
    let result = |told: &Told| {
        let points = |points| points_text(page.lang(), points);
        let args = [
            ("points", points(told.points).into()),
            ("of", points(told.of).into()),
            ("cut", points(told.cut).into()),
        ];
        i18n::t(page.lang(), "attempts-result", &args)
    };
    let told = kept.told.as_ref();
    page.show(&Over {
        shell: page.shell(),
        today: page.today(),
        title,
        text,
        result: told.map_or_else(|| page.text("attempts-not-told"), result),
        verdict: told.map(|told| page.text(verdict_key(told.passed()))).unwrap_or_default(),
        appeal,
        back: ListPath.to_string(),
    })
}

/// What the script of the page is told: the revision, the seconds that are left, and a sentence.
fn quietly(page: &Page, done: Result<Receipt, Failed<AnswerRefused>>) -> Result<Response, PageError> {
    match done {
        Ok(Receipt { revision, left }) => {
            let text = page.text("attempts-saved");
            Ok(format!("{revision} {left}\n{text}").into_response())
        }
        Err(Failed::Refused(why)) => {
            let (key, args) = unsaved(page, why);
            let text = i18n::t(page.lang(), key, &args);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, format!("\n{text}")).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn save(path: PaperPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    // A number that is none is on no paper, and a page that knows no revision overwrites nothing.
    let number: u32 = fields.value("question").parse().unwrap_or_default();
    let known: u32 = fields.value("known").parse().unwrap_or_default();
    let (answer, at) = {
        let mut tx = page.read().await?;
        let kept = actions::attempts::own_at::<Never>(&mut tx, &page.context(), &path.id, number).await?;
        let place = kept.attempt.variant.questions.iter().position(|drawn| drawn.number == number);
        let place = place.ok_or(PageError::NotFound)?;
        let question = asked(&mut tx, &kept, number).await?;
        (read(&question, &kept.attempt.variant.questions[place], &mut fields, "answer"), place + 1)
    };
    let (quiet, mut newer) = (fields.ticked("quiet"), false);
    if quiet && !fields.is_right() {
        let text = fields.error("answer");
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, format!("\n{text}")).into_response());
    }
    if fields.is_right() {
        let done = do_save(&page.context(), &path.id, number, &answer, known).await;
        match done {
            done if quiet => return quietly(&page, done),
            Ok(_) if fields.value("go") == "hand-in" => return Ok(page.go(&HandInPath { id: path.id })),
            Ok(_) => {
                let to = match fields.value("go") {
                    "previous" => at.saturating_sub(1),
                    place => place.parse().unwrap_or(at + 1),
                };
                return Ok(page.go(&format!("{path}?q={to}")));
            }
            Err(Failed::Refused(why @ (AnswerRefused::HandedIn | AnswerRefused::TimeUp { .. }))) => {
                let (key, args) = unsaved(&page, why);
                let text = i18n::t(page.lang(), key, &args);
                return Ok(page.lead(
                    &path,
                    crate::layout::FlashKind::Refused,
                    "attempts-refused",
                    &[("why", text)],
                ));
            }
            Err(Failed::Refused(why)) => {
                let (key, args) = unsaved(&page, why);
                fields.refuse("answer", key, &args);
                newer = matches!(why, AnswerRefused::Newer { .. });
            }
            Err(other) => return Err(other.into()),
        }
    }
    let mut tx = page.read().await?;
    let kept = own(&page, &mut tx, &path.id).await?;
    if let Some(saved) = kept.attempt.answers.get(&number).filter(|_| newer) {
        let question = asked(&mut tx, &kept, number).await?;
        fields.now_stands("answer", in_words(&page, &question, &saved.answer));
    }
    draw(&page, &mut tx, &kept, at, Some(&answer), fields).await
}
