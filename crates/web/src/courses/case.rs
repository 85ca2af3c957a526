//! One case with its replies.

use super::cases::{audiences, author_words, topic_words};
use super::{
    CasePath, CasesPath, ReadersPath, ReplyPath, TakeBackPath, TakeOffPath, UnreplyPath, card_refusal,
};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::courses::{Read, open};
use axum::http::StatusCode;
use axum::response::Response;
use domain::courses::{Audience, Words};
use domain::{CaseId, Day};

/// A reply as it is read.
struct Reply {
    id: String,
    /// Who, and when.
    by: String,
    words: String,
    may_go: bool,
}

#[derive(askama::Template)]
#[template(path = "courses/case.html")]
struct Case {
    shell: Shell,
    today: Day,
    title: String,
    /// Topic, author, day.
    line: String,
    situation: String,
    did: String,
    asks: String,
    replies: Vec<Reply>,
    may_reply: bool,
    may_go: bool,
    may_take_off: bool,
    /// Who reads it and what is said of authors.
    seen: &'static str,
    /// Where its author says who reads it, and the answers.
    readers: Option<(String, Vec<Choice>)>,
    reply: String,
    unreply: String,
    take_back: String,
    take_off: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: CasePath, page: Page) -> Result<Response, PageError> {
    draw(&page, path.case, Fields::default()).await
}

async fn draw(page: &Page, case: CaseId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let read = open(&mut tx, &page.context(), &case).await?.ok_or(PageError::NotFound)?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let by = |name: &str, at| {
        let day = i18n::day(page.lang(), page.local(at).date());
        Said::new("courses-by").with("name", name).with("day", day).words(page.lang())
    };
    let reply = |one: &actions::courses::Reply| Reply {
        id: one.written.id.to_string(),
        by: by(&author_words(page, &one.author), one.written.at),
        words: one.written.words.clone(),
        may_go: one.may_go,
    };
    let replies = read.replies.iter().map(reply).collect();
    let Read { card, author, may_go, may_show, may_take_off, may_reply, .. } = read;
    let path = ReadersPath { case: case.clone() }.to_string();
    let line = Said::new("courses-case-head")
        .with("topic", topic_words(page, card.topic))
        .with("by", by(&author_words(page, &author), card.told_at));
    let Words { title, situation, did, asks } = card.words;
    page.show_with(
        status,
        &Case {
            shell: page.shell(),
            today: page.today(),
            title,
            line: line.words(page.lang()),
            situation,
            did,
            asks,
            replies,
            may_reply,
            may_go,
            may_take_off,
            seen: seen(card.audience),
            readers: may_show.then(|| (path, audiences(page, card.audience.word()))),
            reply: ReplyPath { case: case.clone() }.to_string(),
            unreply: UnreplyPath { case: case.clone() }.to_string(),
            take_back: TakeBackPath { case: case.clone() }.to_string(),
            take_off: TakeOffPath { case }.to_string(),
            back: CasesPath.to_string(),
            fields,
        },
    )
}

const fn seen(audience: Audience) -> &'static str {
    match audience {
        Audience::School => "courses-seen-cases",
        Audience::District => "courses-seen-case-district",
        Audience::Named => "courses-seen-case-named",
    }
}

pub(super) async fn readers(path: ReadersPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let case = path.case;
    let audience = Audience::from_word(fields.value("audience")).unwrap_or_default();
    actions::courses::show_to(&page.context(), &case, audience).await?;
    let key = if audience.is_open() { "courses-done-opened" } else { "courses-done-closed" };
    Ok(page.done(&CasePath { case }, key, &[]))
}

pub(super) async fn reply(path: ReplyPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let words = fields.text("words", Words::MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, path.case, fields).await;
    }
    match actions::courses::reply(&page.context(), &path.case, &words).await {
        Ok(()) => Ok(page.done(&CasePath { case: path.case }, "courses-done-replied", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("words", card_refusal(why), &[]);
            draw(&page, path.case, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn take_back(path: TakeBackPath, page: Page) -> Result<Response, PageError> {
    match actions::courses::take_back(&page.context(), &path.case).await {
        Ok(()) => Ok(page.done(&CasesPath, "courses-done-taken-back", &[])),
        Err(Failed::Refused(why)) => {
            Ok(page.lead(&CasePath { case: path.case }, FlashKind::Refused, card_refusal(why), &[]))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn unreply(path: UnreplyPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (case, reply) = (path.case, fields.value("reply").into());
    let taken = actions::courses::take_back_reply(&page.context(), &case, &reply).await;
    let back = CasePath { case };
    match taken {
        Ok(()) => Ok(page.done(&back, "courses-done-unreplied", &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&back, FlashKind::Refused, card_refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn take_off(path: TakeOffPath, page: Page) -> Result<Response, PageError> {
    actions::courses::take_off(&page.context(), &path.case).await?;
    Ok(page.done(&CasesPath, "courses-done-taken-off", &[]))
}
