//! Messages to many (feat:N2): templates in three languages, whom one would reach, what became of it for each; and to each
//! reader what was sent to them.

mod broadcast;
mod deeds;
mod list;
mod received;
mod show;

use crate::commissions::Names;
use crate::forms::Fields;
use crate::said::Said;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::meetings::Unmet;
use domain::messages::{Audience, MessageRefused, Target};
use domain::people::Role;
use domain::{BroadcastId, MessageId};
use serde::Deserialize;

/// Templates, and what was sent.
#[derive(TypedPath)]
#[typed_path("/messages")]
pub(crate) struct ListPath;

/// What was sent to the reader.
#[derive(TypedPath)]
#[typed_path("/messages/received")]
pub(crate) struct ReceivedPath;

/// One template, and whom it would reach.
#[derive(TypedPath, Deserialize)]
#[typed_path("/messages/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: MessageId,
}

/// It goes to oneself.
#[derive(TypedPath, Deserialize)]
#[typed_path("/messages/{id}/try", rejection(PageError))]
pub(crate) struct TryPath {
    pub(crate) id: MessageId,
}

/// It goes to an audience.
#[derive(TypedPath, Deserialize)]
#[typed_path("/messages/{id}/send", rejection(PageError))]
pub(crate) struct SendPath {
    pub(crate) id: MessageId,
}

/// It is taken off the list.
#[derive(TypedPath, Deserialize)]
#[typed_path("/messages/{id}/remove", rejection(PageError))]
pub(crate) struct RemovePath {
    pub(crate) id: MessageId,
}

/// What was sent, and what became of it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/broadcasts/{id}", rejection(PageError))]
pub(crate) struct SentPath {
    pub(crate) id: BroadcastId,
}

/// Who manages messages.
const MANAGES: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of messages.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(MANAGES, list::list)
        .post(MANAGES, list::add)
        .get(Access::SignedIn, received::received)
        .get(MANAGES, show::show)
        .post(MANAGES, deeds::keep)
        .post(MANAGES, deeds::try_out)
        .post(MANAGES, deeds::send)
        .post(MANAGES, deeds::remove)
        .get(MANAGES, broadcast::show)
}

/// Whom a message goes to, as a form or an address says it; nothing where no audience is chosen.
fn target(fields: &Fields) -> Option<Target> {
    let chosen = |name: &str| Some(fields.value(name)).filter(|value| !value.is_empty());
    Some(Target {
        audience: Audience::from_word(fields.value("to"))?,
        subject: chosen("of").map(str::to_owned),
        person: chosen("person").map(Into::into),
        unmet: fields.value("unmet").parse().ok().and_then(Unmet::from_weeks),
    })
}

/// Whom a message went to, in words.
fn whom(page: &Page, names: &Names, to: &Target) -> String {
    let audience = page.text(&format!("messages-audience-{}", to.audience.word()));
    let person = to.person.as_ref().map(|person| names.get(person).cloned().unwrap_or_default());
    let unmet = to.unmet.map(|unmet| weeks(page, unmet));
    [Some(audience), to.subject.clone(), person, unmet].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// For how many weeks a pair has not met, in words.
fn weeks(page: &Page, unmet: Unmet) -> String {
    Said::new("messages-unmet").with("weeks", unmet.weeks()).words(page.lang())
}

/// Why something was not taken, as a text key.
const fn refusal(why: &MessageRefused) -> &'static str {
    match why {
        MessageRefused::Nameless => "forms-missing",
        MessageRefused::TooMany => "messages-refused-many",
        MessageRefused::Unknown(_) => "messages-refused-unknown",
        MessageRefused::Unfinished => "messages-refused-unfinished",
        MessageRefused::Nobody => "messages-refused-nobody",
        MessageRefused::Others => "messages-refused-others",
        MessageRefused::NoAddress => "messages-refused-no-address",
    }
}
