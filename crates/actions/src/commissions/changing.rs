//! A commission that was named wrongly: another day, hour or place while nothing has begun, and away with it while it hears
//! nobody.

use super::reading::absent;
use super::ties::found;
use super::{Refused, managed};
use crate::letters::{Letter, about_removed, promise};
use crate::{Context, Failed};
use domain::exams::{Commission, Hearing, HearingState};
use domain::{CommissionId, Day, PersonId};
use jiff::civil::Time;
use std::collections::BTreeSet;
use store::WriteTx;

/// When and where a commission sits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The day.
    pub day: Day,
    /// From when on.
    pub from: Time,
    /// Where.
    pub place: String,
}

/// Another day, hour or place, told to everybody who sits in it and whom it hears; the same form that comes twice changes
/// nothing.
pub async fn change(context: &Context<'_>, id: &CommissionId, moved: &Moved) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => change_in(&mut tx, context, id, moved))
}

async fn change_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CommissionId,
    moved: &Moved,
) -> Result<(), Failed<Refused>> {
    let commission = managed::<Refused>(tx, context, id).await?;
    if (commission.day, commission.from, &commission.place) == (moved.day, moved.from, &moved.place) {
        return Ok(());
    }
    let hearings = store::commissions::hearings(tx, &commission).await?;
    let absent = absent(tx, &commission, moved.day).await?;
    match () {
        () if hearings.iter().any(|one| one.state != HearingState::Waiting) => {
            return Err(Failed::Refused(Refused::Begun));
        }
        () if moved.day < context.today => return Err(Failed::Refused(Refused::Past)),
        () if !absent.is_empty() => return Err(Failed::Refused(Refused::Stranger)),
        () => {}
    }
    // Ties have dates: whoever may mark on the one day must not on the other.
    for hearing in &hearings {
        let examiners = hearing.examiners();
        let whom = (&hearing.home, &hearing.candidate);
        let found = found(tx, whom, &hearing.schools(), &examiners, moved.day).await?;
        if !found.is_empty() {
            return Err(Failed::Refused(Refused::Conflicts { candidate: hearing.candidate.clone(), found }));
        }
    }
    let people = told(&commission, &hearings);
    let Moved { day, from, place } = moved.clone();
    let commission = Commission { day, from, place, ..commission };
    store::commissions::change(tx, &commission).await?;
    context.audit(tx, &commission.school, "commission-changed", id.as_str(), "").await?;
    for person in people.iter().filter(|one| **one != context.actor.person) {
        promise(context, tx, person, Letter::HearingMoved, id.as_str()).await?;
    }
    Ok(())
}

/// Everybody who sits in a commission, marks somebody before it or is heard by it.
fn told(commission: &Commission, hearings: &[Hearing]) -> BTreeSet<PersonId> {
    let mut people = commission.members.clone();
    for hearing in hearings {
        people.insert(hearing.candidate.clone());
        people.extend(hearing.examiners());
    }
    people
}

/// Removes a commission that hears nobody; its members are told where its day is still to come.
pub async fn remove(context: &Context<'_>, id: &CommissionId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => remove_in(&mut tx, context, id))
}

async fn remove_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CommissionId,
) -> Result<(), Failed<Refused>> {
    let commission = managed::<Refused>(tx, context, id).await?;
    if !store::commissions::hearings(tx, &commission).await?.is_empty() {
        return Err(Failed::Refused(Refused::Heard));
    }
    store::commissions::remove(tx, &commission).await?;
    context.audit(tx, &commission.school, "commission-removed", id.as_str(), "").await?;
    let others = commission.members.iter().filter(|one| **one != context.actor.person);
    for member in others.filter(|_| commission.day >= context.today) {
        promise(context, tx, member, Letter::CommissionRemoved, &about_removed(&commission)).await?;
    }
    Ok(())
}
