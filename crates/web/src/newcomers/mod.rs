//! Pages about newcomers, for the coordinator: who is enrolled, until when the first order is due, and the
//! provisional mentor (feat:C1, C19; Law 293-VI Art. 13).

mod list;
mod show;

use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::NewcomerId;
use domain::mentors::Rule;
use domain::newcomers::{FirstOrder, ProvisionalRefused};
use domain::people::Role;
use i18n::Lang;
use serde::Deserialize;

/// Everybody who is enrolled.
#[derive(TypedPath)]
#[typed_path("/newcomers")]
pub(crate) struct ListPath;

/// One newcomer.
#[derive(TypedPath, Deserialize)]
#[typed_path("/newcomers/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: NewcomerId,
}

/// A provisional mentor is named.
#[derive(TypedPath, Deserialize)]
#[typed_path("/newcomers/{id}/provisional", rejection(PageError))]
pub(crate) struct NamePath {
    pub(crate) id: NewcomerId,
}

/// The provisional mentor is taken back before there is an order.
#[derive(TypedPath, Deserialize)]
#[typed_path("/newcomers/{id}/provisional/take-back", rejection(PageError))]
pub(crate) struct TakeBackPath {
    pub(crate) id: NewcomerId,
}

const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of newcomers.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(COORDINATOR, list::list)
        .get(COORDINATOR, show::show)
        .post(COORDINATOR, show::name)
        .post(COORDINATOR, show::take_back)
}

/// Where the first order stands, in a sentence, and how it looks beside the name.
fn order_words(lang: Lang, order: FirstOrder) -> (String, &'static str) {
    let dated = |key, day| i18n::t(lang, key, &[("day", i18n::day_short(lang, day).into())]);
    match order {
        FirstOrder::Signed => (i18n::t(lang, "newcomers-order-signed", &[]), ""),
        FirstOrder::Named(day) => (dated("newcomers-order-named", day), "near"),
        FirstOrder::Open(day) => (dated("newcomers-order-open", day), "near"),
        FirstOrder::Late(day) => (dated("newcomers-order-late", day), "late"),
    }
}

const fn refusal(why: ProvisionalRefused) -> &'static str {
    match why {
        ProvisionalRefused::NotNow(_) => "newcomers-refused-not-now",
        ProvisionalRefused::HasMentor => "newcomers-refused-has-mentor",
        ProvisionalRefused::NotEligible(Rule::NotNewcomer) => "newcomers-refused-newcomer",
        ProvisionalRefused::NotEligible(_) => "newcomers-refused-not-eligible",
        ProvisionalRefused::HasOrder => "newcomers-refused-has-order",
    }
}
