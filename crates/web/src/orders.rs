//! Orders and what leads to them: the consents of both, drafts, the head's signature, the paper, the public
//! check.

mod consent;
mod here;
mod history;
mod list;
mod show;
mod verify;

use crate::reports::seals::MOST_FORM;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::orders::{Order, OrderRefused, Sheet, State};
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::{OrderId, PairId};
use serde::Deserialize;

/// Orders, and consents that are awaited.
#[derive(TypedPath)]
#[typed_path("/orders")]
pub(crate) struct ListPath;

/// Drafts are made of the pairs that wait.
#[derive(TypedPath)]
#[typed_path("/orders/prepare")]
pub(crate) struct PreparePath;

/// One order.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: OrderId,
}

/// The head enters number and date.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/sign", rejection(PageError))]
pub(crate) struct SignPath {
    pub(crate) id: OrderId,
}

/// The head signs it in the system, with a new proof of who signs.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/sign-here", rejection(PageError))]
pub(crate) struct SignHerePath {
    pub(crate) id: OrderId,
}

/// What a qualified signature signs; by POST the file with it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/seal", rejection(PageError))]
pub(crate) struct SealPath {
    pub(crate) id: OrderId,
}

/// The head has read it, and it goes into the folder with its number and date.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/read", rejection(PageError))]
pub(crate) struct ReadPath {
    pub(crate) id: OrderId,
}

/// The coordinator notes the council's minutes.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/minutes", rejection(PageError))]
pub(crate) struct MinutesPath {
    pub(crate) id: OrderId,
}

/// A draft is thrown away.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/discard", rejection(PageError))]
pub(crate) struct DiscardPath {
    pub(crate) id: OrderId,
}

/// The paper in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: OrderId,
    pub(crate) lang: String,
}

/// One side of a pair consents, takes it back or steps back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/{pair}/consent", rejection(PageError))]
pub(crate) struct ConsentPath {
    pub(crate) pair: PairId,
}

/// The consent of one side of a pair, on paper in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/{pair}/consent/{side}/{lang}", rejection(PageError))]
pub(crate) struct ConsentPaperPath {
    pub(crate) pair: PairId,
    pub(crate) side: String,
    pub(crate) lang: String,
}

/// The public check of a paper by its code.
#[derive(TypedPath, Deserialize)]
#[typed_path("/verify/{code}", rejection(PageError))]
pub(crate) struct VerifyPath {
    pub(crate) code: String,
}

const READERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head, Role::Newcomer, Role::Mentor]);
const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
const HEAD: Access = Access::OneOf(&[Role::Head]);

/// Routes of orders and consents.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(READERS, list::list)
        .post(COORDINATOR, list::prepare)
        .get(READERS, show::show)
        .post(HEAD, show::sign)
        .post(HEAD, here::sign)
        .post(HEAD, here::mark_read)
        .get(HEAD, here::content)
        .post_file(HEAD, MOST_FORM, here::bring)
        .post(COORDINATOR, show::minutes)
        .post(COORDINATOR, show::discard)
        .get(READERS, show::paper)
        .post(Access::OneOf(&[Role::Newcomer, Role::Mentor]), consent::consent)
        .get(READERS, consent::paper)
        .get(Access::Anyone, verify::verify)
}

/// Those named in an order read it once it is signed; the coordinator and the head read drafts too.
fn readable(page: &Page, order: &Order, sheet: &Sheet) -> bool {
    let named = matches!(order.state, State::Signed(_)) && sheet.names(&page.actor().person);
    may(page.actor(), &Action::ReadOrder { school: &order.school, named }).is_ok()
}

pub(crate) const fn refusal(why: OrderRefused) -> &'static str {
    match why {
        OrderRefused::NotDraft => "orders-refused-not-draft",
        OrderRefused::BadNumber => "orders-refused-bad-number",
        OrderRefused::NumberTaken => "orders-refused-number-taken",
        OrderRefused::BadDate => "orders-refused-bad-date",
        OrderRefused::PairChanged => "orders-refused-pair-changed",
        OrderRefused::Overlaps => "orders-refused-overlaps",
        OrderRefused::NothingToOrder => "orders-refused-nothing",
        OrderRefused::Changed => "orders-refused-changed",
        OrderRefused::Wrong => "reports-refused-wrong",
        OrderRefused::NoPassword => "reports-sign-no-password",
    }
}
