//! The steps of both sides: opening, the four answers, a reply, taking back.

use super::write::MOST_TEXT;
use super::{AnswerPath, FollowPath, ListPath, OpenPath, ReplyPath, ShowPath, WithdrawPath, refused, show};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::requests::{Step, accept, follow as do_follow, step};
use axum::response::{IntoResponse, Redirect, Response};
use domain::requests::{AnswerRefused, Follow, FollowRefused};
use domain::{MentorId, RequestId};
use store::requests::Reason;

const MOST_WORDS: usize = 1000;
const MOST_REASON: usize = 500;

pub(super) async fn open(path: OpenPath, page: Page) -> Result<Response, PageError> {
    step(&page.context(), &path.id, &Step::Open).await?;
    Ok(Redirect::to(&ShowPath { id: path.id }.to_string()).into_response())
}

pub(super) async fn follow(path: FollowPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let named = Some(fields.value("next")).filter(|id| !id.is_empty()).map(MentorId::from);
    let next = named.map(|mentor| Follow { mentor, text: fields.text("next_words", MOST_TEXT) });
    if !fields.is_right() {
        return show::draw(&page, &path.id, fields, None).await;
    }
    match do_follow(&page.context(), &path.id, next.as_ref()).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "requests-done-follow", &[])),
        Err(failed) => {
            let why = follow_refusal(&mut fields, refused(failed)?);
            show::draw(&page, &path.id, fields, why).await
        }
    }
}

/// Says at the words what is wrong with them; gives what is wrong otherwise.
fn follow_refusal(fields: &mut Fields, why: FollowRefused) -> Option<AnswerRefused> {
    match why {
        FollowRefused::NotOpen => Some(AnswerRefused::NotOpen),
        FollowRefused::MentorGone => Some(AnswerRefused::MentorGone),
        FollowRefused::TooShort { least } => {
            fields.refuse("next_words", "requests-refused-too-short", &[("least", least.into())]);
            None
        }
    }
}

/// The answer that was chosen.
#[derive(Clone, Copy)]
enum Answer {
    Accept,
    MeetFirst,
    Ask,
    Decline,
}

fn read_answer(word: &str) -> Option<Answer> {
    Some(match word {
        "accept" => Answer::Accept,
        "meet_first" => Answer::MeetFirst,
        "ask" => Answer::Ask,
        "decline" => Answer::Decline,
        _ => return None,
    })
}

pub(super) async fn answer(path: AnswerPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(answer) = fields.choice("answer", read_answer) else {
        return show::draw(&page, &path.id, fields, None).await;
    };
    let chosen = match answer {
        Answer::Accept => return accepted(&page, &path.id, fields).await,
        Answer::MeetFirst => Step::MeetFirst,
        Answer::Ask => Step::Ask { question: fields.text("question", MOST_WORDS) },
        Answer::Decline => Step::Decline { reason: reason(&mut fields) },
    };
    take(&page, &path.id, fields, &chosen).await
}

fn reason(fields: &mut Fields) -> Option<Reason> {
    let for_coordinator = fields.ticked("for_coordinator");
    fields.optional_text("reason", MOST_REASON).map(|text| Reason { text, for_coordinator })
}

async fn accepted(page: &Page, id: &RequestId, fields: Fields) -> Result<Response, PageError> {
    match accept(&page.context(), id).await {
        Ok(_) => Ok(page.done(&ListPath, "requests-done-accepted", &[])),
        Err(failed) => show::draw(page, id, fields, Some(refused(failed)?)).await,
    }
}

pub(super) async fn reply(path: ReplyPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let answer = fields.text("answer_text", MOST_WORDS);
    take(&page, &path.id, fields, &Step::Reply { answer }).await
}

pub(super) async fn withdraw(path: WithdrawPath, page: Page) -> Result<Response, PageError> {
    take(&page, &path.id, Fields::default(), &Step::Withdraw).await
}

async fn take(page: &Page, id: &RequestId, fields: Fields, chosen: &Step) -> Result<Response, PageError> {
    if !fields.is_right() {
        return show::draw(page, id, fields, None).await;
    }
    match step(&page.context(), id, chosen).await {
        Ok(()) => Ok(page.done(&ListPath, done_key(chosen), &[])),
        Err(failed) => show::draw(page, id, fields, Some(refused(failed)?)).await,
    }
}

const fn done_key(step: &Step) -> &'static str {
    match step {
        Step::Open => "requests-state-read",
        Step::Ask { .. } => "requests-done-asked",
        Step::Reply { .. } => "requests-done-replied",
        Step::MeetFirst => "requests-done-meet",
        Step::Decline { .. } => "requests-done-declined",
        Step::Withdraw => "requests-done-withdrawn",
    }
}
