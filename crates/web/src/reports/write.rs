//! The author begins a report, writes it, says that it is ready, takes it back.

use super::show::draw;
use super::{BeginPath, ListPath, ShowPath, TakeBackPath, WritePath, refusal};
use crate::errors::refused;
use crate::forms::Fields;
use crate::formsets::asking;
use crate::layout::FlashKind;
use crate::{Page, PageError};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{Form, Kind, Term};
use domain::{PairId, ReportId};
use std::collections::BTreeMap;

pub(super) async fn begin(_: BeginPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let kind = Kind::from_word(fields.value("kind")).ok_or(PageError::Unreadable)?;
    let term = Term::from_word(fields.value("term")).ok_or(PageError::Unreadable)?;
    let pair = Some(fields.value("pair")).filter(|pair| !pair.is_empty()).map(PairId::from);
    match actions::reports::begin(&page.context(), kind, term, pair.as_ref()).await {
        Ok(id) => Ok(page.go(&ShowPath { id })),
        Err(failed) => {
            let (_, key) = refusal(&refused(failed)?);
            Ok(page.lead(&ListPath, FlashKind::Refused, key, &[]))
        }
    }
}

/// What was typed into the fields of a place, by their keys.
pub(super) fn words(form: &Form, place: u8, fields: &mut Fields) -> BTreeMap<String, String> {
    asking::read(form.fields_of(place), fields)
}

/// The form of a report that the reader may open.
pub(super) async fn form_of(page: &Page, id: &ReportId) -> Result<Form, PageError> {
    let opened = actions::reports::opened(&mut *page.read().await?, &page.context(), id).await?;
    Ok(opened.ok_or(PageError::NotFound)?.report.form)
}

pub(super) async fn write(path: WritePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let form = form_of(&page, &path.id).await?;
    let words = words(&form, 0, &mut fields);
    let seen = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    if !fields.is_right() {
        return draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let mut done = actions::reports::write(&page.context(), &path.id, seen, &words).await;
    let ready = fields.value("step") == "ready";
    if done.is_ok() && ready {
        done = actions::reports::ready(&page.context(), &path.id).await;
    }
    match done {
        Ok(()) => {
            let key = if ready { "reports-done-ready" } else { "reports-done-written" };
            Ok(page.done(&ShowPath { id: path.id }, key, &[]))
        }
        Err(Failed::Changed) => {
            // What was typed stays on the page, with the version that stands now: saving once more is a decision.
            let first = form.fields_of(0).next().map(asking::name).unwrap_or_default();
            fields.refuse(&first, "forms-now-other", &[]);
            draw(&page, &path.id, fields, StatusCode::CONFLICT).await
        }
        Err(failed) => {
            let (field, key) = refusal(&refused(failed)?);
            fields.refuse(&field, key, &[]);
            draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

pub(super) async fn take_back(path: TakeBackPath, page: Page) -> Result<Response, PageError> {
    let to = ShowPath { id: path.id.clone() };
    match actions::reports::take_back(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&to, "reports-done-taken-back", &[])),
        Err(failed) => {
            let (_, key) = refusal(&refused(failed)?);
            Ok(page.lead(&to, FlashKind::Refused, key, &[]))
        }
    }
}
