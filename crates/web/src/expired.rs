//! A form that came after its session had ended. What was typed comes back and goes off again with one button once the
//! person has signed in beside it; a tired teacher types nothing twice.

use crate::forms::Fields;
use crate::layout::Shell;
use crate::page::{draw, shell};
use crate::visit::Visit;
use crate::{App, filters};
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{Html, IntoResponse, Response};

/// Longest form that is given back, in bytes: several times what the longest one of ours takes in Cyrillic.
const MOST: usize = 128 * 1024;

/// Fields that never come back: a password stands on no page.
const SECRET: [&str; 4] = ["password", "secret", "current", "new"];

/// A value of at least so many letters is shown to be copied; a shorter one is a choice, a number or a day.
const A_TEXT: usize = 12;

/// What a stranger's request carried, if it is a form with anything in it besides passwords.
pub(crate) async fn typed(request: Request) -> Option<Vec<(String, String)>> {
    if request.method() != Method::POST || !is_plain_form(request.headers()) {
        return None;
    }
    let body = to_bytes(request.into_body(), MOST).await.ok()?;
    let text = std::str::from_utf8(&body).ok()?;
    let typed: Vec<(String, String)> = Fields::read(i18n::Lang::default(), text)
        .all()
        .filter(|(name, _)| !SECRET.contains(&name.as_str()))
        .cloned()
        .collect();
    typed.iter().any(|(_, value)| is_text(value)).then_some(typed)
}

fn is_plain_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("application/x-www-form-urlencoded")
}

fn is_text(value: &str) -> bool {
    value.chars().count() >= A_TEXT && value.trim().contains(char::is_whitespace)
}

#[derive(askama::Template)]
#[template(path = "layout/expired.html")]
struct Expired<'a> {
    shell: Shell,
    /// Where the form was going.
    action: &'a str,
    typed: &'a [(String, String)],
}

impl Expired<'_> {
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.typed.iter().map(|(_, value)| value.as_str()).filter(|value| is_text(value))
    }
}

/// The page that gives everything back. No browser keeps it: a staff room has one computer.
pub(crate) fn page(app: &App, visit: &Visit, typed: &[(String, String)]) -> Response {
    let page = Expired { shell: shell(app, visit), action: &visit.path, typed };
    match draw(visit.lang, &page) {
        Ok(html) => {
            let mut response = (StatusCode::UNAUTHORIZED, Html(html)).into_response();
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(_) => StatusCode::UNAUTHORIZED.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn form(kind: &str, body: &str) -> Request {
        let request = Request::builder().method(Method::POST).header(CONTENT_TYPE, kind);
        request.body(Body::from(body.to_owned())).unwrap()
    }

    const PLAIN: &str = "application/x-www-form-urlencoded";

    #[tokio::test]
    async fn a_text_comes_back_with_everything_beside_it() {
        let typed = typed(form(PLAIN, "version=3&text=We+shall+meet+weekly&goals=plan")).await.unwrap();
        let names: Vec<&str> = typed.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["version", "text", "goals"]);
    }

    #[tokio::test]
    async fn a_password_never_comes_back() {
        let typed = typed(form(PLAIN, "secret=long+words+of+mine&words=All+went+well+today")).await.unwrap();
        assert_eq!(typed, [("words".to_owned(), "All went well today".to_owned())]);
    }

    #[tokio::test]
    async fn a_form_without_words_needs_no_page() {
        assert_eq!(typed(form(PLAIN, "version=3&answer=accept")).await, None);
        assert_eq!(typed(form("multipart/form-data; boundary=x", "--x")).await, None);
        let long = format!("text={}", "a+".repeat(MOST));
        assert_eq!(typed(form(PLAIN, &long)).await, None, "nobody's text is as long");
    }
}
