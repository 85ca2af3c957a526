//! A case from one's own practice is told.

use super::cases::{audiences, topics};
use super::{CasePath, CasesPath, TellPath, card_refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::courses::own;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::courses::{Audience, Words};
use domain::questions::Topic;

#[derive(askama::Template)]
#[template(path = "courses/tell.html")]
struct Tell {
    shell: Shell,
    today: Day,
    topics: Vec<Choice>,
    audiences: Vec<Choice>,
    fields: Fields,
    keep: String,
    back: String,
}

pub(super) async fn blank(_: TellPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = own(&mut tx, &page.context()).await?;
    if !opened.is_some_and(|opened| opened.course.runs()) {
        return Err(PageError::NotFound);
    }
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Tell {
            shell: page.shell(),
            today: page.today(),
            topics: topics(page, fields.value("topic")),
            audiences: audiences(page, audience(&fields).word()),
            fields,
            keep: TellPath.to_string(),
            back: CasesPath.to_string(),
        },
    )
}

/// Who is to read the case: whoever says nothing keeps it to the school.
fn audience(fields: &Fields) -> Audience {
    Audience::from_word(fields.value("audience")).unwrap_or_default()
}

pub(super) async fn keep(_: TellPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let words = Words {
        title: fields.text("title", Words::MOST_TITLE),
        situation: fields.text("situation", Words::MOST_WORDS),
        did: fields.text("did", Words::MOST_WORDS),
        asks: fields.text("asks", Words::MOST_WORDS),
    };
    let topic = fields.choice("topic", Topic::from_word);
    let Some(topic) = topic.filter(|_| fields.is_right()) else {
        return draw(&page, fields).await;
    };
    match actions::courses::tell(&page.context(), topic, &words, audience(&fields)).await {
        Ok(case) => Ok(page.done(&CasePath { case }, "courses-done-told", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("title", card_refusal(why), &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
