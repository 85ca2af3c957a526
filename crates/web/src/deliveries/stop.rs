//! The page behind the address in the header of a letter that can be missed (RFC 8058; docs/decisions/0076). Opening it asks;
//! only its button, or the mail program that sends the same, stops such letters. It says nothing of whose they are.

use super::StopPath;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::page::draw;
use crate::visit::{LANGUAGE_COOKIE, cookie};
use crate::{Open, PageError, filters};
use actions::Failed;
use actions::deliveries::{Link, Offer, by_link, open_link};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use domain::Day;
use i18n::Lang;

/// What a mail program sends, as RFC 8058 names it; the button of the page sends it too.
const ONE_CLICK: (&str, &str) = ("List-Unsubscribe", "One-Click");

/// What the button sends that takes it back.
const AGAIN: (&str, &str) = ("again", "yes");

/// The one button of the page.
struct Button {
    sends: (&'static str, &'static str),
    words: String,
}

#[derive(askama::Template)]
#[template(path = "deliveries/stop.html")]
struct Stop {
    shell: Shell,
    today: Day,
    action: String,
    title: String,
    text: String,
    button: Option<Button>,
}

/// How the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// The address leads nowhere.
    Nowhere,
    /// Letters come, and can be stopped.
    Asks(Offer),
    /// They are stopped, and can come again.
    Stopped(Offer),
    /// They have just been asked for again.
    Again(Offer),
}

impl Stands {
    fn key(self) -> String {
        let (state, offer) = match self {
            Self::Nowhere => return "nowhere".to_owned(),
            Self::Asks(offer) => ("asks", offer),
            Self::Stopped(offer) => ("stopped", offer),
            Self::Again(offer) => ("again", offer),
        };
        format!("{state}-{}", offer.what.word())
    }

    /// The language of whoever gets the letters.
    fn lang(self) -> Option<Lang> {
        match self {
            Self::Nowhere => None,
            Self::Asks(offer) | Self::Stopped(offer) | Self::Again(offer) => Some(offer.lang),
        }
    }

    fn button(self, lang: Lang) -> Option<Button> {
        let (sends, key) = match self {
            Self::Asks(_) => (ONE_CLICK, "deliveries-stop-button"),
            Self::Stopped(_) => (AGAIN, "deliveries-stop-undo"),
            Self::Nowhere | Self::Again(_) => return None,
        };
        Some(Button { sends, words: i18n::t(lang, key, &[]) })
    }
}

/// What the address opens with.
fn link<'a>(open: &'a Open, path: &'a StopPath) -> Option<Link<'a>> {
    let key = open.app.config.stops.as_deref()?;
    Some(Link { key, token: &path.token })
}

pub(super) async fn show(path: StopPath, open: Open, headers: HeaderMap) -> Result<Response, PageError> {
    let offer = match link(&open, &path) {
        Some(link) => open_link(&mut *open.app.db.read().await?, link, open.visit.now).await?,
        None => None,
    };
    let stands = match offer {
        None => Stands::Nowhere,
        Some(offer) if offer.comes => Stands::Asks(offer),
        Some(offer) => Stands::Stopped(offer),
    };
    page(&open, &headers, &path, stands)
}

/// No answer leads on to another address: mail programs do not follow one (RFC 8058).
pub(super) async fn press(
    path: StopPath,
    open: Open,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, PageError> {
    let Some(link) = link(&open, &path) else { return page(&open, &headers, &path, Stands::Nowhere) };
    let again = fields.value(AGAIN.0) == AGAIN.1;
    if !again && !is_one_click(&fields) {
        return Err(PageError::Unreadable);
    }
    let app = &open.app;
    let stands = match by_link(&app.db, &app.ids, open.visit.now, link, again).await {
        Ok(offer) if again => Stands::Again(offer),
        Ok(offer) => Stands::Stopped(offer),
        Err(Failed::NotFound) => Stands::Nowhere,
        Err(other) => return Err(other.into()),
    };
    page(&open, &headers, &path, stands)
}

/// Whether it is what a mail program sends: as a form, or as one in parts, which read as a form leaves both words standing.
fn is_one_click(fields: &Fields) -> bool {
    let (name, value) = ONE_CLICK;
    let sent: String = fields.all().flat_map(|(field, typed)| [field.as_str(), typed.as_str()]).collect();
    fields.value(name) == value || (sent.contains(&format!("\"{name}\"")) && sent.contains(value))
}

/// The page in the language that its reader has chosen here, or else in that of the letter.
fn page(open: &Open, headers: &HeaderMap, path: &StopPath, stands: Stands) -> Result<Response, PageError> {
    let chosen = open.visit.signed.is_some() || cookie(headers, LANGUAGE_COOKIE).is_some();
    let lang = stands.lang().filter(|_| !chosen).unwrap_or_else(|| open.lang());
    let key = format!("deliveries-stop-{}", stands.key());
    let page = Stop {
        shell: Shell { lang, ..open.shell() },
        today: open.today(),
        action: path.to_string(),
        title: i18n::t(lang, &key, &[]),
        text: i18n::t(lang, &format!("{key}-text"), &[]),
        button: stands.button(lang),
    };
    let status = if stands == Stands::Nowhere { StatusCode::NOT_FOUND } else { StatusCode::OK };
    Ok((status, Html(draw(lang, &page)?)).into_response())
}
