//! Language, look, and the clock of a demonstration: the small forms in the frame of every page.

use super::{AppearancePath, ClockPath, LanguagePath};
use crate::clock::{USUAL_OFFSET_MINUTES, instant_of};
use crate::forms::{Fields, local_path};
use crate::layout::{Theme, Vision};
use crate::visit::{LANGUAGE_COOKIE, LOOK_COOKIE, append_cookie, set_cookie, write_look};
use crate::{Open, Page, PageError};
use axum::response::Response;
use i18n::Lang;

/// A year: for cookies of people who are not signed in.
const YEAR_SECONDS: i64 = 365 * 24 * 60 * 60;
/// The hour of a day to which the time traveller moves.
const MORNING: i8 = 9;

pub(super) async fn language(
    _: LanguagePath,
    open: Open,
    page: Result<Page, PageError>,
    fields: Fields,
) -> Result<Response, PageError> {
    let lang = Lang::from_tag(fields.value("lang")).ok_or(PageError::Unreadable)?;
    if let Ok(page) = page {
        actions::accounts::set_language(&page.context(), lang.tag()).await?;
    }
    // Kept beside the account, so that the sign-in page speaks it too.
    let mut response = open.go(&local_path(fields.value("back")));
    append_cookie(&mut response, &set_cookie(&open.app, LANGUAGE_COOKIE, lang.tag(), YEAR_SECONDS));
    Ok(response)
}

pub(super) async fn appearance(
    _: AppearancePath,
    open: Open,
    page: Result<Page, PageError>,
    fields: Fields,
) -> Result<Response, PageError> {
    let theme = Theme::from_code(fields.value("theme"));
    let vision = Vision::from_code(fields.value("vision"));
    if theme.is_none() && vision.is_none() {
        return Err(PageError::Unreadable);
    }
    let has_account = match page {
        Ok(page) => {
            let (theme, vision) = (theme.map(Theme::code), vision.map(Vision::code));
            actions::accounts::set_appearance(&page.context(), theme, vision).await.is_ok()
        }
        Err(_) => false,
    };
    let mut response = open.go(&local_path(fields.value("back")));
    if !has_account {
        let (old_theme, old_vision) = open.visit.look;
        let look = write_look(theme.unwrap_or(old_theme), vision.unwrap_or(old_vision));
        append_cookie(&mut response, &set_cookie(&open.app, LOOK_COOKIE, &look, YEAR_SECONDS));
    }
    Ok(response)
}

pub(super) async fn clock(_: ClockPath, open: Open, mut fields: Fields) -> Result<Response, PageError> {
    let day = fields.day("today").ok_or(PageError::Unreadable)?;
    let signed = open.visit.signed.as_ref();
    let school = signed.and_then(|signed| signed.school.as_ref());
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    open.app.clock.travel_to(instant_of(day, MORNING, offset));
    Ok(open.go(&local_path(fields.value("back"))))
}
