//! One request: who came, in which language, from where. Found once, before any page, and kept with the
//! request; errors are drawn here, where all this is known.

use crate::clock::{USUAL_OFFSET_MINUTES, local};
use crate::errors::{self, Broken};
use crate::layout::{Flash, FlashKind, Theme, Vision};
use crate::{App, PageError};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, COOKIE, SET_COOKIE, STRICT_TRANSPORT_SECURITY};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::people::{Actor, Person};
use domain::schools::School;
use domain::{Day, Instant};
use i18n::Lang;
use std::fmt::Write as _;
use std::sync::Arc;

/// Cookie of a session.
pub(crate) const SESSION_COOKIE: &str = "talimger";
/// Cookie of the language of people who are not signed in.
pub(crate) const LANGUAGE_COOKIE: &str = "language";
/// Cookie of the look of people who have no account to keep it.
pub(crate) const LOOK_COOKIE: &str = "look";
/// Cookie of what the last act has done, shown once.
pub(crate) const FLASH_COOKIE: &str = "flash";

/// Who came and how.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    pub(crate) signed: Option<Signed>,
    pub(crate) lang: Lang,
    pub(crate) path: String,
    pub(crate) flash: Option<Flash>,
    /// The look that the browser keeps, for people who are not signed in.
    pub(crate) look: (Theme, Vision),
    pub(crate) now: Instant,
    /// Day and time where the school is.
    pub(crate) local: jiff::civil::DateTime,
    /// Named on the error page and in the log, so that one finds the other.
    pub(crate) number: String,
}

impl Visit {
    pub(crate) fn today(&self) -> Day {
        self.local.date()
    }
}

/// A signed-in person with what every page shows of them.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
    pub(crate) actor: Actor,
    pub(crate) person: Person,
    pub(crate) school: Option<School>,
    pub(crate) theme: Theme,
    pub(crate) vision: Vision,
    /// The one page that opens, while the device is in a child's hand (docs/decisions/0067).
    pub(crate) handed: Option<String>,
}

impl Signed {
    /// True where the device is in a child's hand and the path is not the child's.
    pub(crate) fn is_shut_to(&self, path: &str) -> bool {
        let own = self.handed.as_deref().and_then(|page| page.split('?').next());
        own.is_some_and(|own| path != own)
    }
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// A cookie that scripts cannot read and other sites do not get.
pub(crate) fn set_cookie(app: &App, name: &str, value: &str, max_age_seconds: i64) -> String {
    let secure = if app.config.https { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={max_age_seconds}; HttpOnly; SameSite=Lax{secure}")
}

pub(crate) async fn enter(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let headers = request.headers().clone();
    let visit = match find(&app, &headers).await {
        Ok(signed) => Arc::new(visit(&app, &headers, path, signed)),
        Err(error) => {
            let stranger = visit(&app, &headers, path, None);
            return errors::draw(&app, &stranger, &Broken(error.into()));
        }
    };
    request.extensions_mut().insert(Arc::clone(&visit));
    // No thing of ours has a NUL in its address, and PostgreSQL refuses to look one up.
    let sound = !request.uri().path().contains("%00");
    let mut response = if sound { next.run(request).await } else { PageError::NotFound.into_response() };
    if let Some(broken) = response.extensions_mut().remove::<Broken>() {
        response = errors::draw(&app, &visit, &broken);
    }
    if app.config.https {
        // Whoever has come once over HTTPS comes so for a year; said only where a proxy speaks it.
        response
            .headers_mut()
            .insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if visit.signed.is_some() {
        // A staff room has one computer: «back» after signing out shows nothing.
        response.headers_mut().entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    if visit.flash.is_some() && response.status().is_success() {
        append_cookie(&mut response, &set_cookie(&app, FLASH_COOKIE, "", 0));
    }
    response
}

/// Adds a cookie to an answer.
pub(crate) fn append_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = cookie.parse() {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

async fn find(app: &App, headers: &HeaderMap) -> store::Result<Option<Signed>> {
    match cookie(headers, SESSION_COOKIE) {
        Some(token) => signed(app, token, app.clock.now()).await,
        None => Ok(None),
    }
}

fn visit(app: &App, headers: &HeaderMap, path: String, signed: Option<Signed>) -> Visit {
    let now = app.clock.now();
    let offset = signed
        .as_ref()
        .and_then(|signed| signed.school.as_ref())
        .map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    let lang = match &signed {
        Some(signed) => Lang::from_tag(&signed.person.lang),
        None => cookie(headers, LANGUAGE_COOKIE).and_then(Lang::from_tag),
    }
    .unwrap_or_default();
    Visit {
        signed,
        lang,
        path,
        look: cookie(headers, LOOK_COOKIE).map(read_look).unwrap_or_default(),
        flash: cookie(headers, FLASH_COOKIE).and_then(|value| read_flash(value, lang)),
        now,
        local: local(now, offset),
        number: app.ids.next(now),
    }
}

async fn signed(app: &App, token: &str, now: Instant) -> store::Result<Option<Signed>> {
    let mut tx = app.db.read().await?;
    let hash = actions::accounts::secret_hash(token);
    let Some(session) = store::accounts::session(&mut tx, &hash, now).await? else { return Ok(None) };
    let (id, handed) = (session.person, session.handed);
    let Some(person) = store::people::get(&mut tx, &id).await? else { return Ok(None) };
    let school = match &person.school {
        Some(school) => store::schools::get(&mut tx, school).await?,
        None => None,
    };
    let offset = school.as_ref().map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    let today = local(now, offset).date();
    if !person.works_on(today) {
        return Ok(None);
    }
    let roles = store::people::roles_on(&mut tx, &id, today).await?;
    let district = store::people::district_of(&mut tx, &id).await?;
    let account = store::accounts::of_person(&mut tx, &id).await?;
    let actor = Actor { person: id, school: person.school.clone(), district, roles };
    let theme = account.as_ref().and_then(|account| Theme::from_code(&account.theme)).unwrap_or_default();
    let vision = account.as_ref().and_then(|account| Vision::from_code(&account.vision)).unwrap_or_default();
    Ok(Some(Signed { actor, person, school, theme, vision, handed }))
}

/// The look as a cookie keeps it.
pub(crate) fn write_look(theme: Theme, vision: Vision) -> String {
    format!("{}|{}", theme.code(), vision.code())
}

fn read_look(value: &str) -> (Theme, Vision) {
    let (theme, vision) = value.split_once('|').unwrap_or_default();
    (Theme::from_code(theme).unwrap_or_default(), Vision::from_code(vision).unwrap_or_default())
}

/// A message for the next page: its kind, the key of its text, and the values in it, all harmless to forge,
/// since only the person who holds the cookie sees it.
pub(crate) fn write_flash(kind: FlashKind, key: &str, args: &[(&str, String)]) -> String {
    let mut value = format!("{}|{key}", kind.class());
    for (name, arg) in args {
        let _ = write!(value, "|{name}|{}", hex(arg));
    }
    value
}

fn read_flash(value: &str, lang: Lang) -> Option<Flash> {
    let mut parts = value.split('|');
    let kind = FlashKind::from_class(parts.next()?)?;
    let key = parts.next().filter(|key| i18n::has(key))?;
    let rest: Vec<&str> = parts.collect();
    let args: Vec<(&str, i18n::Arg)> =
        rest.chunks_exact(2).filter_map(|pair| Some((pair[0], number_or_words(unhex(pair[1])?)))).collect();
    Some(Flash { kind, text: i18n::t(lang, key, &args) })
}

/// A number is a number again, so that plurals agree with it.
fn number_or_words(text: String) -> i18n::Arg {
    match text.parse::<i64>() {
        Ok(number) if number.to_string() == text => number.into(),
        _ => text.into(),
    }
}

/// Cookies hold no letters beyond ASCII, so names travel as hexadecimal digits.
fn hex(text: &str) -> String {
    text.bytes().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

fn unhex(digits: &str) -> Option<String> {
    let bytes: Option<Vec<u8>> =
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()).collect();
    String::from_utf8(bytes?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_survives_the_way_through_a_cookie() {
        let cookie = write_flash(FlashKind::Done, "date-year", &[("year", "Әлия | ; 2026".into())]);
        assert!(cookie.is_ascii() && !cookie.contains(';'));
        let flash = read_flash(&cookie, Lang::En).unwrap();
        assert_eq!(flash.text, "Әлия | ; 2026");
        assert_eq!(read_flash("done|no-such-key", Lang::En), None);
    }

    #[test]
    fn a_number_in_a_message_agrees_with_its_noun() {
        let cookie = write_flash(FlashKind::Done, "newcomers-done-enrolled", &[("count", "3".into())]);
        assert!(read_flash(&cookie, Lang::Ru).unwrap().text.contains("3 человека"));
        assert_eq!(number_or_words("007".into()), "007".into());
    }
}
