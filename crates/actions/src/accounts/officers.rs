//! Officers of a district's department. They see figures and forms, no person of a school (rules §17); whoever looks
//! after the installation appoints them from its command line.

use super::founding::{Leader, new_person};
use super::slips::{Slip, make};
use crate::{Context, Failed};
use domain::DistrictId;
use domain::people::{Person, Role};
use domain::permissions::{Action, may};
use store::{StoreError, WriteTx};

/// Why nobody is appointed or dismissed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficerRefused {
    /// Somebody else has this e-mail.
    EmailTaken,
    /// Several officers are named so: the e-mail tells them apart.
    Namesakes,
    /// Nobody of the department is named so.
    Nobody,
}

/// Makes somebody an officer of a district, with a code by which they sign in; an officer who is known already gets a
/// new code, and the old one is void.
pub async fn appoint(
    context: &Context<'_>,
    district: &DistrictId,
    officer: &Leader,
    lang: &str,
) -> Result<Slip, Failed<OfficerRefused>> {
    let slip = store::change!(context.db, tx => appoint_in(&mut tx, context, district, officer, lang));
    match slip {
        // Ids are new and logins are looked for: the only other unique key is the e-mail.
        Err(Failed::Store(StoreError::Taken)) => Err(Failed::Refused(OfficerRefused::EmailTaken)),
        other => other,
    }
}

async fn appoint_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    district: &DistrictId,
    officer: &Leader,
    lang: &str,
) -> Result<Slip, Failed<OfficerRefused>> {
    may(context.actor, &Action::AppointOfficers(district))?;
    if let Some(known) = known(tx, context, district, officer).await? {
        return Ok(make(tx, context, known).await?);
    }
    let person = new_person(context, officer, lang, None);
    store::people::add(tx, &person, Some(district)).await?;
    store::people::open_role(tx, &person.id, Role::DistrictOfficer, context.today).await?;
    let role = Role::DistrictOfficer.word();
    context.audit_at(tx, None, "role-given", person.id.as_str(), role).await?;
    Ok(make(tx, context, person).await?)
}

/// Ends the work of an officer: the role, every session and every code, in one transaction.
pub async fn dismiss(
    context: &Context<'_>,
    district: &DistrictId,
    officer: &Leader,
) -> Result<Person, Failed<OfficerRefused>> {
    store::change!(context.db, tx => dismiss_in(&mut tx, context, district, officer))
}

async fn dismiss_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    district: &DistrictId,
    officer: &Leader,
) -> Result<Person, Failed<OfficerRefused>> {
    may(context.actor, &Action::AppointOfficers(district))?;
    let person = known(tx, context, district, officer).await?;
    let person = person.ok_or(Failed::Refused(OfficerRefused::Nobody))?;
    store::people::close_role(tx, &person.id, Role::DistrictOfficer, context.today).await?;
    store::accounts::void_codes(tx, &person.id, context.now).await?;
    store::accounts::end_sessions_of(tx, &person.id).await?;
    let role = Role::DistrictOfficer.word();
    context.audit_at(tx, None, "role-taken", person.id.as_str(), role).await?;
    Ok(person)
}

/// The one officer of today with this name, and with this e-mail where one is given.
async fn known(
    tx: &mut WriteTx,
    context: &Context<'_>,
    district: &DistrictId,
    officer: &Leader,
) -> Result<Option<Person>, Failed<OfficerRefused>> {
    let mut known = store::people::officers(tx, district, context.today).await?;
    known.retain(|person| {
        person.name == officer.name && (officer.email.is_none() || person.email == officer.email)
    });
    let one = known.pop();
    if known.is_empty() { Ok(one) } else { Err(Failed::Refused(OfficerRefused::Namesakes)) }
}
