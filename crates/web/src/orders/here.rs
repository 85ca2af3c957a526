//! The head signs an order in the system, at once or in the folder; the paper way stands beside it.

use super::show::draw;
use super::{ReadPath, SealPath, ShowPath, SignHerePath, refusal};
use crate::errors::refused;
use crate::forms::Fields;
use crate::limits::{Danger, Guard};
use crate::reports::FolderPath;
use crate::reports::seals::{Sealing, content_of, of_paper, taken};
use crate::said::Said;
use crate::{Page, PageError};
use actions::orders::{Hand, content_hash, hand};
use actions::signatures::prefix;
use axum::extract::Multipart;
use axum::response::Response;
use domain::orders::{Order, OrderRefused, Sheet};
use domain::signatures::Paper;
use store::Tx;

/// What the page of an order shows of a signature in the system.
pub(super) struct Here {
    /// Where it is signed.
    pub(super) sign: String,
    /// Where it goes into the folder.
    pub(super) read: String,
    /// The hash of what is signed.
    pub(super) seen: String,
    /// Who has signed here and when; empty of a draft and of an order that was signed on paper.
    pub(super) signed: String,
    /// A simple signature alone, which does not stand for the order's own.
    pub(super) simple: bool,
}

pub(super) async fn here(page: &Page, tx: &mut Tx, order: &Order, sheet: &Sheet) -> Result<Here, PageError> {
    let hand = hand(tx, order).await?;
    let paper = Paper::Order(order.id.clone());
    let seals = actions::seals::counted_on(tx, &order.school, &paper).await?;
    let simple = seals == 0 && matches!(hand, Hand::Here(_));
    let signed = match hand {
        Hand::Paper => String::new(),
        Hand::Broken => page.text("orders-here-broken"),
        Hand::Here(one) => Said::new("orders-here-signed")
            .with("name", one.name.clone())
            .with("when", i18n::day_and_time(page.lang(), page.local(one.at)))
            .with("hash", prefix(&one.hash).to_owned())
            .words(page.lang()),
    };
    Ok(Here {
        sign: SignHerePath { id: order.id.clone() }.to_string(),
        read: ReadPath { id: order.id.clone() }.to_string(),
        seen: content_hash(order, sheet).unwrap_or_default(),
        signed,
        simple,
    })
}

/// Under which field of a form a refusal stands.
const fn field_of(why: OrderRefused, number: &'static str, on: &'static str) -> &'static str {
    match why {
        OrderRefused::BadDate | OrderRefused::Overlaps => on,
        OrderRefused::Wrong | OrderRefused::NoPassword => "secret",
        OrderRefused::NotDraft
        | OrderRefused::BadNumber
        | OrderRefused::NumberTaken
        | OrderRefused::PairChanged
        | OrderRefused::NothingToOrder
        | OrderRefused::Changed => number,
    }
}

pub(super) async fn sign(
    path: SignHerePath,
    page: Page,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let number = fields.text("here_number", 40);
    let on = fields.day("here_on");
    let secret = fields.text("secret", 200);
    let seen = fields.value("seen").to_owned();
    let Some(on) = on.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    guard.by(Danger::PasswordGuessing, page.person().id.as_str())?;
    match actions::orders::sign_here(&page.context(), &path.id, (number.as_str(), on), &seen, &secret).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "orders-done-here", &[])),
        Err(failed) => {
            let why = refused(failed)?;
            fields.refuse(field_of(why, "here_number", "here_on"), refusal(why), &[]);
            draw(&page, &path.id, fields).await
        }
    }
}

pub(super) async fn mark_read(path: ReadPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let number = fields.text("read_number", 40);
    let on = fields.day("read_on");
    let seen = fields.value("seen").to_owned();
    let Some(on) = on.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    match actions::orders::mark_read(&page.context(), &path.id, (number.as_str(), on), &seen).await {
        Ok(()) => Ok(page.done(&FolderPath, "orders-done-read", &[])),
        Err(failed) => {
            let why = refused(failed)?;
            fields.refuse(field_of(why, "read_number", "read_on"), refusal(why), &[]);
            draw(&page, &path.id, fields).await
        }
    }
}

pub(super) async fn content(path: SealPath, page: Page) -> Result<Response, PageError> {
    content_of(&page, &Paper::Order(path.id)).await
}

pub(super) async fn bring(path: SealPath, page: Page, form: Multipart) -> Result<Response, PageError> {
    match taken(&page, &Paper::Order(path.id.clone()), form).await? {
        None => Ok(page.done(&ShowPath { id: path.id }, "seals-done", &[])),
        Some(fields) => draw(&page, &path.id, fields).await,
    }
}

/// The qualified signatures beside the head's own in the system.
pub(super) async fn sealing(page: &Page, tx: &mut Tx, order: &Order) -> Result<Sealing, PageError> {
    let paper = Paper::Order(order.id.clone());
    let signatures = store::signatures::of_paper(tx, &order.school, &paper).await?;
    let act = SealPath { id: order.id.clone() }.to_string();
    of_paper(page, tx, (&order.school, &paper), &signatures, act).await
}
