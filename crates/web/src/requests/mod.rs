//! Pages about requests: of newcomers to mentors, and of mentors who offer first. One file for each page; the template lies beside it.

mod answer;
mod list;
mod show;
mod write;

use crate::errors::refused;
use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;
use domain::requests::{AnswerRefused, SendRefused, State};
use domain::sides::Side;
use domain::{MentorId, NewcomerId, RequestId};
use i18n::Lang;
use serde::Deserialize;

/// What came to the reader and what they sent.
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

/// A mentor offers to a newcomer first.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/offer/{newcomer}", rejection(PageError))]
pub(crate) struct OfferPath {
    pub(crate) newcomer: NewcomerId,
}

/// One request.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: RequestId,
}

/// The asker changes an unread request.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/edit", rejection(PageError))]
pub(crate) struct EditPath {
    pub(crate) id: RequestId,
}

/// The newcomer says to whom a request goes on where it comes to nothing.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/follow", rejection(PageError))]
pub(crate) struct FollowPath {
    pub(crate) id: RequestId,
}

/// The one asked opens a request: from now on its words stand.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/open", rejection(PageError))]
pub(crate) struct OpenPath {
    pub(crate) id: RequestId,
}

/// The one asked answers in one of four ways.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/answer", rejection(PageError))]
pub(crate) struct AnswerPath {
    pub(crate) id: RequestId,
}

/// The asker answers a question.
#[derive(TypedPath, Deserialize)]
#[typed_path("/requests/{id}/reply", rejection(PageError))]
pub(crate) struct ReplyPath {
    pub(crate) id: RequestId,
}

/// The asker takes a request back.
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
        .get(MENTOR, write::blank_offer)
        .post(MENTOR, write::offer)
        .get(BOTH, show::show)
        .get(BOTH, write::again)
        .post(BOTH, write::save)
        .post(NEWCOMER, answer::follow)
        .post(BOTH, answer::open)
        .post(BOTH, answer::answer)
        .post(BOTH, answer::reply)
        .post(BOTH, answer::withdraw)
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

/// What the asker reads where a request cannot be sent.
fn send_refusal(lang: Lang, why: SendRefused, asker: Side) -> (&'static str, Vec<(&'static str, i18n::Arg)>) {
    let (newcomers, mentors, args) = match why {
        SendRefused::NotNow(_) => ("requests-refused-not-now", "requests-refused-not-now", vec![]),
        SendRefused::MentorGone => ("requests-refused-mentor-gone", "requests-refused-no-right", vec![]),
        SendRefused::NoExam => ("requests-refused-mentor-takes-nobody", "requests-refused-no-exam", vec![]),
        SendRefused::NewcomerGone => {
            ("requests-refused-not-now", "requests-offer-refused-newcomer-gone", vec![])
        }
        SendRefused::MentorFull => ("requests-refused-mentor-full", "requests-refused-you-are-full", vec![]),
        SendRefused::Paused { back_on } => {
            let args = vec![("until", i18n::day_until(lang, back_on).into())];
            ("requests-refused-paused", "requests-refused-you-pause", args)
        }
        SendRefused::AgreedElsewhere => {
            ("requests-refused-you-agreed", "requests-refused-agreed-elsewhere", vec![])
        }
        SendRefused::AlreadyAsked => {
            ("requests-refused-already-asked", "requests-offer-refused-already", vec![])
        }
        SendRefused::TooMany => ("requests-refused-too-many", "requests-refused-too-many", vec![]),
        SendRefused::TooShort { least } => {
            let args = vec![("least", least.into())];
            ("requests-refused-too-short", "requests-refused-too-short", args)
        }
        SendRefused::TooManyGoals => {
            ("requests-refused-too-many-goals", "requests-refused-too-many-goals", vec![])
        }
    };
    (of(asker, newcomers, mentors), args)
}

/// What the reader, on a side, reads where a step cannot be taken.
const fn answer_refusal(why: AnswerRefused, reader: Side) -> &'static str {
    match why {
        AnswerRefused::NotOpen => "requests-refused-not-open",
        AnswerRefused::Expired => "requests-refused-expired",
        AnswerRefused::NotNow(_) => "requests-refused-not-now",
        AnswerRefused::MentorFull => {
            of(reader, "requests-refused-mentor-full", "requests-refused-you-are-full")
        }
        AnswerRefused::MentorGone => of(reader, "requests-refused-mentor-gone", "requests-refused-no-right"),
        AnswerRefused::NoExam => {
            of(reader, "requests-refused-mentor-takes-nobody", "requests-refused-no-exam")
        }
        AnswerRefused::AgreedElsewhere => {
            of(reader, "requests-refused-you-agreed", "requests-refused-agreed-elsewhere")
        }
    }
}

/// The text for a side.
const fn of(side: Side, newcomers: &'static str, mentors: &'static str) -> &'static str {
    match side {
        Side::Newcomer => newcomers,
        Side::Mentor => mentors,
    }
}
