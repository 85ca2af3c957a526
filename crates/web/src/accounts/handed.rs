//! The device in a child's hand: every other page leads here until the adult has proved who they are (docs/decisions/0067).

use super::{HandedPath, PasswordPath};
use crate::forms::Fields;
use crate::home::HomePath;
use crate::layout::{FlashKind, Shell};
use crate::limits::{Danger, Guard};
use crate::visit::{SESSION_COOKIE, cookie};
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::accounts::ProofRefused;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::Day;

#[derive(askama::Template)]
#[template(path = "accounts/handed.html")]
struct Handed {
    shell: Shell,
    today: Day,
    fields: Fields,
    /// The page of the child.
    back: String,
}

fn token(headers: &HeaderMap) -> &str {
    cookie(headers, SESSION_COOKIE).unwrap_or_default()
}

/// From now on the session opens one page of a child alone; leads there, to the place on it that was asked for. Whoever has no
/// password would need another slip to get their pages back: they set one first.
pub(crate) async fn hand_over(
    page: &Page,
    headers: &HeaderMap,
    (child, to): (&str, &str),
) -> Result<Response, PageError> {
    if !page.has_password(&mut *page.read().await?).await? {
        return Ok(page.lead(&PasswordPath, FlashKind::Note, "accounts-handed-password-first", &[]));
    }
    actions::accounts::hand_over(&page.context(), token(headers), child).await?;
    Ok(page.go(&to))
}

pub(super) async fn blank(_: HandedPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default())
}

/// The page; home where no child has the device.
fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let Some(child) = page.handed() else { return Ok(page.go(&HomePath)) };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shell = Shell { helplines: true, ..page.shell() };
    page.show_with(status, &Handed { shell, today: page.today(), fields, back: child.to_owned() })
}

pub(super) async fn take_back(
    _: HandedPath,
    page: Page,
    guard: Guard,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let secret = fields.text("secret", 200);
    let Some(child) = page.handed().filter(|_| fields.is_right()) else { return draw(&page, fields) };
    guard.by(Danger::PasswordGuessing, page.person().id.as_str())?;
    match actions::accounts::take_back(&page.context(), token(&headers), &secret).await {
        Ok(()) => {
            // The page of the adult that the child's lies below.
            let own = child.rsplit_once('/').map_or("/", |(above, _)| above);
            Ok(page.done(&own, "accounts-done-handed", &[]))
        }
        Err(Failed::Refused(why)) => {
            let key = match why {
                ProofRefused::Wrong => "reports-refused-wrong",
                ProofRefused::NoPassword => "accounts-handed-no-password",
            };
            fields.refuse("secret", key, &[]);
            draw(&page, fields)
        }
        Err(other) => Err(other.into()),
    }
}
