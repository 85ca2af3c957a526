//! A signature with a new proof of who signs; a return with a comment; «read» for the folder.

use super::show::draw;
use super::write::{form_of, words};
use super::{FolderPath, ReadPath, ReturnPath, ShowPath, SignPath, refusal};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::limits::{Danger, Guard};
use crate::{Page, PageError};
use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::MOST_COMMENT;
use std::collections::BTreeMap;

pub(super) async fn sign(
    path: SignPath,
    page: Page,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let form = form_of(&page, &path.id).await?;
    let opened = actions::reports::opened(&mut *page.read().await?, &page.context(), &path.id).await?;
    let place = opened.and_then(|opened| opened.turn(&page.context())).unwrap_or_default();
    let words = if place == 0 { BTreeMap::new() } else { words(&form, place, &mut fields) };
    let secret = fields.text("secret", 200);
    let seen = fields.value("seen").to_owned();
    if fields.is_right() {
        guard.by(Danger::PasswordGuessing, page.person().id.as_str())?;
        match actions::reports::sign(&page.context(), &path.id, &seen, &words, &secret).await {
            Ok(()) => return Ok(page.done(&ShowPath { id: path.id }, "reports-done-signed", &[])),
            Err(failed) => {
                let (field, key) = refusal(&refused(failed)?);
                fields.refuse(&field, key, &[]);
            }
        }
    }
    draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

pub(super) async fn give_back(
    path: ReturnPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let comment = fields.text("comment", MOST_COMMENT);
    let field = fields.value("field").to_owned();
    if fields.is_right() {
        match actions::reports::give_back(&page.context(), &path.id, &field, &comment).await {
            Ok(()) => return Ok(page.done(&ShowPath { id: path.id }, "reports-done-returned", &[])),
            Err(failed) => {
                let (_, key) = refusal(&refused(failed)?);
                fields.refuse("comment", key, &[]);
            }
        }
    }
    draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

pub(super) async fn mark_read(path: ReadPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    match actions::reports::mark_read(&page.context(), &path.id, fields.value("seen")).await {
        Ok(()) => Ok(page.done(&FolderPath, "reports-done-read", &[])),
        Err(failed) => {
            let (_, key) = refusal(&refused(failed)?);
            Ok(page.lead(&ShowPath { id: path.id }, FlashKind::Refused, key, &[]))
        }
    }
}
