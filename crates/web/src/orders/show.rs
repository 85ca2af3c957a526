//! One order: what it says, the council's minutes, the head's signature, the paper.

use super::here::{Here, here, sealing};
use super::history::{Past, history};
use super::{DiscardPath, ListPath, MinutesPath, PaperPath, ShowPath, SignPath, readable, refusal};
use crate::errors::{refused, unprinted};
use crate::files::shown;
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::reports::seals::Sealing;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::orders::{Council, Ground, Kind, Minutes, Order, OrderRefused, Reference, Sheet, State};
use domain::permissions::{Action, may};
use domain::{Day, OrderId};
use i18n::Lang;

#[derive(askama::Template)]
#[template(path = "orders/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    order: Order,
    sheet: Sheet,
    kind: String,
    fields: Fields,
    head: bool,
    coordinator: bool,
    kk: String,
    ru: String,
    en: String,
    sign: String,
    here: Here,
    sealing: Sealing,
    has_password: bool,
    minutes: String,
    discard: String,
    history: Vec<Past>,
}

impl Show {
    /// Whose turn a draft is, or that it is none any more.
    fn draft_title(&self) -> &'static str {
        match &self.order.state {
            State::Discarded { .. } => "orders-show-discarded",
            _ if self.head => "orders-show-draft-yours",
            _ => "orders-show-draft",
        }
    }
    fn draft_text(&self) -> &'static str {
        match &self.order.state {
            State::Discarded { .. } => "orders-show-discarded-text",
            _ => "orders-show-draft-text",
        }
    }
    /// The end of the term; each pair of an ending order has a last day of its own.
    fn until(&self) -> String {
        if self.order.kind == Kind::Ending {
            return String::new();
        }
        let day = i18n::day(self.shell.lang, self.sheet.until);
        i18n::t(self.shell.lang, "orders-until", &[("day", day.into())])
    }
    /// What stands above the last column.
    fn origin(&self) -> &'static str {
        if self.order.kind == Kind::Ending { "orders-last-day" } else { "orders-origin" }
    }
    /// What was typed, or else what is noted already.
    fn minutes_number(&self) -> &str {
        let noted = self.order.minutes.as_ref().map_or("", |minutes| &minutes.reference.number);
        if self.fields.is_right() { noted } else { self.fields.value("minutes_number") }
    }
    fn minutes_on(&self) -> String {
        let noted = self.order.minutes.as_ref().map(|minutes| minutes.reference.on.to_string());
        if self.fields.is_right() {
            noted.unwrap_or_default()
        } else {
            self.fields.value("minutes_on").to_owned()
        }
    }
    fn councils(&self) -> Vec<Choice> {
        let noted = self.order.minutes.as_ref().map(|minutes| minutes.council).unwrap_or_default();
        let typed = Council::from_word(self.fields.value("council"));
        let chosen = typed.filter(|_| !self.fields.is_right()).unwrap_or(noted);
        let choice = |council: Council| Choice {
            value: council.word().to_owned(),
            label: i18n::t(self.shell.lang, &format!("orders-council-{}", council.word()), &[]),
            chosen: council == chosen,
        };
        Council::ALL.into_iter().map(choice).collect()
    }
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

pub(super) async fn draw(page: &Page, id: &OrderId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let order = store::orders::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let sheet = actions::orders::sheet(&mut tx, &order, page.actor(), page.today()).await?;
    let sheet = sheet.ok_or(PageError::NotFound)?;
    if !readable(page, &order, &sheet) {
        return Err(PageError::NotFound);
    }
    let here = here(page, &mut tx, &order, &sheet).await?;
    let sealing = sealing(page, &mut tx, &order).await?;
    let history = history(page, &mut tx, &order).await?;
    let has_password = page.has_password(&mut tx).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let paper = |lang: Lang| PaperPath { id: id.clone(), lang: lang.tag().to_owned() }.to_string();
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            kind: format!("orders-kind-{}", order.kind.word()),
            head: may(page.actor(), &Action::SignOrders(&order.school)).is_ok(),
            coordinator: may(page.actor(), &Action::ManageOrders(&order.school)).is_ok(),
            kk: paper(Lang::Kk),
            ru: paper(Lang::Ru),
            en: paper(Lang::En),
            sign: SignPath { id: id.clone() }.to_string(),
            here,
            sealing,
            has_password,
            minutes: MinutesPath { id: id.clone() }.to_string(),
            discard: DiscardPath { id: id.clone() }.to_string(),
            history,
            order,
            sheet,
            fields,
        },
    )
}

pub(super) async fn sign(path: SignPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let number = fields.text("number", 40);
    let on = fields.day("on");
    let Some(on) = on.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    match actions::orders::sign(&page.context(), &path.id, &number, on).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "orders-done-signed", &[])),
        Err(failed) => {
            let why = refused(failed)?;
            let field = if why == OrderRefused::BadDate { "on" } else { "number" };
            fields.refuse(field, refusal(why), &[]);
            draw(&page, &path.id, fields).await
        }
    }
}

pub(super) async fn minutes(
    path: MinutesPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let council = fields.choice("council", Council::from_word);
    let number = fields.text("minutes_number", 40);
    let on = fields.day("minutes_on");
    let (Some(council), Some(on), true) = (council, on, fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    let minutes = Minutes { council, reference: Reference { number, on } };
    match actions::orders::note_minutes(&page.context(), &path.id, Some(minutes)).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "orders-done-minutes", &[])),
        Err(failed) => {
            fields.refuse("minutes_number", refusal(refused(failed)?), &[]);
            draw(&page, &path.id, fields).await
        }
    }
}

pub(super) async fn discard(path: DiscardPath, page: Page) -> Result<Response, PageError> {
    match actions::orders::discard(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "orders-done-discarded", &[])),
        Err(failed) => {
            let why = refusal(refused(failed)?);
            Ok(page.lead(&ShowPath { id: path.id }, FlashKind::Refused, why, &[]))
        }
    }
}

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let printed = actions::orders::print(&page.context(), &path.id, lang, page.press()).await;
    let pdf = printed.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "order.pdf"))
}
