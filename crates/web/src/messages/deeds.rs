//! What is done with a template by forms.

use super::show::{FIELDS, draw};
use super::{ListPath, RemovePath, SendPath, SentPath, ShowPath, TryPath, refusal, target};
use crate::forms::{Fields, encode};
use crate::layout::FlashKind;
use crate::{Page, PageError};
use actions::Failed;
use axum::response::Response;
use domain::messages::{MOST_LINE, MOST_TEXT, Text, Texts, unknown};

pub(super) async fn keep(path: ShowPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let [kk, ru, en] = FIELDS.map(|(_, subject, text)| Text {
        subject: line(&mut fields, subject, MOST_LINE),
        text: line(&mut fields, text, MOST_TEXT),
    });
    if !fields.is_right() {
        return draw(&page, &path.id, None, Some(fields)).await;
    }
    match actions::messages::keep(&page.context(), &path.id, &Texts { kk, ru, en }).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "messages-done-kept", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse(FIELDS[0].1, refusal(&why), &[]);
            draw(&page, &path.id, None, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// A text that may be missing while the template is written; a variable that nobody knows is named beside it.
fn line(fields: &mut Fields, name: &str, most: usize) -> String {
    let text = fields.optional_text(name, most).unwrap_or_default();
    if let Some(word) = unknown(&text) {
        fields.refuse(name, "messages-refused-unknown", &[("word", word.to_owned().into())]);
    }
    text
}

pub(super) async fn try_out(path: TryPath, page: Page) -> Result<Response, PageError> {
    let to = ShowPath { id: path.id.clone() };
    match actions::messages::try_out(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&to, "messages-done-tried", &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&to, FlashKind::Refused, refusal(&why), &[])),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn send(path: SendPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let to = ShowPath { id: path.id.clone() };
    let target = target(&fields).ok_or(PageError::Unreadable)?;
    let (edition, list) = fields.value("shown").split_once('.').ok_or(PageError::Unreadable)?;
    let shown = (edition.parse().map_err(|_| PageError::Unreadable)?, list);
    match actions::messages::send(&page.context(), &path.id, target.clone(), shown).await {
        Ok(id) => Ok(page.done(&SentPath { id }, "messages-done-sent", &[])),
        Err(Failed::Refused(why)) => {
            let said = |name: &str| format!("{name}={}", encode(fields.value(name)));
            let again = format!("{to}?{}", ["to", "of", "person", "unmet"].map(said).join("&"));
            Ok(page.lead(&again, FlashKind::Refused, refusal(&why), &[]))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn remove(path: RemovePath, page: Page) -> Result<Response, PageError> {
    match actions::messages::remove(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "messages-done-removed", &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&ListPath, FlashKind::Refused, refusal(&why), &[])),
        Err(other) => Err(other.into()),
    }
}
