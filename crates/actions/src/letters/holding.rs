//! Who holds a link of a letter: the person to whom it was written, as of now.

use domain::calendar::local;
use domain::people::Actor;
use domain::{Instant, PersonId};
use i18n::Lang;
use jiff::civil::DateTime;
use store::Tx;

/// The person to whom a letter was written.
pub(crate) struct Holder {
    /// Who they are today.
    pub(crate) actor: Actor,
    /// Their language.
    pub(crate) lang: Lang,
    /// Day and time where they are.
    pub(crate) here: DateTime,
}

/// Who holds a link that was written to a person; `None` where they no longer work here.
pub(crate) async fn holder(tx: &mut Tx, person: &PersonId, now: Instant) -> store::Result<Option<Holder>> {
    let Some(person) = store::people::get(tx, person).await? else { return Ok(None) };
    let Some(school) = &person.school else { return Ok(None) };
    let Some(school) = store::schools::get(tx, school).await? else { return Ok(None) };
    let here = local(now, school.utc_offset_minutes);
    if !person.works_on(here.date()) {
        return Ok(None);
    }
    let roles = store::people::roles_on(tx, &person.id, here.date()).await?;
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    let actor = Actor { person: person.id, school: person.school, district: None, roles };
    Ok(Some(Holder { actor, lang, here }))
}
