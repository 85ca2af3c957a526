//! What a pupil does with other pupils is paused for a time: by an adult who looks after the pupil, or because a case of a
//! concern is open. Both look the same to everybody, and neither leaves a line in the school's log: a line that is missing
//! would tell which it is (neg:N20; docs/decisions/0047, 0048).

use super::{Ground, kept};
use crate::{Context, Failed, Never};
use domain::peers::{Pause, pause_until};
use domain::{Day, PupilId, SchoolId};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// The pupils of a school who begin nothing with other pupils today, whatever the reason.
pub(crate) async fn paused(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<BTreeSet<PupilId>> {
    let mut all = crate::concerns::all_frozen(tx, school).await?;
    let by_adults = store::peers::pauses(tx, school).await?;
    all.extend(by_adults.into_iter().filter(|one| one.holds_on(today)).map(|one| one.pupil));
    Ok(all)
}

/// The actor's own pause of a pupil, while it holds: whoever else paused the pupil is told to nobody.
pub(super) async fn own(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    id: &PupilId,
) -> store::Result<Option<Pause>> {
    let is_own =
        |one: &Pause| one.pupil == *id && one.paused.0 == context.actor.person && one.holds_on(context.today);
    Ok(store::peers::pauses(tx, school).await?.into_iter().find(is_own))
}

/// The actor pauses what a pupil does with other pupils.
pub async fn pause(context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => pause_in(&mut tx, context, id))
}

async fn pause_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let pupil = kept(&ground, context, id)?;
    let until = pause_until(context.today);
    if own(tx, context, &pupil.school, id).await?.is_some_and(|one| one.until == until) {
        // The form came twice.
        return Ok(());
    }
    let paused = (context.actor.person.clone(), context.now);
    let pause = Pause { school: pupil.school, pupil: pupil.id, paused, until };
    Ok(store::peers::pause(tx, &pause).await?)
}

/// The actor takes the own pause back. Whether the pupil meets others again depends on nobody else's pause either.
pub async fn resume(context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => resume_in(&mut tx, context, id))
}

async fn resume_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let pupil = kept(&ground, context, id)?;
    // Where none stands, the form came twice.
    let Some(pause) = own(tx, context, &pupil.school, id).await? else { return Ok(()) };
    Ok(store::peers::resume(tx, &pause).await?)
}
