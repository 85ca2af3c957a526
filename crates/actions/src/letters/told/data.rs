//! Once a term: is what the school keeps of somebody right?

use super::{Reader, Told};
use crate::data_checks::{fresh, term};
use domain::permissions::{Action, may};
use store::Tx;

/// For whoever has not looked in the term of which it tells, and takes letters that go to many.
pub(super) async fn due(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let me = &reader.actor.person;
    let Some(school) = &reader.actor.school else { return Ok(None) };
    let asked = may(&reader.actor, &Action::ConfirmData { person: me }).is_ok();
    if !asked || !reader.wishes.messages || term(reader.today).to_string() != about {
        return Ok(None);
    }
    let looked = fresh(tx, school, reader.today).await?.contains(me);
    Ok((!looked).then(|| Told::new("data-due", "letters-act-data", "/profile".to_owned())))
}
