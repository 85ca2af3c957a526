//! Signing in and out, the own profile, language and look. One file for each page; the template lies beside it.

mod handed;
mod look;
mod personas;
mod profile;
mod sign_in;

pub(crate) use handed::hand_over;
pub(crate) use profile::role_fact;

use crate::page::Open;
use crate::visit::{SESSION_COOKIE, append_cookie, set_cookie};
use crate::{Access, PageError, Routes};
use actions::accounts::{Gate, Session};
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::accounts::{PasswordRefused, Settings};
use serde::Deserialize;

/// Login and password.
#[derive(TypedPath)]
#[typed_path("/sign-in")]
pub(crate) struct SignInPath;

/// The code of a printed slip.
#[derive(TypedPath)]
#[typed_path("/sign-in/code")]
pub(crate) struct CodePath;

/// The end of a session.
#[derive(TypedPath)]
#[typed_path("/sign-out")]
pub(crate) struct SignOutPath;

/// A child has the device: whoever is signed in proves who they are.
#[derive(TypedPath)]
#[typed_path("/handed")]
pub(crate) struct HandedPath;

/// What opens beside the child's page while a child has the device.
pub(crate) const FOR_THE_ADULT: [&str; 2] = [HandedPath::PATH, SignOutPath::PATH];

/// The language of the pages.
#[derive(TypedPath)]
#[typed_path("/language")]
pub(crate) struct LanguagePath;

/// Light or dark, usual or low vision.
#[derive(TypedPath)]
#[typed_path("/appearance")]
pub(crate) struct AppearancePath;

/// The time traveller of a demonstration.
#[derive(TypedPath)]
#[typed_path("/clock")]
pub(crate) struct ClockPath;

/// One-click sign-in of a demonstration.
#[derive(TypedPath, Deserialize)]
#[typed_path("/demo/{login}", rejection(PageError))]
pub(crate) struct PersonaPath {
    pub(crate) login: String,
}

/// The own data.
#[derive(TypedPath)]
#[typed_path("/profile")]
pub(crate) struct ProfilePath;

/// The own password.
#[derive(TypedPath)]
#[typed_path("/profile/password")]
pub(crate) struct PasswordPath;

/// What the school keeps of the reader is right.
#[derive(TypedPath)]
#[typed_path("/profile/confirm")]
pub(crate) struct ConfirmPath;

/// Routes of accounts.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::Anyone, sign_in::blank)
        .post(Access::Anyone, sign_in::sign_in)
        .get(Access::Anyone, sign_in::code_blank)
        .post(Access::Anyone, sign_in::sign_in_by_code)
        .post(Access::SignedIn, sign_in::sign_out)
        .get(Access::SignedIn, handed::blank)
        .post(Access::SignedIn, handed::take_back)
        .post(Access::Anyone, look::language)
        .post(Access::Anyone, look::appearance)
        .post(Access::Demo, look::clock)
        .get(Access::Demo, personas::ask)
        .post(Access::Demo, personas::enter)
        .get(Access::SignedIn, profile::show)
        .get(Access::SignedIn, profile::password_blank)
        .post(Access::SignedIn, profile::confirm)
        .post(Access::SignedIn, profile::change_password)
}

/// What actions are handed before anybody is signed in.
fn gate(open: &Open) -> Gate<'_> {
    Gate { db: &open.app.db, now: open.visit.now, today: open.today(), ids: &open.app.ids }
}

/// Puts the session into a cookie that ends with it.
fn keep(open: &Open, response: &mut Response, session: &Session) {
    let seconds = session.expires_at.duration_since(open.visit.now).as_secs();
    append_cookie(response, &set_cookie(&open.app, SESSION_COOKIE, &session.token, seconds));
}

/// What the form says of a password that is too easy.
fn password_refusal(why: PasswordRefused) -> (&'static str, i18n::Arg) {
    let count = |number: usize| i18n::Arg::from(number);
    match why {
        PasswordRefused::TooShort(least) => ("accounts-password-too-short", count(least)),
        PasswordRefused::TooLong(most) => ("accounts-password-too-long", count(most)),
        PasswordRefused::AboutYou => ("accounts-password-about-you", count(0)),
        PasswordRefused::Common => ("accounts-password-common", count(0)),
    }
}

/// Fewest characters of a password, for the hint beside the field.
fn password_least() -> usize {
    Settings::default().password_min_chars
}
