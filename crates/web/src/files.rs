//! Files that a browser saves, or shows in the place of a page.

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// An answer that the browser saves under a name of Latin letters.
pub(crate) fn attachment(bytes: impl Into<Body>, media: &'static str, name: &str) -> Response {
    named(bytes, media, "attachment", name)
}

/// An answer that the browser shows, and saves under a name of Latin letters where somebody asks it to.
pub(crate) fn shown(bytes: impl Into<Body>, media: &'static str, name: &str) -> Response {
    named(bytes, media, "inline", name)
}

fn named(bytes: impl Into<Body>, media: &'static str, how: &str, name: &str) -> Response {
    let mut response = bytes.into().into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media));
    if let Ok(value) = HeaderValue::from_str(&format!("{how}; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}
