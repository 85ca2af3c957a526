//! Trying questions for practice: a topic, ten questions, and the answers at once. Nothing of it is kept: what the page
//! shows is drawn again from the seed that its form sends back (docs/decisions/0087).

use super::cases::topic_words;
use super::{OwnPath, SelfCheckPath, SelfChecksPath};
use crate::attempts::{Asked, in_words, read};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::courses::{SelfCheck, self_check, self_check_topics};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::questions::{
    Answer, Drawn, Kind, Language, Outcome, Question, Topic, outcome, right_answer, said_to,
};

/// A topic with how many questions there are to try.
struct Row {
    href: String,
    title: String,
    text: String,
}

#[derive(askama::Template)]
#[template(path = "courses/self-checks.html")]
struct Topics {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// Nothing is marked in any topic.
    empty: bool,
    back: String,
}

/// A question of the form.
struct One {
    name: String,
    text: String,
    asked: Asked,
    error: String,
}

/// What an answer came to.
struct Told {
    id: String,
    title: String,
    text: String,
    state: &'static str,
    glyph: &'static str,
    word: String,
    /// The own answer; empty where there is none.
    given: String,
    /// The right one, where the own one is not.
    right: String,
    said: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "courses/self-check.html")]
struct Checking {
    shell: Shell,
    topic: String,
    /// What it came to, once it was answered.
    result: String,
    ones: Vec<One>,
    told: Vec<Told>,
    seed: u64,
    bank: u32,
    language: &'static str,
    action: String,
    back: String,
    fields: Fields,
}

pub(super) async fn topics(_: SelfChecksPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let language = crate::questions::language(page.lang());
    let all = self_check_topics(&mut tx, &page.context(), language).await?;
    let row = |(topic, count): &(Topic, usize)| Row {
        href: if *count > 0 { address(*topic).to_string() } else { String::new() },
        title: topic_words(&page, *topic),
        text: Said::new("courses-self-check-count").with("count", *count).words(page.lang()),
    };
    page.show(&Topics {
        shell: page.shell(),
        today: page.today(),
        rows: all.iter().map(row).collect(),
        empty: all.iter().all(|(_, count)| *count == 0),
        back: OwnPath.to_string(),
    })
}

fn address(topic: Topic) -> SelfCheckPath {
    SelfCheckPath { topic: topic.word().to_owned() }
}

/// What is drawn for a topic; its time of day is as good as any chance for what counts nowhere.
pub(super) async fn show(path: SelfCheckPath, page: Page) -> Result<Response, PageError> {
    let topic = Topic::from_word(&path.topic).ok_or(PageError::NotFound)?;
    let language = crate::questions::language(page.lang());
    let seed = u64::try_from(page.context().now.as_millisecond()).unwrap_or_default();
    let mut tx = page.read().await?;
    let drawn = self_check(&mut tx, &page.context(), language, topic, seed).await?;
    let ones = drawn.iter().flat_map(|drawn| &drawn.questions).zip(1..);
    let ones = ones.map(|((drawn, question), at)| one(&page, question, drawn, &Answer::Blank, at)).collect();
    let stamp = drawn.map_or((seed, 0), |drawn| (drawn.seed, drawn.bank));
    draw(&page, topic, language, stamp, Shown::Asked(ones, Fields::default()))
}

fn one(page: &Page, question: &Question, drawn: &Drawn, answer: &Answer, at: usize) -> One {
    let name = format!("answer-{at}");
    let text = Said::new("courses-self-check-one").with("number", at).with("text", question.text.as_str());
    One {
        asked: Asked::of(page, question, drawn, answer, &name),
        text: text.words(page.lang()),
        error: String::new(),
        name,
    }
}

/// The form, or what it came to.
enum Shown {
    /// Questions with what is wrong with the answers.
    Asked(Vec<One>, Fields),
    /// Answers, and how many of them are right.
    Told(Vec<Told>, usize),
}

fn draw(
    page: &Page,
    topic: Topic,
    language: Language,
    (seed, bank): (u64, u32),
    shown: Shown,
) -> Result<Response, PageError> {
    let (ones, told, result, fields) = match shown {
        Shown::Asked(ones, fields) => (ones, Vec::new(), String::new(), fields),
        Shown::Told(told, right) => {
            let said = Said::new("courses-self-check-result").with("right", right).with("count", told.len());
            (Vec::new(), told, said.words(page.lang()), Fields::default())
        }
    };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Checking {
            shell: page.shell(),
            topic: topic_words(page, topic),
            result,
            ones,
            told,
            seed,
            bank,
            language: language.word(),
            action: address(topic).to_string(),
            back: SelfChecksPath.to_string(),
            fields,
        },
    )
}

/// The same questions as they were shown; nothing where the bank has changed since, or the form is none of ours.
async fn again(page: &Page, topic: Topic, fields: &Fields) -> Result<Option<SelfCheck>, PageError> {
    let (seed, bank): (Option<u64>, Option<u32>) =
        (fields.value("seed").parse().ok(), fields.value("bank").parse().ok());
    let (Some(seed), Some(bank), Some(language)) = (seed, bank, Language::from_word(fields.value("lang")))
    else {
        return Ok(None);
    };
    let mut tx = page.read().await?;
    let drawn = self_check(&mut tx, &page.context(), language, topic, seed).await?;
    Ok(drawn.filter(|drawn| drawn.bank == bank))
}

pub(super) async fn check(
    path: SelfCheckPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let topic = Topic::from_word(&path.topic).ok_or(PageError::NotFound)?;
    let Some(drawn) = again(&page, topic, &fields).await? else {
        return Ok(page.lead(&path, FlashKind::Refused, "courses-refused-self-check", &[]));
    };
    let language = Language::from_word(fields.value("lang")).ok_or(PageError::Unreadable)?;
    let stamp = (drawn.seed, drawn.bank);
    let answers: Vec<Answer> = drawn
        .questions
        .iter()
        .zip(1..)
        .map(|((drawn, question), at)| read(question, drawn, &mut fields, &format!("answer-{at}")))
        .collect();
    let answered = drawn.questions.iter().zip(&answers);
    if !fields.is_right() {
        let ones = answered.zip(1..).map(|(((drawn, question), answer), at)| {
            let one = one(&page, question, drawn, answer, at);
            One { error: fields.error(&one.name).to_owned(), ..one }
        });
        let ones = ones.collect();
        return draw(&page, topic, language, stamp, Shown::Asked(ones, fields));
    }
    let right =
        answered.clone().filter(|((_, question), answer)| outcome(question, answer) == Outcome::Right);
    let right = right.count();
    let told = answered.zip(1..).map(|(((_, question), answer), at)| told(&page, question, answer, at));
    draw(&page, topic, language, stamp, Shown::Told(told.collect(), right))
}

fn told(page: &Page, question: &Question, answer: &Answer, at: usize) -> Told {
    let outcome = outcome(question, answer);
    let (state, glyph) = match outcome {
        Outcome::Right => ("done", "circle-check"),
        Outcome::Wrong => ("", "x"),
        Outcome::Partly | Outcome::Blank => ("", "minus"),
    };
    let right = if outcome == Outcome::Right { String::new() } else { right_words(page, question) };
    Told {
        id: format!("question-{at}"),
        title: Said::new("courses-self-check-question").with("number", at).words(page.lang()),
        text: question.text.clone(),
        state,
        glyph,
        word: page.text(&format!("courses-self-check-{}", outcome.word())),
        given: in_words(page, question, answer),
        right,
        said: said_to(question, answer).into_iter().map(str::to_owned).collect(),
    }
}

/// The right answer; of a matching each stem with its own.
fn right_words(page: &Page, question: &Question) -> String {
    match &question.kind {
        Kind::Matching { pairs, .. } => {
            let pair = |pair: &domain::questions::Pair| format!("{} – {}", pair.stem, pair.answer);
            pairs.iter().map(pair).collect::<Vec<_>>().join("; ")
        }
        _ => in_words(page, question, &right_answer(question)),
    }
}
