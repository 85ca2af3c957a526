//! The coordinator says that somebody is not at school for some days (feat:C2): planned joint work of these days is taken back,
//! the others concerned are told, and the next plan finds other days while everything else stands.

use crate::rotations::renew_of;
use crate::{Context, Failed, Never};
use domain::absences::{Absence, AbsenceRefused, may_enter};
use domain::permissions::{Action, may};
use domain::{AbsenceId, Day, PersonId, SchoolId};
use store::{Tx, WriteTx};

/// What is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Who is away.
    pub person: PersonId,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

fn school<'a, R>(context: &Context<'a>) -> Result<&'a SchoolId, Failed<R>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageRotations(school))?;
    Ok(school)
}

/// Those that are not over, the earliest first, for whoever plans joint work.
pub async fn standing(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Absence>, Failed<Never>> {
    let mut absences = store::absences::of_school(tx, school(context)?).await?;
    absences.retain(|one| one.until >= context.today);
    Ok(absences)
}

/// Enters days; gives how many planned meetings were taken back. The same a second time is the first: the form came twice.
pub async fn enter(context: &Context<'_>, wanted: &Wanted) -> Result<usize, Failed<AbsenceRefused>> {
    store::change!(context.db, tx => enter_in(&mut tx, context, wanted))
}

async fn enter_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    wanted: &Wanted,
) -> Result<usize, Failed<AbsenceRefused>> {
    let school = school(context)?;
    let Wanted { person, from, until } = wanted;
    may_enter(*from, *until, context.today).map_err(Failed::Refused)?;
    let mut there = store::absences::of_school(tx, school).await?;
    there.retain(|one| one.person == *person);
    if there.iter().any(|one| (one.from, one.until) == (*from, *until)) {
        return Ok(0);
    }
    if !crate::people::working(tx, school, context.today).await?.contains(person) {
        return Err(Failed::Refused(AbsenceRefused::Person));
    }
    if there.iter().any(|one| one.meets(*from, *until)) {
        return Err(Failed::Refused(AbsenceRefused::Taken));
    }
    let absence = Absence {
        id: context.id(),
        school: school.clone(),
        person: person.clone(),
        from: *from,
        until: *until,
        entered: (context.actor.person.clone(), context.now),
    };
    store::absences::add(tx, &absence).await?;
    context.audit(tx, school, "absence-entered", person.as_str(), "").await?;
    Ok(renew_of(tx, context, Some(&absence)).await?)
}

/// Removes days that were entered by mistake, or ended early. What was planned anew meanwhile stays.
pub async fn remove(context: &Context<'_>, id: &AbsenceId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => remove_in(&mut tx, context, id))
}

async fn remove_in(tx: &mut WriteTx, context: &Context<'_>, id: &AbsenceId) -> Result<(), Failed<Never>> {
    let school = school(context)?;
    let there = store::absences::of_school(tx, school).await?;
    let absence = there.iter().find(|one| one.id == *id).ok_or(Failed::NotFound)?;
    store::absences::remove(tx, school, id).await?;
    Ok(context.audit(tx, school, "absence-removed", absence.person.as_str(), "").await?)
}
