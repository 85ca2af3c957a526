//! The public check of a paper: whether it is real, and nobody's name.

use super::VerifyPath;
use crate::layout::Shell;
use crate::{Open, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::orders::State;
use i18n::Lang;

#[derive(askama::Template)]
#[template(path = "orders/verify.html")]
struct Verify {
    shell: Shell,
    code: String,
    /// Kind, number, date and school of a signed order; nobody's name.
    real: Option<(String, String, Day, String)>,
}

pub(super) async fn verify(path: VerifyPath, open: Open) -> Result<Response, PageError> {
    let mut tx = open.app.db.read().await?;
    let order = store::orders::by_code(&mut tx, &path.code).await?;
    let mut real = None;
    if let Some(order) = order
        && let State::Signed(signature) = &order.state
        && let Some(school) = store::schools::get(&mut tx, &order.school).await?
    {
        let name = if open.lang() == Lang::Kk { school.name_kk } else { school.name_ru };
        let kind = format!("orders-kind-{}", order.kind.word());
        real = Some((kind, signature.number.clone(), signature.on, name));
    }
    let status = if real.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    open.show_with(status, &Verify { shell: open.shell(), code: path.code, real })
}
