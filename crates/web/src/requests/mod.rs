//! Pages about requests of newcomers to mentors. One file for each page; the template lies beside it.

mod answer;
mod list;
mod show;
mod write;

use crate::errors::refused;
use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;
use domain::requests::{AnswerRefused, SendRefused, State};
use domain::{MentorId, RequestId};
use serde::Deserialize;

/// What came to a mentor and what a newcomer sent.
#[derive(TypedPath)]
#[typed_path("/requests")]
pub(crate) struct ListPath;

/// A request to a mentor is written.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/new/{mentor}", rejection(PageError))]
pub(crate) struct WritePath {
    pub(crate) mentor: MentorId,
}

impl WritePath {
    /// The same form, beginning with the words of an earlier request.
    pub(crate) fn after(&self, former: &RequestId) -> String {
        format!("{self}?from={}", crate::forms::encode(former.as_str()))
    }
}

/// One request.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: RequestId,
}

/// The newcomer changes an unread request.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/edit", rejection(PageError))]
pub(crate) struct EditPath {
    pub(crate) id: RequestId,
}

/// The mentor opens a request: from now on its words stand.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/open", rejection(PageError))]
pub(crate) struct OpenPath {
    pub(crate) id: RequestId,
}

/// The mentor answers in one of four ways.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/answer", rejection(PageError))]
pub(crate) struct AnswerPath {
    pub(crate) id: RequestId,
}

/// The newcomer answers a question.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/reply", rejection(PageError))]
pub(crate) struct ReplyPath {
    pub(crate) id: RequestId,
}

/// The newcomer takes a request back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/withdraw", rejection(PageError))]
pub(crate) struct WithdrawPath {
    pub(crate) id: RequestId,
}

const BOTH: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor]);
const NEWCOMER: Access = Access::OneOf(&[Role::Newcomer]);
const MENTOR: Access = Access::OneOf(&[Role::Mentor]);

/// Routes of requests.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(BOTH, list::list)
        .get(NEWCOMER, write::blank)
        .post(NEWCOMER, write::send)
        .get(BOTH, show::show)
        .get(NEWCOMER, write::again)
        .post(NEWCOMER, write::save)
        .post(MENTOR, answer::open)
        .post(MENTOR, answer::answer)
        .post(NEWCOMER, answer::reply)
        .post(NEWCOMER, answer::withdraw)
}

/// How a state looks beside a request: chip, icon, key of its word.
pub(crate) fn chip(state: State) -> (&'static str, &'static str, String) {
    let (look, icon) = match state {
        State::Sent => ("", "send"),
        State::Read { .. } => ("act", "eye"),
        State::Asked { .. } => ("soon", "message-2"),
        State::MeetFirst { .. } => ("act", "calendar-event"),
        State::Accepted { .. } => ("done", "circle-check"),
        State::Declined { .. } | State::Withdrawn { .. } | State::Expired { .. } | State::Closed { .. } => {
            ("", "minus")
        }
    };
    (look, icon, format!("requests-state-{}", state.word()))
}

/// What a newcomer reads where a request cannot be sent.
fn send_refusal(why: SendRefused) -> (&'static str, Vec<(&'static str, i18n::Arg)>) {
    match why {
        SendRefused::NotNow(_) => ("requests-refused-not-now", vec![]),
        SendRefused::MentorGone => ("requests-refused-mentor-gone", vec![]),
        SendRefused::MentorFull => ("requests-refused-mentor-full", vec![]),
        SendRefused::AgreedElsewhere => ("requests-refused-you-agreed", vec![]),
        SendRefused::AlreadyAsked => ("requests-refused-already-asked", vec![]),
        SendRefused::TooMany => ("requests-refused-too-many", vec![]),
        SendRefused::TooShort { least } => ("requests-refused-too-short", vec![("least", least.into())]),
        SendRefused::TooManyGoals => ("requests-refused-too-many-goals", vec![]),
    }
}

/// What somebody reads where an answer cannot be given.
fn answer_refusal(why: AnswerRefused) -> &'static str {
    match why {
        AnswerRefused::NotOpen => "requests-refused-not-open",
        AnswerRefused::Expired => "requests-refused-expired",
        AnswerRefused::NotNow(_) => "requests-refused-not-now",
        AnswerRefused::MentorFull => "requests-refused-you-are-full",
        AnswerRefused::MentorGone => "requests-refused-no-right",
        AnswerRefused::AgreedElsewhere => "requests-refused-agreed-elsewhere",
    }
}
