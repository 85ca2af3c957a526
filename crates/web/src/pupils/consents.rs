//! What a paper says is entered; a consent is withdrawn.

use super::show::draw;
use super::{ConsentsPath, ShowPath, WithdrawPath};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::pupils::consents::{enter as do_enter, withdraw as do_withdraw};
use actions::sociometries::recount;
use axum::response::Response;
use domain::pupils::consents::{EnterRefused, Entry, MOST_NAME, MOST_PLACE, Part, Way};

/// Everything that was typed, or nothing where a field is wrong.
fn read(fields: &mut Fields) -> Option<Entry> {
    let representative = fields.optional_text("representative", MOST_NAME);
    let way = fields.choice("way", Way::from_word);
    let place = fields.text("place", MOST_PLACE);
    let given_on = fields.day("given_on");
    let parts = fields.values("part").into_iter().filter_map(Part::from_word).collect();
    let child_agreed = fields.ticked("child");
    let entry = Entry { representative, way: way?, place, given_on: given_on?, parts, child_agreed };
    fields.is_right().then_some(entry)
}

pub(super) async fn enter(path: ConsentsPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(entry) = read(&mut fields) else { return draw(&page, &path.id, fields).await };
    match do_enter(&page.context(), &path.id, &entry).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "pupils-done-entered", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = refusal(why);
            fields.refuse(field, key, &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Under which field a refusal stands, and its key.
pub(super) const fn refusal(why: EnterRefused) -> (&'static str, &'static str) {
    match why {
        EnterRefused::NoPart => ("part", "pupils-refused-no-part"),
        EnterRefused::Representative => ("representative", "pupils-refused-representative"),
        EnterRefused::NotConnected => ("way", "pupils-refused-not-connected"),
        EnterRefused::Ahead => ("given_on", "pupils-refused-ahead"),
        EnterRefused::EarlierYear => ("given_on", "pupils-refused-earlier-year"),
        EnterRefused::Withdrawn => ("given_on", "pupils-refused-withdrawn"),
    }
}

pub(super) async fn withdraw(path: WithdrawPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let part = Part::from_word(fields.value("part")).ok_or(PageError::NotFound)?;
    do_withdraw(&page.context(), &path.id, part).await?;
    if let Some(vault) = page.app.config.vault.as_deref() {
        recount(&page.context(), vault, &path.id).await?;
    }
    Ok(page.done(&ShowPath { id: path.id }, "pupils-done-withdrawn", &[]))
}
