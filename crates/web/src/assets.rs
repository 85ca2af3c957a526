//! Styles, script, icons and fonts, served from the binary under names that carry a hash of their content.
//!
//! `build.rs` writes one constant for each file (`APP_CSS`, `ICONS_SVG`, …) holding its address, so a name that
//! does not exist does not compile.

use axum::Router;
use axum::extract::Path;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

struct Asset {
    file: &'static str,
    kind: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// `GET /assets/{file}`: open to everybody, kept by browsers for a year.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{file}", get(serve))
}

async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.file == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (encoding, body) = packed_for(asset, &headers);
    let mut response = body.into_response();
    let answer = response.headers_mut();
    answer.insert(CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    answer.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    answer.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if WORKER_JS.ends_with(asset.file) {
        // A worker has only addresses below its own in its hands, unless it is allowed others; a page asks for its own.
        answer.insert(HeaderName::from_static("service-worker-allowed"), HeaderValue::from_static("/"));
    }
    if let Some(encoding) = encoding {
        answer.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// The smallest form that the browser says it can read.
fn packed_for(asset: &Asset, headers: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts = |wanted: &str| {
        accepted.split(',').any(|offer| {
            let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
            name.trim() == wanted && weight.trim() != "q=0"
        })
    };
    match (asset.brotli, asset.gzip) {
        (Some(brotli), _) if accepts("br") => (Some("br"), brotli),
        (_, Some(gzip)) if accepts("gzip") => (Some("gzip"), gzip),
        _ => (None, asset.plain),
    }
}

/// The names of all icons, in the order of the sprite; the book and the ornament are not icons.
pub(crate) fn icons() -> impl Iterator<Item = &'static str> {
    let sprite = include_str!("../assets/icons/icons.svg");
    let ids = sprite.split("<symbol id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    ids.filter(|id| !matches!(*id, "mark" | "ornament"))
}

#[cfg(test)]
mod tests;
