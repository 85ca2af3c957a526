//! Who is with a newcomer until there is a pair (feat:C19; neg:N21): the one place where it is put into words.

use crate::{Page, PageError};
use domain::people::Name;
use domain::{NewcomerId, SchoolId};
use store::Tx;

/// In the words for whoever leads.
pub(crate) async fn for_now(
    page: &Page,
    tx: &mut Tx,
    school: &SchoolId,
    newcomer: &NewcomerId,
) -> Result<String, PageError> {
    Ok(told(page, beside(tx, school, newcomer).await?.as_ref()))
}

/// In the words for the newcomer.
pub(crate) async fn for_now_own(
    page: &Page,
    tx: &mut Tx,
    school: &SchoolId,
    newcomer: &NewcomerId,
) -> Result<String, PageError> {
    Ok(say(page, "newcomers-for-now-own", beside(tx, school, newcomer).await?.as_ref()))
}

/// The words for whoever leads, where the name is known already.
pub(super) fn told(page: &Page, name: Option<&Name>) -> String {
    say(page, "newcomers-for-now", name)
}

async fn beside(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> store::Result<Option<Name>> {
    let person = actions::newcomers::for_now(tx, school, newcomer).await?;
    Ok(person.map(|person| person.name))
}

fn say(page: &Page, key: &str, name: Option<&Name>) -> String {
    match name {
        Some(name) => i18n::t(page.lang(), key, &[("name", name.polite().into())]),
        None => page.text(&format!("{key}-none")),
    }
}
