//! Commitments: duties ticked one by one before somebody mentors or chooses (feat:B8).

use crate::{Context, Failed};
use domain::PersonId;
use domain::commitments::{CommitRefused, Commitment, Duty, VERSION, may_commit};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use store::{Tx, WriteTx};

/// What the reader has given on a side of a programme.
pub async fn own(
    tx: &mut Tx,
    programme: &Programme,
    person: &PersonId,
    side: Side,
) -> store::Result<Option<Commitment>> {
    store::commitments::of_person(tx, &programme.school, &programme.id, person, side).await
}

/// A newcomer ticks every duty.
pub async fn commit(
    context: &Context<'_>,
    programme: &Programme,
    ticked: &[Duty],
) -> Result<(), Failed<CommitRefused>> {
    store::change!(context.db, tx => commit_in(&mut tx, context, programme, ticked))
}

async fn commit_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    ticked: &[Duty],
) -> Result<(), Failed<CommitRefused>> {
    let me = &context.actor.person;
    let newcomer = store::newcomers::of_person(tx, &programme.id, me).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::Commit { newcomer: &newcomer.person })?;
    may_commit(ticked, programme, context.today).map_err(Failed::Refused)?;
    let given = own(tx, programme, me, Side::Newcomer).await?;
    // The form came twice.
    if given.is_some_and(|given| given.version == VERSION) {
        return Ok(());
    }
    keep(tx, context, programme, Side::Newcomer).await?;
    Ok(())
}

/// Keeps that the actor has ticked every duty of a side, with the day and the version of the texts.
pub(crate) async fn keep(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    side: Side,
) -> store::Result<()> {
    let given = Commitment {
        school: programme.school.clone(),
        programme: programme.id.clone(),
        person: context.actor.person.clone(),
        side,
        version: VERSION,
        given_at: context.now,
    };
    store::commitments::give(tx, &given).await?;
    context.audit(tx, &given.school, "commitment-given", given.person.as_str(), side.word()).await
}
