//! Sittings that other schools of the district have opened (docs/decisions/0062): a candidate takes a place there after the
//! gates of their own school, the school that holds the sitting reads who comes while that decides something, and the own
//! school reads what it came to.

use super::reading::{Paper, course, may_sit};
use crate::{Context, Failed};
use domain::appeals::About;
use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use domain::courses::Course;
use domain::exams::{NotAdmitted, Sitting, SittingState, State};
use domain::permissions::{Action, may};
use domain::questions::Points;
use domain::schools::School;
use domain::{Day, ExamId, PersonId, SchoolId};
use std::collections::BTreeMap;
use store::attempts::{Kept, Told};
use store::sittings::Guest;
use store::{Tx, WriteTx};

/// The day on which a sitting begins, on the clock of the school that holds it.
pub(super) async fn day(tx: &mut Tx, sitting: &Sitting) -> store::Result<Day> {
    let school = store::schools::get(tx, &sitting.school).await?;
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    Ok(local(sitting.begins, offset).date())
}

/// Somebody of another school has a place in a sitting.
async fn has_place(
    tx: &mut Tx,
    sitting: &Sitting,
    home: &SchoolId,
    person: &PersonId,
) -> store::Result<bool> {
    let guests = store::sittings::guests(tx, sitting).await?;
    Ok(guests.iter().any(|one| one.person == *person && one.home == *home))
}

/// Whether somebody has a place in a sitting of another school; `None` where that sitting is not there for them: neither have
/// they one, nor is it open to their school.
pub(crate) async fn place(
    tx: &mut Tx,
    sitting: &Sitting,
    home: &SchoolId,
    person: &PersonId,
) -> store::Result<Option<bool>> {
    if has_place(tx, sitting, home, person).await? {
        return Ok(Some(true));
    }
    let open = store::sittings::opened_to(tx, home).await?;
    Ok(open.iter().any(|one| one.id == sitting.id).then_some(false))
}

/// Sittings of other schools: those in which somebody has a place, and those that are open to their school; with whether
/// they have one.
pub(crate) async fn elsewhere(
    tx: &mut Tx,
    home: &SchoolId,
    person: &PersonId,
) -> store::Result<Vec<(Sitting, bool)>> {
    let mut found = Vec::new();
    for sitting in store::sittings::elsewhere(tx, home).await? {
        if has_place(tx, &sitting, home, person).await? {
            found.push((sitting, true));
        }
    }
    let mine: Vec<ExamId> = found.iter().map(|(sitting, _)| sitting.id.clone()).collect();
    let open = store::sittings::opened_to(tx, home).await?.into_iter();
    found.extend(open.filter(|one| !mine.contains(&one.id)).map(|one| (one, false)));
    Ok(found)
}

/// A sitting of another school for the actor themselves, and whether they have a place in it.
async fn visited<'a>(
    tx: &mut Tx,
    context: &Context<'a>,
    id: &ExamId,
) -> Result<(Sitting, &'a SchoolId, bool), Failed<NotAdmitted>> {
    let home = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let person = &context.actor.person;
    let sitting = store::sittings::get(tx, id).await?.filter(|one| one.school != *home);
    let sitting = sitting.ok_or(Failed::NotFound)?;
    let place = place(tx, &sitting, home, person).await?;
    may(context.actor, &Action::VisitSitting { home, person, opened: place.is_some() })?;
    Ok((sitting, home, place == Some(true)))
}

/// What keeps a candidate from a place in a sitting of another school: the sitting itself, the gates of their own school by
/// the day of it, a paper that waits for its result, a place in another sitting.
pub(crate) async fn kept_from(
    tx: &mut Tx,
    context: &Context<'_>,
    sitting: &Sitting,
    course: &Course,
) -> store::Result<Option<NotAdmitted>> {
    let (home, person) = (&course.school, &course.candidate.person);
    if let Err(why) = sitting.takes_guests(context.now) {
        return Ok(Some(why));
    }
    if sitting.is_full(store::sittings::guests(tx, sitting).await?.len()) {
        return Ok(Some(NotAdmitted::Full));
    }
    if !may_sit(course, day(tx, sitting).await?, context.now) {
        return Ok(Some(NotAdmitted::Standing(course.candidate.state.clone())));
    }
    if crate::attempts::waits_for_a_result(tx, sitting, home, person).await? {
        return Ok(Some(NotAdmitted::OtherPaper));
    }
    for other in store::sittings::elsewhere(tx, home).await? {
        let ahead = other.id != sitting.id && other.takes_guests(context.now).is_ok();
        if ahead && has_place(tx, &other, home, person).await? {
            return Ok(Some(NotAdmitted::OtherPlace));
        }
    }
    Ok(None)
}

/// The actor takes a place in a sitting of another school; whoever has one keeps it.
pub async fn take_place(context: &Context<'_>, id: &ExamId) -> Result<(), Failed<NotAdmitted>> {
    store::change!(context.db, tx => take_place_in(&mut tx, context, id))
}

async fn take_place_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
) -> Result<(), Failed<NotAdmitted>> {
    let (sitting, home, has) = visited(tx, context, id).await?;
    if has {
        // The form came twice.
        return Ok(());
    }
    let course = course(tx, home, &context.actor.person).await?.ok_or(Failed::NotFound)?;
    if let Some(why) = kept_from(tx, context, &sitting, &course).await? {
        return Err(Failed::Refused(why));
    }
    let guest = Guest { person: context.actor.person.clone(), home: home.clone() };
    store::sittings::take_place(tx, &sitting, &guest, context.now).await?;
    // Two who come at once are told apart by the version: the later one counts the places anew.
    store::sittings::save(tx, &sitting).await?;
    Ok(context.audit(tx, home, "exam-place-taken", id.as_str(), "").await?)
}

/// The actor gives their place back, as long as they have opened no paper.
pub async fn give_place_back(context: &Context<'_>, id: &ExamId) -> Result<(), Failed<NotAdmitted>> {
    store::change!(context.db, tx => give_place_back_in(&mut tx, context, id))
}

async fn give_place_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
) -> Result<(), Failed<NotAdmitted>> {
    let (sitting, home, has) = visited(tx, context, id).await?;
    if !has {
        return Ok(());
    }
    let person = &context.actor.person;
    sitting.takes_guests(context.now).map_err(Failed::Refused)?;
    if store::attempts::in_sitting(tx, &sitting.school, id, person).await?.is_some() {
        return Err(Failed::Refused(NotAdmitted::HasPaper));
    }
    Ok(strike_off(tx, context, &sitting, home, person).await?)
}

async fn strike_off(
    tx: &mut WriteTx,
    context: &Context<'_>,
    sitting: &Sitting,
    home: &SchoolId,
    person: &PersonId,
) -> store::Result<()> {
    store::sittings::give_place_back(tx, sitting, person).await?;
    context.audit(tx, home, "exam-place-returned", sitting.id.as_str(), "").await
}

/// Gives back the places of somebody who goes out of the course, or leaves the school.
pub(crate) async fn free(
    tx: &mut WriteTx,
    context: &Context<'_>,
    home: &SchoolId,
    person: &PersonId,
) -> store::Result<()> {
    for sitting in store::sittings::elsewhere(tx, home).await? {
        let ahead = sitting.takes_guests(context.now).is_ok();
        let listed = ahead && has_place(tx, &sitting, home, person).await?;
        if listed && store::attempts::in_sitting(tx, &sitting.school, &sitting.id, person).await?.is_none() {
            strike_off(tx, context, &sitting, home, person).await?;
        }
    }
    Ok(())
}

/// Somebody of another school in a sitting, for its coordinator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// Name and school, as long as that decides something: until the result stands. Then the paper has a number alone.
    pub called: Option<(String, School)>,
}

/// Who of other schools has a place in a sitting, for whoever manages it ([`super::managed`]).
pub async fn visitors(
    tx: &mut Tx,
    context: &Context<'_>,
    sitting: &Sitting,
    papers: &[Paper],
) -> store::Result<BTreeMap<PersonId, Visitor>> {
    let mut visitors = BTreeMap::new();
    for Guest { person, home } in store::sittings::guests(tx, sitting).await? {
        let paper = papers.iter().map(|paper| &paper.kept).find(|kept| kept.attempt.person == person);
        let called = if decides(tx, sitting, paper, context.today).await? {
            called(tx, &person, &home).await?
        } else {
            None
        };
        visitors.insert(person, Visitor { called });
    }
    Ok(visitors)
}

/// Whose paper it is decides something still: they come, they write, the result is not told for good, or it may be appealed
/// against.
async fn decides(tx: &mut Tx, sitting: &Sitting, paper: Option<&Kept>, today: Day) -> store::Result<bool> {
    match (&sitting.state, paper) {
        (SittingState::CalledOff { .. }, _) | (SittingState::Closed { .. }, None) => Ok(false),
        (_, Some(kept)) if kept.told.as_ref().is_some_and(|told| told.passed().is_some()) => {
            crate::appeals::runs(tx, kept, today).await
        }
        _ => Ok(true),
    }
}

/// Name and school of somebody of another school.
pub(crate) async fn called(
    tx: &mut Tx,
    person: &PersonId,
    home: &SchoolId,
) -> store::Result<Option<(String, School)>> {
    let found = store::people::get(tx, person).await?;
    Ok(found.map(|one| one.name.full()).zip(store::schools::get(tx, home).await?))
}

/// One of the own people in a sitting of another school, for the coordinator of their school.
#[derive(Clone, Debug)]
pub struct Away {
    /// Their name.
    pub name: String,
    /// The school that holds the sitting.
    pub host: School,
    /// The sitting.
    pub sitting: Sitting,
    /// How their paper stands, once it is open.
    pub state: Option<State>,
    /// What it came to, once that was told.
    pub came_to: Option<CameTo>,
    /// How the appeal against it stands ([`domain::appeals::State::outcome`]), where one was filed: neither the grounds nor
    /// who decides and why.
    pub appeal: Option<String>,
}

/// What a paper came to, as the own school reads it: not who looked a second time, and why they decided so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CameTo {
    /// Points.
    pub points: Points,
    /// What the whole paper brings.
    pub of: Points,
    /// The theory was passed; nothing while a result at the border waits for a second look.
    pub passed: Option<bool>,
}

impl CameTo {
    fn of(told: &Told) -> Self {
        Self { points: told.points, of: told.of, passed: told.passed() }
    }
}

/// The own people in sittings of other schools, the latest sitting first; nobody for whoever manages no sittings. Of
/// anybody else there, nothing.
pub async fn away(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Away>> {
    let mut found = Vec::new();
    let Some(home) = &context.actor.school else { return Ok(found) };
    if may(context.actor, &Action::ManageSittings(home)).is_err() {
        return Ok(found);
    }
    for sitting in store::sittings::elsewhere(tx, home).await? {
        let Some(host) = store::schools::get(tx, &sitting.school).await? else { continue };
        for guest in store::sittings::guests(tx, &sitting).await?.into_iter().filter(|one| one.home == *home)
        {
            let person = &guest.person;
            let Some(who) = store::people::get(tx, person).await? else { continue };
            let paper = store::attempts::in_sitting(tx, &sitting.school, &sitting.id, person).await?;
            let about = paper.as_ref().map(|kept| About::Theory(kept.id.clone()));
            let appeals = store::appeals::of_person(tx, home, person).await?.into_iter();
            let appeal = appeals.rev().find(|one| Some(&one.about) == about.as_ref());
            found.push(Away {
                name: who.name.full(),
                host: host.clone(),
                sitting: sitting.clone(),
                appeal: appeal.map(|one| one.state.outcome()),
                state: paper.as_ref().map(|kept| kept.attempt.clone().close_if_due(context.now).state),
                came_to: paper.and_then(|kept| kept.told).as_ref().map(CameTo::of),
            });
        }
    }
    Ok(found)
}
