//! One error page: what happened, what to do, a way out, a request number. Logged once, here, without
//! personal data.

use crate::accounts::HandedPath;
use crate::filters;
use crate::layout::Shell;
use crate::layout::parts::WayOut;
use crate::page::{draw as draw_template, shell};
use crate::visit::Visit;
use crate::{App, expired};
use actions::Failed;
use actions::orders::Unprintable;
use axum::extract::multipart::MultipartError;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Redirect, Response};
use store::StoreError;

/// Why there is no page.
#[derive(Clone, Debug)]
pub enum PageError {
    /// Nobody is signed in: leads to sign-in and back.
    SignIn,
    /// A form came after its session had ended: what was typed, by field, goes back to whoever sent it.
    Expired(Vec<(String, String)>),
    /// The device is in a child's hand: leads to the page that asks whose it is.
    Handed,
    /// Not there, or not to be known of.
    NotFound,
    /// Known, and not this person's to do.
    Forbidden,
    /// Somebody else changed it in between.
    Changed,
    /// The address or the form cannot be understood.
    Unreadable,
    /// The file or form is too large.
    TooLarge,
    /// Tried too often: wait so many seconds.
    TooMany(u64),
    /// Our fault; the text goes into the log.
    Broken(String),
}

impl PageError {
    const fn status(&self) -> StatusCode {
        match self {
            Self::SignIn | Self::Expired(_) => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Handed | Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Changed => StatusCode::CONFLICT,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Keys of what happened and what to do.
    const fn keys(&self) -> (&'static str, &'static str) {
        match self {
            Self::SignIn => ("errors-sign-in-title", "errors-sign-in-text"),
            Self::Expired(_) => ("errors-expired-title", "errors-expired-text"),
            Self::Handed => ("accounts-handed", "accounts-handed-text"),
            Self::NotFound => ("errors-not-found-title", "errors-not-found-text"),
            Self::Forbidden => ("errors-forbidden-title", "errors-forbidden-text"),
            Self::Changed => ("errors-changed-title", "errors-changed-text"),
            Self::Unreadable => ("errors-unreadable-title", "errors-unreadable-text"),
            Self::TooLarge => ("errors-too-large-title", "errors-too-large-text"),
            Self::TooMany(_) => ("errors-too-many-title", "errors-too-many-text"),
            Self::Broken(_) => ("errors-broken-title", "errors-broken-text"),
        }
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale | StoreError::Taken => Self::Changed,
            error => Self::Broken(error.to_string()),
        }
    }
}

impl From<axum::extract::rejection::PathRejection> for PageError {
    fn from(_: axum::extract::rejection::PathRejection) -> Self {
        Self::NotFound
    }
}

impl From<MultipartError> for PageError {
    /// A form with a file that cannot be read; one that is too large says so.
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Self::TooLarge } else { Self::Unreadable }
    }
}

impl<R> From<Failed<R>> for PageError
where
    R: std::fmt::Debug,
{
    /// For actions whose refusal a page cannot show in its form: look again.
    fn from(failed: Failed<R>) -> Self {
        match failed {
            Failed::NotFound => Self::NotFound,
            Failed::Forbidden => Self::Forbidden,
            Failed::Refused(_) | Failed::Changed => Self::Changed,
            Failed::Store(error) => error.into(),
        }
    }
}

/// A refusal that the page shows; everything else is an error page.
pub(crate) fn refused<R: std::fmt::Debug>(failed: Failed<R>) -> Result<R, PageError> {
    match failed {
        Failed::Refused(why) => Ok(why),
        other => Err(other.into()),
    }
}

/// A paper that could not be laid out is our fault, whoever asked for it; the reason goes into the log.
pub(crate) fn unprinted(failed: Failed<Unprintable>) -> PageError {
    match failed {
        Failed::Refused(why) => PageError::Broken(why.0),
        other => other.into(),
    }
}

/// The error on its way to `visit::enter`, where it is drawn.
#[derive(Clone, Debug)]
pub(crate) struct Broken(pub(crate) PageError);

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Broken(self));
        response
    }
}

#[derive(askama::Template)]
#[template(path = "layout/error.html")]
struct ErrorPage {
    shell: Shell,
    title: &'static str,
    text: &'static str,
    ways: Vec<WayOut>,
    request: String,
}

/// Home always; where the page only needs another look, that comes first.
fn ways(error: &PageError, path: &str) -> Vec<WayOut> {
    let home = WayOut { href: "/".to_owned(), key: "errors-way-home" };
    match error {
        PageError::Changed | PageError::TooMany(_) | PageError::Broken(_) => {
            vec![WayOut { href: path.to_owned(), key: "errors-way-again" }, home]
        }
        _ => vec![home],
    }
}

/// Draws the error page for the person who came.
pub(crate) fn draw(app: &App, visit: &Visit, Broken(error): &Broken) -> Response {
    if matches!(error, PageError::SignIn) && !visit.path.starts_with("/sign-in") {
        return Redirect::to(&format!("/sign-in?back={}", crate::forms::encode(&visit.path))).into_response();
    }
    if matches!(error, PageError::Handed) {
        return Redirect::to(&HandedPath.to_string()).into_response();
    }
    if let PageError::Expired(typed) = error {
        return expired::page(app, visit, typed);
    }
    if let PageError::Broken(what) = error {
        tracing::error!(number = visit.number, error = what, "page broke");
    }
    let (title, text) = error.keys();
    let page = ErrorPage {
        shell: shell(app, visit),
        title,
        text,
        ways: ways(error, &visit.path),
        request: visit.number.clone(),
    };
    match draw_template(visit.lang, &page) {
        Ok(html) => {
            let mut response = (error.status(), Html(html)).into_response();
            if let PageError::TooMany(seconds) = error
                && let Ok(value) = seconds.to_string().parse()
            {
                response.headers_mut().insert(axum::http::header::RETRY_AFTER, value);
            }
            response
        }
        Err(_) => error.status().into_response(),
    }
}

/// An address that leads nowhere.
pub(crate) async fn not_found() -> PageError {
    PageError::NotFound
}

/// The address of a form, opened as a page: after a refused form, a change of language comes back to it. It leads to
/// the nearest page above.
pub(crate) async fn other_method(method: Method, uri: Uri) -> Response {
    if method != Method::GET {
        return PageError::NotFound.into_response();
    }
    let routes = crate::routes();
    let above = std::iter::successors(Some(uri.path()), |path| path.rsplit_once('/').map(|(above, _)| above));
    let page = above.skip(1).find(|above| routes.list().any(|route| route.is_page_at(above)));
    Redirect::to(page.unwrap_or("/")).into_response()
}
