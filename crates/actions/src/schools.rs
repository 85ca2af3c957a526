//! Schools: what papers say of one is corrected.

use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::schools::{Alike, School};
use domain::{Instant, SchoolId};
use store::{Tx, WriteTx};

/// Corrects what papers and pages say of a school; signed orders keep what they said. `wanted` has the version that
/// was on the screen; district and clock stay as they are. What would make it be taken for another one is refused, unless it
/// was so before.
pub async fn correct(context: &Context<'_>, wanted: &School) -> Result<(), Failed<Alike>> {
    store::change!(context.db, tx => correct_in(&mut tx, context, wanted))
}

async fn correct_in(tx: &mut WriteTx, context: &Context<'_>, wanted: &School) -> Result<(), Failed<Alike>> {
    may(context.actor, &Action::ManageSchool(&wanted.id))?;
    let before = store::schools::get(tx, &wanted.id).await?.ok_or(Failed::NotFound)?;
    if before.version != wanted.version {
        return Err(Failed::Changed);
    }
    let pairs = before.said().into_iter().zip(wanted.said());
    let differing: Vec<&str> = pairs.filter(|(was, is)| was != is).map(|(_, (word, _))| word).collect();
    if differing.is_empty() {
        return Ok(());
    }
    let detail = differing.join(" ");
    let (district, utc_offset_minutes) = (before.district.clone(), before.utc_offset_minutes);
    let after = School { district, utc_offset_minutes, ..wanted.clone() };
    let schools = store::schools::every(tx).await?;
    if let Some(alike) = after.alike(&schools).filter(|alike| before.alike(&schools).as_ref() != Some(alike))
    {
        return Err(Failed::Refused(alike));
    }
    store::schools::save(tx, &after).await?;
    context.audit(tx, &wanted.id, "school-corrected", wanted.id.as_str(), &detail).await?;
    Ok(())
}

/// Writes into the log of a school that the database was brought back from an archive, and when that was made.
pub async fn note_restored(
    context: &Context<'_>,
    id: &SchoolId,
    made_at: Instant,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => note_restored_in(&mut tx, context, id, made_at))
}

async fn note_restored_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SchoolId,
    made_at: Instant,
) -> Result<(), Failed<Never>> {
    // Only the machine itself restores.
    may(context.actor, &Action::GiveRoles(id))?;
    context.audit(tx, id, "database-restored", id.as_str(), &made_at.to_string()).await?;
    Ok(())
}

/// The other schools of a school's district.
pub(crate) async fn neighbours(tx: &mut Tx, school: &SchoolId) -> store::Result<Vec<SchoolId>> {
    let Some(own) = store::schools::get(tx, school).await? else { return Ok(Vec::new()) };
    let mut schools = store::schools::every(tx).await?;
    schools.retain(|one| one.district == own.district && one.id != own.id);
    Ok(schools.into_iter().map(|one| one.id).collect())
}
