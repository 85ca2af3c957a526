//! Pages about joint work of newcomers with candidate mentors, and about the impressions that each keeps for
//! themselves. One file for each page; the template lies beside it.

mod impression;
mod list;
pub(crate) mod matrix;
mod new;
mod place;
mod show;

use crate::forms::encode;
use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::ContactId;
use domain::contacts::{Contact, KeepRefused, Kind, MINUTES, RecordRefused, State, StepRefused};
use domain::people::Role;
use domain::sides::Side;
use i18n::Lang;
use serde::Deserialize;
use std::fmt::Display;

/// The own joint work; for the coordinator, who has met whom.
#[derive(TypedPath)]
#[typed_path("/contacts")]
pub(crate) struct ListPath;

/// A joint work is written down.
#[derive(TypedPath)]
#[typed_path("/contacts/new")]
pub(crate) struct NewPath;

impl NewPath {
    /// With the other side already chosen: the id of a mentor or of a newcomer.
    pub(crate) fn with(other: &impl Display) -> String {
        format!("{Self}?with={}", encode(&other.to_string()))
    }
}

/// One joint work, with the reader's own impression.
#[derive(TypedPath, Deserialize)]
#[typed_path("/contacts/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: ContactId,
}

/// The other one says that it was so.
#[derive(TypedPath, Deserialize)]
#[typed_path("/contacts/{id}/confirm", rejection(PageError))]
pub(crate) struct ConfirmPath {
    pub(crate) id: ContactId,
}

/// The one who wrote it down takes it back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/contacts/{id}/cancel", rejection(PageError))]
pub(crate) struct CancelPath {
    pub(crate) id: ContactId,
}

/// The reader keeps an impression, in the place of an earlier one.
#[derive(TypedPath, Deserialize)]
#[typed_path("/contacts/{id}/impression", rejection(PageError))]
pub(crate) struct KeepPath {
    pub(crate) id: ContactId,
}

/// The reader deletes the own impression.
#[derive(TypedPath, Deserialize)]
#[typed_path("/contacts/{id}/forget", rejection(PageError))]
pub(crate) struct ForgetPath {
    pub(crate) id: ContactId,
}

const BOTH: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor]);
const READERS: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Coordinator]);

/// Routes of joint work.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(READERS, list::list)
        .get(BOTH, new::blank)
        .post(BOTH, new::record)
        .get(READERS, show::show)
        .post(BOTH, show::confirm)
        .post(BOTH, show::cancel)
        .post(BOTH, impression::keep)
        .post(BOTH, impression::forget)
}

/// The address of a joint work's own impression on its page.
pub(crate) fn impression_of(id: &ContactId) -> String {
    format!("{}#impression", ShowPath { id: id.clone() })
}

/// How a joint work stands, as one of the two reads it: look of the chip, icon, key of its word.
fn chip(contact: &Contact, side: Side) -> (&'static str, &'static str, &'static str) {
    match contact.state {
        State::Recorded if contact.waits_for(side) => ("soon", "clock", "contacts-state-waits-you"),
        State::Recorded => ("act", "clock", "contacts-state-waits"),
        State::Confirmed { .. } => ("done", "circle-check", "contacts-state-confirmed"),
        State::Cancelled { .. } => ("", "minus", "contacts-state-cancelled"),
    }
}

/// The key of a kind's word.
pub(crate) fn kind_key(kind: Kind) -> String {
    format!("contacts-kind-{}", kind.word())
}

/// What one of the two reads where a step is refused.
fn step_refusal(why: StepRefused) -> &'static str {
    match why {
        StepRefused::NotOpen => "contacts-refused-not-open",
        StepRefused::NotYours => "contacts-refused-not-yours",
    }
}

/// What the author reads where an impression is not kept.
fn keep_refusal(why: KeepRefused) -> &'static str {
    match why {
        KeepRefused::Empty => "contacts-refused-empty",
        KeepRefused::TooLong => "contacts-refused-too-long",
        KeepRefused::Cancelled => "contacts-refused-cancelled",
    }
}

/// Why a joint work is not written down: the field that it concerns, and the words.
pub(crate) fn record_refusal(lang: Lang, why: RecordRefused) -> (&'static str, String) {
    let say = |key: &str| i18n::t(lang, key, &[]);
    match why {
        RecordRefused::NotNow(_) => ("with", say("contacts-refused-not-now")),
        RecordRefused::MentorGone => ("with", say("contacts-refused-mentor-gone")),
        RecordRefused::NewcomerGone => ("with", say("contacts-refused-newcomer-gone")),
        RecordRefused::InFuture => ("day", say("contacts-refused-future")),
        RecordRefused::BeforeProgramme { starts_on } => {
            let day = i18n::day(lang, starts_on);
            ("day", i18n::t(lang, "contacts-refused-before", &[("day", day.into())]))
        }
        RecordRefused::Minutes => {
            let args = [("least", (*MINUTES.start()).into()), ("most", (*MINUTES.end()).into())];
            ("minutes", i18n::t(lang, "contacts-refused-minutes", &args))
        }
        RecordRefused::AlreadyRecorded => ("kind", say("contacts-refused-already")),
    }
}
