//! A consent is given, taken back, or refused by stepping back; once given it is a paper.

use super::{ConsentPaperPath, ConsentPath};
use crate::errors::{refused, unprinted};
use crate::files::shown;
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::{Page, PageError, handouts};
use actions::consents::{Step, print};
use axum::response::Response;
use domain::consents::ConsentRefused;
use domain::sides::Side;

pub(super) async fn consent(path: ConsentPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (step, done) = match fields.value("step") {
        "give" => (Step::Give, "orders-done-consent"),
        "withdraw" => (Step::Withdraw, "orders-done-withdrawn"),
        "step_back" => (Step::StepBack, "orders-done-stepped-back"),
        _ => return Err(PageError::Unreadable),
    };
    let stepped = actions::consents::step(&page.context(), &path.pair, step).await;
    // The pair's page says what comes next, also where it has ended.
    let pair = crate::pairs::ShowPath { id: path.pair };
    match stepped {
        Ok(()) => Ok(page.done(&pair, done, &[])),
        Err(failed) => Ok(page.lead(&pair, FlashKind::Refused, refusal(refused(failed)?), &[])),
    }
}

const fn refusal(why: ConsentRefused) -> &'static str {
    match why {
        ConsentRefused::NotAwaited => "orders-refused-consent-over",
        ConsentRefused::Provisional => "orders-refused-consent-provisional",
    }
}

pub(super) async fn paper(path: ConsentPaperPath, page: Page) -> Result<Response, PageError> {
    let side = Side::from_word(&path.side).ok_or(PageError::NotFound)?;
    let lang = handouts::lang(&path.lang)?;
    let printed = print(&page.context(), &path.pair, side, lang, &page.app.config.address).await;
    Ok(shown(printed.map_err(unprinted)?, "application/pdf", "consent.pdf"))
}
