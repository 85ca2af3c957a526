//! Steps that a school or a district writes into its template of the work plan: added, and taken off again (feat:E1).

use super::template::draw;
use super::{OwnPath, RemovePath, TemplatePath};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::{Page, PageError};
use actions::formsets::whose as keeper;
use actions::plans::{add_own, lay_own};
use actions::{Failed, Never};
use axum::http::StatusCode;
use axum::response::Response;
use domain::plans::{Area, MOST_OWN, MOST_TEXT, Own, OwnRefused, When, Whose};

/// The template has changed since the reader saw it.
fn differs(page: &Page) -> Response {
    page.lead(&TemplatePath, FlashKind::Refused, "plans-template-differs", &[])
}

pub(super) async fn add(_: OwnPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let version = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let text = fields.text("text", MOST_TEXT);
    let (whose, area) = (fields.choice("whose", Whose::from_word), fields.choice("area", Area::from_word));
    let week = fields.choice("week", When::from_word);
    let (Some(whose), Some(area), Some(week), true) = (whose, area, week, fields.is_right()) else {
        return draw(&page, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    // Its id is given when it is kept.
    let own = Own { id: String::new().into(), area, whose, text };
    let context = page.context();
    match add_own(&context, &keeper::<Never>(&context)?, version, &own, week).await {
        Ok(()) => Ok(page.done(&TemplatePath, "plans-done-own-added", &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = match why {
                OwnRefused::NoWords => ("plans-refused-no-words", vec![]),
                OwnRefused::TooLong => ("plans-refused-too-long", vec![]),
                OwnRefused::TooMany => ("plans-own-too-many", vec![("most", MOST_OWN.into())]),
            };
            fields.refuse("text", key, &args);
            draw(&page, fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failed::Changed) => Ok(differs(&page)),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn remove(_: RemovePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let version = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let id = fields.value("own").into();
    let context = page.context();
    match lay_own(&context, &keeper::<Never>(&context)?, version, &id, None).await {
        Ok(()) => Ok(page.done(&TemplatePath, "plans-done-own-removed", &[])),
        Err(Failed::Changed) => Ok(differs(&page)),
        Err(other) => Err(other.into()),
    }
}
