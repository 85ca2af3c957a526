//! What a district offers to its schools: templates that a school showed it, without the school's name.

use super::OffersPath;
use super::templates::{Row, refusal, row};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::programmes::{Offers, offer, offers, withdraw};
use axum::response::Response;
use domain::Day;

#[derive(askama::Template)]
#[template(path = "programmes/offers.html")]
struct List {
    shell: Shell,
    today: Day,
    offered: Vec<Row>,
    shown: Vec<Row>,
}

pub(super) async fn list(_: OffersPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let Offers { offered, shown } = offers(&mut tx, &page.context()).await?;
    let rows = |templates: Vec<_>| templates.into_iter().map(|one| row(&page, one)).collect();
    page.show(&List { shell: page.shell(), today: page.today(), offered: rows(offered), shown: rows(shown) })
}

pub(super) async fn step(_: OffersPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let id = fields.value("template").into();
    let (done, key) = match fields.value("step") {
        "offer" => (offer(&page.context(), &id).await, "programmes-done-offered"),
        "withdraw" => (withdraw(&page.context(), &id).await, "programmes-done-withdrawn"),
        _ => return Err(PageError::Unreadable),
    };
    match done {
        Ok(()) => Ok(page.done(&OffersPath, key, &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&OffersPath, FlashKind::Refused, refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}
