//! Papers are asked for.

use super::{AskPath, PairPath, ShowPath};
use crate::errors::unprinted;
use crate::files::attachment;
use crate::forms::Fields;
use crate::{Page, PageError};
use axum::response::{IntoResponse, Redirect, Response};

/// Of the year in sight, or of all of them.
pub(super) async fn year(_: AskPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = match fields.value("of") {
        "school" => None,
        _ => Some(page.programme().await?.id),
    };
    let id = actions::bundles::ask(&page.context(), programme.as_ref()).await?;
    Ok(Redirect::to(&ShowPath { id }.to_string()).into_response())
}

/// Of a pair: few enough to wait for.
pub(super) async fn pair(path: PairPath, page: Page) -> Result<Response, PageError> {
    let bound = actions::bundles::bind_pair(&page.context(), &path.pair, page.press()).await;
    let zip = bound.map_err(unprinted)?;
    Ok(attachment(zip, "application/zip", "documents.zip"))
}
