//! The «round lantern» (feat:H5; essay:E18): whose light is lit for what, secrets of success, and one lantern with its open
//! hours, questions and notes.

mod deeds;
mod list;
mod secret;
mod show;

use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::difficulties::Topic;
use domain::lanterns::LightRefused;
use domain::{LanternId, LanternNoteId};
use serde::Deserialize;

/// Those that are lit, and the notes; somebody is recognised.
#[derive(TypedPath)]
#[typed_path("/lanterns")]
pub(crate) struct ListPath;

/// One of them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/lanterns/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: LanternId,
}

/// Whoever was recognised agrees.
#[derive(TypedPath, Deserialize)]
#[typed_path("/lanterns/{id}/accept", rejection(PageError))]
pub(crate) struct AcceptPath {
    pub(crate) id: LanternId,
}

/// It ends.
#[derive(TypedPath, Deserialize)]
#[typed_path("/lanterns/{id}/end", rejection(PageError))]
pub(crate) struct EndPath {
    pub(crate) id: LanternId,
}

/// An open hour is announced.
#[derive(TypedPath, Deserialize)]
#[typed_path("/lanterns/{id}/open", rejection(PageError))]
pub(crate) struct OpenPath {
    pub(crate) id: LanternId,
}

/// One took place.
#[derive(TypedPath, Deserialize)]
#[typed_path("/lanterns/{id}/hold", rejection(PageError))]
pub(crate) struct HoldPath {
    pub(crate) id: LanternId,
}

/// A question is asked.
#[derive(TypedPath, Deserialize)]
#[typed_path("/lanterns/{id}/ask", rejection(PageError))]
pub(crate) struct AskPath {
    pub(crate) id: LanternId,
}

/// One is answered.
#[derive(TypedPath, Deserialize)]
#[typed_path("/lanterns/{id}/reply", rejection(PageError))]
pub(crate) struct ReplyPath {
    pub(crate) id: LanternId,
}

/// A note is written.
#[derive(TypedPath, Deserialize)]
#[typed_path("/lanterns/{id}/note", rejection(PageError))]
pub(crate) struct NotePath {
    pub(crate) id: LanternId,
}

/// A note, to be said in other words or taken away.
#[derive(TypedPath, Deserialize)]
#[typed_path("/lanterns/notes/{note}", rejection(PageError))]
pub(crate) struct SecretPath {
    pub(crate) note: LanternNoteId,
}

/// Routes of lanterns. They are the whole school's; who does what there, the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .post(Access::SignedIn, list::recognise)
        .get(Access::SignedIn, show::show)
        .post(Access::SignedIn, deeds::accept)
        .post(Access::SignedIn, deeds::end)
        .post(Access::SignedIn, deeds::open)
        .post(Access::SignedIn, deeds::hold)
        .post(Access::SignedIn, deeds::ask)
        .post(Access::SignedIn, deeds::reply)
        .post(Access::SignedIn, deeds::note)
        .get(Access::SignedIn, secret::show)
        .post(Access::SignedIn, secret::keep)
}

/// What somebody is recognised for, as the difficulty map names it.
fn topic_text(page: &Page, topic: Topic) -> String {
    page.text(&format!("difficulties-topic-{}", topic.word()))
}

/// Why something was not taken, as a text key.
const fn refusal(why: LightRefused) -> &'static str {
    match why {
        LightRefused::Person => "lanterns-refused-person",
        LightRefused::Words => "forms-missing",
        LightRefused::Day => "lanterns-refused-day",
        LightRefused::Minutes => "lanterns-refused-minutes",
        LightRefused::Dark => "lanterns-refused-dark",
        LightRefused::Early => "lanterns-refused-early",
        LightRefused::Overlap => "lanterns-refused-overlap",
    }
}
