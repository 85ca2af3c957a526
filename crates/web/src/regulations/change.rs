//! The coordinator adds a line, or takes one off.

use super::{AddPath, RemovePath, ShowPath, show};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use axum::response::Response;
use domain::regulations::{AddRefused, Content, MOST_WORDS, Part, Words};
use domain::reports::Basis;

fn words(fields: &mut Fields, [kk, ru]: [&str; 2]) -> Words {
    Words { kk: fields.text(kk, MOST_WORDS), ru: fields.text(ru, MOST_WORDS) }
}

/// What was typed; what is wrong stands in the fields.
fn content(fields: &mut Fields, part: Part) -> Option<Content> {
    let content = match part {
        Part::Text => Content::Text(words(fields, ["kk", "ru"])),
        Part::Road => {
            let event = words(fields, ["event_kk", "event_ru"]);
            let due = fields.day("due");
            let who = words(fields, ["who_kk", "who_ru"]);
            let result = words(fields, ["result_kk", "result_ru"]);
            Content::Road { event, due: due?, who, result }
        }
    };
    fields.is_right().then_some(content)
}

pub(super) async fn add(_: AddPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let part = Part::from_word(fields.value("part")).ok_or(PageError::Unreadable)?;
    let basis = match fields.value("basis") {
        "law" => Basis::Law,
        _ => Basis::Choice,
    };
    let Some(content) = content(&mut fields, part) else { return show::draw(&page, Some(fields)).await };
    match actions::regulations::add(&page.context(), &programme, basis, &content).await {
        Ok(_) => Ok(page.done(&ShowPath, "regulations-done-added", &[])),
        Err(Failed::Refused(why)) => {
            let first = if part == Part::Text { "kk" } else { "event_kk" };
            let (field, key) = match why {
                AddRefused::Words => (first, "regulations-refused-words"),
                AddRefused::Day => ("due", "regulations-refused-day"),
                AddRefused::TooMany => (first, "regulations-refused-many"),
            };
            fields.refuse(field, key, &[]);
            show::draw(&page, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn remove(_: RemovePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    actions::regulations::remove(&page.context(), &programme, &fields.value("line").into()).await?;
    Ok(page.done(&ShowPath, "regulations-done-removed", &[]))
}
