//! One line: the facts that could be its evidence, an own line where none fits, and what to begin next.

use super::{AttachPath, Candidate, ItemPath, OwnPath, StepPath, WordsPath, choices, line};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::meetings::NewPath as MeetingPath;
use crate::{Page, PageError, filters};
use actions::competencies::{own, words};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::reports::Basis;

#[derive(askama::Template)]
#[template(path = "competencies/item.html")]
struct One {
    shell: Shell,
    today: Day,
    word: String,
    title: String,
    field: String,
    by_law: bool,
    fitting: Vec<Candidate>,
    rest: Vec<Candidate>,
    /// The small step that can be begun, and whether it is in the plan already.
    step: Option<(String, bool)>,
    /// Where a meeting with this theme is proposed; nowhere without a pair by order.
    meeting: Option<String>,
    attach: String,
    write: String,
    take: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ItemPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.competency, None).await
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(page: &Page, word: &str, typed: Option<Fields>) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let opened = own(&mut tx, &page.context(), &programme).await?.ok_or(PageError::NotFound)?;
    let line = line(&opened, word)?;
    let title = words(page.lang(), line);
    let (fitting, rest) = choices(page, &opened, line);
    let newcomer = &opened.newcomer;
    let pair = actions::plans::pair_of_today(&mut tx, &newcomer.school, &newcomer.id, page.today()).await?;
    let items = match store::plans::development(&mut tx, &newcomer.school, &newcomer.id).await? {
        Some(plan) => store::plans::items(&mut tx, &plan).await?,
        None => Vec::new(),
    };
    let step = line.topic.map(|topic| {
        let step = topic.step();
        let taken = items.iter().any(|item| item.step == Some(step) && !item.removed);
        (page.text(&format!("plans-step-{}", step.word())), taken)
    });
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page.show_with(
        status,
        &One {
            shell: page.shell(),
            today: page.today(),
            word: word.to_owned(),
            field: page.text(&format!("competencies-field-{}", line.field.word())),
            by_law: line.basis == Basis::Law,
            fitting,
            rest,
            step,
            meeting: pair.map(|pair| MeetingPath::about(&pair.id, &title)),
            title,
            attach: AttachPath.to_string(),
            write: WordsPath.to_string(),
            take: StepPath.to_string(),
            back: OwnPath.to_string(),
            fields: typed.unwrap_or_default(),
        },
    )
}
