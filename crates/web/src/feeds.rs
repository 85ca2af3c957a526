//! The private calendar feed (feat:D4): made and revoked on the own page, read by calendars under a secret address.

use crate::accounts::ProfilePath;
use crate::layout::Shell;
use crate::{Access, Open, Page, PageError, Routes, filters};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum_extra::routing::TypedPath;
use domain::Day;
use serde::Deserialize;

/// An address is made, in the place of the one before.
#[derive(TypedPath)]
#[typed_path("/profile/feed")]
pub(crate) struct MakePath;

/// The address is revoked.
#[derive(TypedPath)]
#[typed_path("/profile/feed/revoke")]
pub(crate) struct RevokePath;

/// The feed: the secret and `.ics`.
#[derive(TypedPath, Deserialize)]
#[typed_path("/feeds/{file}", rejection(PageError))]
pub(crate) struct FeedPath {
    pub(crate) file: String,
}

/// Routes of feeds. The address is the key: who has it reads it, without a session.
pub(crate) fn routes() -> Routes {
    Routes::new().post(Access::SignedIn, make).post(Access::SignedIn, revoke).get(Access::Anyone, read)
}

#[derive(askama::Template)]
#[template(path = "feeds.html")]
struct Made {
    shell: Shell,
    today: Day,
    address: String,
}

/// The address is shown this once: only its hash is kept.
async fn make(_: MakePath, page: Page) -> Result<Response, PageError> {
    let secret = actions::feeds::make(&page.context()).await?;
    let path = FeedPath { file: format!("{secret}.ics") };
    let address = format!("{}{path}", page.app.config.address);
    page.show(&Made { shell: page.shell(), today: page.today(), address })
}

async fn revoke(_: RevokePath, page: Page) -> Result<Response, PageError> {
    actions::feeds::revoke(&page.context()).await?;
    Ok(page.done(&ProfilePath, "feeds-done-revoked", &[]))
}

async fn read(path: FeedPath, open: Open, headers: HeaderMap) -> Result<Response, PageError> {
    let secret = path.file.strip_suffix(".ics").ok_or(PageError::NotFound)?;
    let mut tx = open.app.db.read().await?;
    let calendar = actions::feeds::read(&mut tx, secret, &open.app.config.address, open.visit.now).await?;
    let calendar = calendar.ok_or(PageError::NotFound)?;
    let tag = format!("\"{}\"", actions::accounts::secret_hash(&calendar));
    let known = headers.get(IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    // A proxy that compresses says that the tag is weak.
    let same = known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    let about = [(ETAG, tag), (CACHE_CONTROL, "private, no-cache".to_owned())];
    if same {
        return Ok((StatusCode::NOT_MODIFIED, about).into_response());
    }
    let kind = [(CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((about, kind, calendar).into_response())
}
