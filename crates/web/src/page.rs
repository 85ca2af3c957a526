//! What a handler asks for: [`Page`] where somebody is signed in, [`Open`] where anybody may look.

mod nav;

pub(crate) use nav::{Group, PUPILS_KEY};

use crate::forms::Fields;
use crate::layout::{ClockBar, FlashKind, NavItem, Shell, Who};
use crate::visit::{FLASH_COOKIE, Signed, Visit, append_cookie, set_cookie, write_flash};
use crate::{App, PageError};
use actions::reports::Press;
use actions::{Context, Failed, Ids};
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::people::{Actor, Person};
use domain::programmes::Programme;
use domain::schools::School;
use domain::{Day, SchoolId};
use i18n::Lang;
use std::fmt::{Debug, Display};
use std::sync::Arc;
use store::{Db, ReadTx, Tx};

/// A page that anybody may see.
#[derive(Clone, Debug)]
pub struct Open {
    pub(crate) app: App,
    pub(crate) visit: Arc<Visit>,
}

impl FromRequestParts<App> for Open {
    type Rejection = PageError;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let visit = parts.extensions.get::<Arc<Visit>>().ok_or(PageError::SignIn)?;
        Ok(Self { app: app.clone(), visit: Arc::clone(visit) })
    }
}

impl Open {
    /// The language of the reader.
    pub fn lang(&self) -> Lang {
        self.visit.lang
    }

    /// A text in the reader's language.
    pub fn text(&self, key: &str) -> String {
        i18n::t(self.lang(), key, &[])
    }

    /// The name of a weekday, 1 for Monday, with a capital letter.
    pub(crate) fn weekday(&self, weekday: u8) -> String {
        i18n::capital(&i18n::t(self.lang(), "suggestions-weekday", &[("weekday", weekday.into())]))
    }

    /// Today where the reader is.
    pub fn today(&self) -> Day {
        self.visit.today()
    }

    /// Day and time of an instant where the reader is.
    pub fn local(&self, at: domain::Instant) -> jiff::civil::DateTime {
        crate::clock::local(at, self.offset())
    }

    /// Minutes ahead of UTC where the reader is.
    pub fn offset(&self) -> i16 {
        let school = self.visit.signed.as_ref().and_then(|signed| signed.school.as_ref());
        school.map_or(crate::clock::USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes)
    }

    /// What papers need from around the house.
    pub fn press(&self) -> Press<'_> {
        Press { address: &self.app.config.address, typesetter: &self.app.typesetter }
    }

    /// The frame of the page.
    pub fn shell(&self) -> Shell {
        shell(&self.app, &self.visit)
    }

    /// Draws a template.
    pub fn show(&self, template: &impl askama::Template) -> Result<Response, PageError> {
        self.show_with(StatusCode::OK, template)
    }

    /// Draws a template under another status: 422 where a form comes back with what is wrong.
    pub fn show_with(
        &self,
        status: StatusCode,
        template: &impl askama::Template,
    ) -> Result<Response, PageError> {
        Ok((status, Html(draw(self.lang(), template)?)).into_response())
    }

    /// Leads to a page without a message.
    pub fn go(&self, to: &impl Display) -> Response {
        Redirect::to(&to.to_string()).into_response()
    }

    /// Leads to a page after an act; the message is shown there once.
    pub fn done(&self, to: &impl Display, key: &str, args: &[(&str, String)]) -> Response {
        self.lead(to, FlashKind::Done, key, args)
    }

    /// Where a button led that asks for nothing to be typed: the page with what was done, or with why it was not.
    pub(crate) fn pressed<R: Debug>(
        &self,
        to: &impl Display,
        done: Result<(), Failed<R>>,
        refusal: impl Fn(R) -> &'static str,
        key: &str,
    ) -> Result<Response, PageError> {
        match done {
            Ok(()) => Ok(self.done(to, key, &[])),
            Err(Failed::Refused(why)) => Ok(self.lead(to, FlashKind::Refused, refusal(why), &[])),
            Err(other) => Err(other.into()),
        }
    }

    /// Where a form led: the page with what was done. Nothing where it was not taken: why stands beside the field, and the
    /// form is drawn again with what was typed.
    pub(crate) fn sent<R: Debug>(
        &self,
        to: &impl Display,
        done: Result<(), Failed<R>>,
        fields: &mut Fields,
        (field, refusal): (&str, impl Fn(R) -> &'static str),
        key: &str,
    ) -> Result<Option<Response>, PageError> {
        match done {
            Ok(()) => Ok(Some(self.done(to, key, &[]))),
            Err(Failed::Refused(why)) => {
                fields.refuse(field, refusal(why), &[]);
                Ok(None)
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Leads to a page with a message of any kind.
    pub fn lead(&self, to: &impl Display, kind: FlashKind, key: &str, args: &[(&str, String)]) -> Response {
        let mut response = Redirect::to(&to.to_string()).into_response();
        let cookie = set_cookie(&self.app, FLASH_COOKIE, &write_flash(kind, key, args), 60);
        append_cookie(&mut response, &cookie);
        response
    }
}

/// Draws a template in a language.
pub(crate) fn draw(lang: Lang, template: &impl askama::Template) -> Result<String, PageError> {
    let values: (&str, &dyn std::any::Any) = ("lang", &lang);
    template.render_with_values(&values).map_err(|error| PageError::Broken(error.to_string()))
}

/// A page for somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Page {
    open: Open,
    signed: Signed,
}

impl std::ops::Deref for Page {
    type Target = Open;
    fn deref(&self) -> &Open {
        &self.open
    }
}

impl FromRequestParts<App> for Page {
    type Rejection = PageError;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let open = Open::from_request_parts(parts, app).await?;
        let signed = open.visit.signed.clone().ok_or(PageError::SignIn)?;
        Ok(Self { open, signed })
    }
}

impl Page {
    /// Who is signed in.
    pub fn actor(&self) -> &Actor {
        &self.signed.actor
    }

    /// The places of the person with their pages, by role.
    pub(crate) fn places(&self) -> Vec<Group> {
        nav::groups(self.actor())
    }

    /// The page of the child in whose hand the device is.
    pub(crate) fn handed(&self) -> Option<&str> {
        self.signed.handed.as_deref()
    }

    /// The tabs of a page that only those open who look after pupils or lead: being there says so, nobody has to ask.
    pub(crate) fn tabs_by_duty(&self) -> Vec<NavItem> {
        nav::tabs_by_duty(self.actor(), &self.visit.path)
    }

    /// The person who is signed in.
    pub fn person(&self) -> &Person {
        &self.signed.person
    }

    /// The reader's school; people of the district have none.
    pub fn school(&self) -> Result<&School, PageError> {
        self.signed.school.as_ref().ok_or(PageError::NotFound)
    }

    /// The id of the reader's school.
    pub fn school_id(&self) -> Result<&SchoolId, PageError> {
        Ok(&self.school()?.id)
    }

    /// The programme that the reader's school has in sight today, for a page or form that belongs to it: what may be done in
    /// one that was set aside, its phase says.
    pub async fn programme(&self) -> Result<Programme, PageError> {
        let mut tx = self.read().await?;
        let in_sight = store::programmes::in_sight(&mut tx, self.school_id()?, self.today()).await?;
        in_sight.ok_or(PageError::NotFound)
    }

    /// What actions are handed.
    pub fn context(&self) -> Context<'_> {
        Context {
            db: self.db(),
            actor: self.actor(),
            now: self.visit.now,
            today: self.today(),
            ids: self.ids(),
        }
    }

    /// Where ids come from.
    pub fn ids(&self) -> &Ids {
        &self.app.ids
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.app.db
    }

    /// True where the reader has a password, and so can sign.
    pub(crate) async fn has_password(&self, tx: &mut Tx) -> Result<bool, PageError> {
        let account = store::accounts::of_person(tx, &self.person().id).await?;
        Ok(account.is_some_and(|account| account.password_hash.is_some()))
    }

    /// A transaction that reads.
    pub async fn read(&self) -> Result<ReadTx, PageError> {
        Ok(self.app.db.read().await?)
    }
}

/// The short name of a school in the language of a page.
pub(crate) fn short(lang: Lang, school: &School) -> String {
    match lang {
        Lang::Kk => school.short_kk.clone(),
        Lang::Ru | Lang::En => school.short_ru.clone(),
    }
}

pub(crate) fn shell(app: &App, visit: &Visit) -> Shell {
    let signed = visit.signed.as_ref();
    let shell = Shell {
        lang: visit.lang,
        path: visit.path.clone(),
        school: signed.and_then(|signed| signed.school.as_ref()).map(|school| short(visit.lang, school)),
        person: signed
            .map(|signed| Who { name: signed.person.name.polite(), initials: signed.person.name.initials() }),
        nav: signed.map(|signed| nav::places(&signed.actor, &visit.path)).unwrap_or_default(),
        tabs: signed.map(|signed| nav::tabs(&signed.actor, &visit.path)).unwrap_or_default(),
        flash: visit.flash.clone(),
        theme: signed.map_or(visit.look.0, |signed| signed.theme),
        vision: signed.map_or(visit.look.1, |signed| signed.vision),
        clock: app.config.demo.then(|| ClockBar {
            today_iso: visit.today().to_string(),
            today_text: i18n::day_in_sentence(visit.lang, visit.today()),
        }),
        helplines: false,
        is_handed: false,
    };
    // Pages that anybody may open are in a child's hand, too.
    if signed.is_some_and(|signed| signed.handed.is_some()) { shell.handed() } else { shell }
}
