//! The questions of the pulse as they are asked now, and the form that writes one anew.

use super::{QuestionPath, QuestionsPath};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::pulses::{usual, word, wordings, words};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::formsets::{Label, MOST_LABEL};
use domain::pulses::{Question, WordingRefused, Wordings};
use i18n::Lang;

/// One question.
struct Row {
    href: String,
    text: String,
    /// When it is asked, and of whom; whether in own words.
    about: String,
}

#[derive(askama::Template)]
#[template(path = "pulses/questions.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
}

#[derive(askama::Template)]
#[template(path = "pulses/question.html")]
struct Show {
    shell: Shell,
    today: Day,
    /// As it is asked now.
    text: String,
    about: String,
    /// The usual words, where others are asked.
    usual: Option<String>,
    action: String,
    most: String,
    fields: Fields,
}

fn about(page: &Page, question: Question, wordings: &Wordings) -> String {
    let when = match question {
        Question::First(source) => page.text(&format!("pulses-source-{}", source.word())),
        Question::Second(item) => page.text(&format!("pulses-turn-{}", item.side().word())),
    };
    match wordings.texts(question, wordings.now()) {
        Some(_) => format!("{when} · {}", page.text("pulses-own-words")),
        None => when,
    }
}

pub(super) async fn list(_: QuestionsPath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let wordings = wordings(&mut tx, &page.context(), &programme).await?;
    drop(tx);
    let row = |question: Question| Row {
        href: QuestionPath { word: question.word().to_owned() }.to_string(),
        text: words(page.lang(), &wordings, question, wordings.now()),
        about: about(&page, question, &wordings),
    };
    let rows = Question::all().map(row).collect();
    page.show(&List { shell: page.shell(), today: page.today(), rows })
}

fn question(path: &QuestionPath) -> Result<Question, PageError> {
    Question::from_word(&path.word).ok_or(PageError::NotFound)
}

pub(super) async fn show(path: QuestionPath, page: Page) -> Result<Response, PageError> {
    let asked = question(&path)?;
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let wordings = wordings(&mut tx, &page.context(), &programme).await?;
    drop(tx);
    let stands = |lang: Lang| words(lang, &wordings, asked, wordings.now());
    let values = [("kk", stands(Lang::Kk)), ("ru", stands(Lang::Ru)), ("en", stands(Lang::En))];
    draw(&page, asked, Fields::beginning(page.lang(), &values)).await
}

pub(super) async fn write(path: QuestionPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let asked = question(&path)?;
    let programme = page.programme().await?;
    let texts = if fields.ticked("usual") {
        None
    } else {
        let [kk, ru, en] = ["kk", "ru", "en"].map(|name| fields.text(name, MOST_LABEL));
        if !fields.is_right() {
            return draw(&page, asked, fields).await;
        }
        Some(Label { kk, ru, en })
    };
    match word(&page.context(), &programme, asked, texts.as_ref()).await {
        Ok(()) => Ok(page.done(&QuestionsPath, "pulses-done-worded", &[])),
        Err(Failed::Refused(WordingRefused::Texts)) => {
            fields.refuse("kk", "pulses-refused-texts", &[]);
            draw(&page, asked, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, asked: Question, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let wordings = wordings(&mut tx, &page.context(), &programme).await?;
    drop(tx);
    let own = wordings.texts(asked, wordings.now()).is_some();
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            text: words(page.lang(), &wordings, asked, wordings.now()),
            about: about(page, asked, &wordings),
            usual: own.then(|| usual(page.lang(), asked)),
            action: QuestionPath { word: asked.word().to_owned() }.to_string(),
            most: MOST_LABEL.to_string(),
            fields,
        },
    )
}
