//! Signing in by password or by the code of a slip, and signing out.

use super::{CodePath, PasswordPath, SignInPath, SignOutPath, gate, keep};
use crate::forms::{Fields, local_path};
use crate::layout::Shell;
use crate::limits::{Danger, Guard};
use crate::visit::{SESSION_COOKIE, append_cookie, cookie, set_cookie};
use crate::{Open, Page, PageError, filters};
use actions::Failed;
use actions::accounts::SignInRefused;
use axum::extract::RawQuery;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

/// Longest of what is typed here; more is nobody's password.
const MOST: usize = 300;

#[derive(askama::Template)]
#[template(path = "accounts/sign_in.html")]
struct SignIn {
    shell: Shell,
    fields: Fields,
    /// Where the person wanted to go.
    back: String,
}

#[derive(askama::Template)]
#[template(path = "accounts/code.html")]
struct Code {
    shell: Shell,
    fields: Fields,
}

pub(super) async fn blank(
    _: SignInPath,
    RawQuery(query): RawQuery,
    open: Open,
) -> Result<Response, PageError> {
    let back = Fields::read(open.lang(), &query.unwrap_or_default()).value("back").to_owned();
    draw(&open, Fields::default(), &back)
}

pub(super) async fn sign_in(
    _: SignInPath,
    open: Open,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let back = fields.value("back").to_owned();
    let login = fields.text("login", MOST);
    let password = fields.value("password").to_owned();
    if password.is_empty() {
        fields.refuse("password", "forms-missing", &[]);
    }
    if !fields.is_right() {
        return draw(&open, fields, &back);
    }
    guard.by(Danger::PasswordGuessing, &domain::accounts::login(&login))?;
    guard.by_address(Danger::PasswordSpraying)?;
    match actions::accounts::sign_in(&gate(&open), &login, &password).await {
        Ok(session) => {
            let mut response = open.go(&local_path(&back));
            keep(&open, &mut response, &session);
            Ok(response)
        }
        Err(Failed::Refused(_)) => {
            fields.refuse("password", "accounts-wrong", &[]);
            draw(&open, fields, &back)
        }
        Err(other) => Err(other.into()),
    }
}

fn draw(open: &Open, fields: Fields, back: &str) -> Result<Response, PageError> {
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    open.show_with(status, &SignIn { shell: open.shell(), fields, back: local_path(back) })
}

pub(super) async fn code_blank(_: CodePath, open: Open) -> Result<Response, PageError> {
    draw_code(&open, Fields::default())
}

pub(super) async fn sign_in_by_code(
    _: CodePath,
    open: Open,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let code = fields.text("code", MOST);
    if !fields.is_right() {
        return draw_code(&open, fields);
    }
    guard.by_address(Danger::CodeGuessing)?;
    match actions::accounts::sign_in_by_code(&gate(&open), &code).await {
        Ok(session) => {
            let mut response = open.done(&PasswordPath, "accounts-done-code", &[]);
            keep(&open, &mut response, &session);
            Ok(response)
        }
        Err(Failed::Refused(why)) => {
            let key = match why {
                SignInRefused::Wrong | SignInRefused::CodeUnknown => "accounts-code-unknown",
                SignInRefused::CodeUsed => "accounts-code-used",
                SignInRefused::CodeExpired => "accounts-code-expired",
            };
            fields.refuse("code", key, &[]);
            draw_code(&open, fields)
        }
        Err(other) => Err(other.into()),
    }
}

fn draw_code(open: &Open, fields: Fields) -> Result<Response, PageError> {
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    open.show_with(status, &Code { shell: open.shell(), fields })
}

pub(super) async fn sign_out(_: SignOutPath, page: Page, headers: HeaderMap) -> Result<Response, PageError> {
    let token = cookie(&headers, SESSION_COOKIE).unwrap_or_default();
    actions::accounts::sign_out(&page.context(), token).await?;
    let mut response = page.done(&SignInPath, "accounts-done-signed-out", &[]);
    append_cookie(&mut response, &set_cookie(&page.app, SESSION_COOKIE, "", 0));
    // What pages kept in the browser for a time without network goes with the session, also where no script runs.
    let kept = HeaderValue::from_static("\"storage\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), kept);
    Ok(response)
}
