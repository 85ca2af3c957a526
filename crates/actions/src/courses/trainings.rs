//! Sessions of the course: announced by the coordinator, signed up for while there are places and waited for when there are
//! none; the leader marks who came, and hours count by themselves. A session may be open to the other schools of the
//! district: their people are on the same list, and their hours count at home.

use super::sessions::Sight;
use super::{go_on, here, led, school};
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::certificates::year_begins;
use domain::courses::{
    Announced, Booking, Course, Phase, Seat, Stage, Training, TrainingRefused, planned, seat,
};
use domain::permissions::{Action, may};
use domain::{Day, Instant, PersonId, SchoolId, TrainingId};
use jiff::SignedDuration;
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// The coordinator announces a session.
pub async fn announce(
    context: &Context<'_>,
    about: &Announced,
) -> Result<TrainingId, Failed<TrainingRefused>> {
    store::change!(context.db, tx => announce_in(&mut tx, context, about))
}

async fn announce_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    about: &Announced,
) -> Result<TrainingId, Failed<TrainingRefused>> {
    let school = school(context)?;
    may(context.actor, &Action::ManageCourses(school))?;
    let here = here(tx, context, school).await?;
    let about = about.clone().checked(here).map_err(Failed::Refused)?;
    let working = crate::people::working(tx, school, about.day).await?;
    if !working.contains(&about.leader) {
        return Err(Failed::NotFound);
    }
    // The form came twice.
    let known = store::courses::trainings(tx, school).await?;
    let same = |one: &&Training| one.about == about && one.phase == Phase::Announced;
    if let Some(same) = known.iter().find(same) {
        return Ok(same.id.clone());
    }
    let training = Training {
        id: context.id(),
        school: school.clone(),
        about,
        phase: Phase::Announced,
        changed_at: context.now,
        version: 0,
    };
    store::courses::announce(tx, &training).await?;
    context.audit(tx, school, "training-announced", training.id.as_str(), "").await?;
    tell(tx, context, &training, school).await?;
    if training.about.opened {
        context.audit(tx, school, "training-opened", training.id.as_str(), "").await?;
        for other in crate::schools::neighbours(tx, school).await? {
            tell(tx, context, &training, &other).await?;
        }
    }
    Ok(training.id)
}

/// Everybody of a school who is at its stage gets a letter about a new session.
async fn tell(
    tx: &mut WriteTx,
    context: &Context<'_>,
    training: &Training,
    school: &SchoolId,
) -> store::Result<()> {
    for course in store::courses::candidates(tx, school).await? {
        let person = &course.candidate.person;
        if training.about.stage.is_at(&course.candidate.state) && *person != training.about.leader {
            promise(context, tx, person, Letter::TrainingAnnounced, training.id.as_str()).await?;
        }
    }
    Ok(())
}

/// Hours of training as the programme asks for them and as sessions offer them, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// What a course that begins now asks for.
    pub required: u32,
    /// In sessions of training of this school year, held or announced, those among them that other schools have opened to
    /// this one.
    pub planned: u32,
}

impl Hours {
    /// How much is asked for beyond what sessions offer.
    pub const fn missing(self) -> u32 {
        self.required.saturating_sub(self.planned)
    }
}

/// The hours of training for whoever leads the course; nothing for others.
pub async fn hours(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Hours>> {
    let Some(school) = led(context) else { return Ok(None) };
    let running = store::programmes::running(tx, &school, context.today).await?;
    let from = running.as_ref().map_or_else(|| year_begins(context.today), |one| one.phases.starts_on);
    let settings = running.map(|programme| programme.settings).unwrap_or_default();
    let mut trainings = store::courses::trainings(tx, &school).await?;
    trainings.retain(|one| one.about.day >= from);
    trainings.extend(store::courses::opened_to(tx, &school, from).await?);
    let planned = planned(&trainings, Stage::Training);
    Ok(Some(Hours { required: u32::from(settings.course_hours) * 60, planned }))
}

/// A session that the actor may see, and who signed up for it.
async fn load<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &TrainingId,
) -> Result<(Training, Vec<Booking>), Failed<R>> {
    let sight = Sight::load(tx, context).await?.ok_or(Failed::NotFound)?;
    let training = sight.trainings.into_iter().find(|one| one.id == *id).ok_or(Failed::NotFound)?;
    let bookings = store::courses::bookings(tx, &training.school, id).await?;
    Ok((training, bookings))
}

/// The school of whoever goes to a session: their own one holds it, or another one has opened it.
fn goes<'a, R>(context: &Context<'a>, training: &Training) -> Result<&'a SchoolId, Failed<R>> {
    let (home, person) = (school(context)?, &context.actor.person);
    let opened = training.about.opened;
    let go = if training.school == *home {
        Action::JoinCourse { school: home, person }
    } else {
        Action::VisitTraining { home, person, opened }
    };
    may(context.actor, &go)?;
    Ok(home)
}

/// The coordinator cancels a session; everybody on its list gets a letter.
pub async fn cancel(context: &Context<'_>, id: &TrainingId) -> Result<(), Failed<TrainingRefused>> {
    store::change!(context.db, tx => cancel_in(&mut tx, context, id))
}

async fn cancel_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &TrainingId,
) -> Result<(), Failed<TrainingRefused>> {
    let (training, bookings) = load(tx, context, id).await?;
    may(context.actor, &Action::ManageCourses(&training.school))?;
    let here = here(tx, context, &training.school).await?;
    let cancelled = training.cancel(here, context.now).map_err(Failed::Refused)?;
    store::courses::save_training(tx, &cancelled).await?;
    context.audit(tx, &cancelled.school, "training-cancelled", id.as_str(), "").await?;
    for booking in bookings {
        promise(context, tx, &booking.person, Letter::TrainingCancelled, id.as_str()).await?;
    }
    Ok(())
}

/// Who leads a session writes anew what to read before it and to do after it. Everybody on its list gets a letter where there
/// is something new for after.
pub async fn amend(
    context: &Context<'_>,
    id: &TrainingId,
    before: &str,
    after: &str,
) -> Result<(), Failed<TrainingRefused>> {
    store::change!(context.db, tx => amend_in(&mut tx, context, id, before, after))
}

async fn amend_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &TrainingId,
    before: &str,
    after: &str,
) -> Result<(), Failed<TrainingRefused>> {
    let (training, bookings) = load(tx, context, id).await?;
    may(context.actor, &Action::LeadTraining { school: &training.school, leader: &training.about.leader })?;
    let stood = training.about.clone();
    let amended = training.amend(before, after, context.now).map_err(Failed::Refused)?;
    if amended.about == stood {
        return Ok(());
    }
    store::courses::amend_training(tx, &amended).await?;
    context.audit(tx, &amended.school, "training-amended", id.as_str(), "").await?;
    if amended.about.after == stood.after || amended.about.after.is_empty() {
        return Ok(());
    }
    for booking in bookings.iter().filter(|one| one.person != context.actor.person) {
        promise(context, tx, &booking.person, Letter::TrainingMaterial, id.as_str()).await?;
    }
    Ok(())
}

/// The actor signs up: for a place, or to wait for one; gives which. Who is on the list stays where they are.
pub async fn sign_up(context: &Context<'_>, id: &TrainingId) -> Result<Seat, Failed<TrainingRefused>> {
    store::change!(context.db, tx => sign_up_in(&mut tx, context, id))
}

async fn sign_up_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &TrainingId,
) -> Result<Seat, Failed<TrainingRefused>> {
    let (training, bookings) = load(tx, context, id).await?;
    let (home, me) = (goes(context, &training)?, &context.actor.person);
    let at = behind(&bookings, context.now);
    let mut signed_up: Vec<PersonId> = bookings.into_iter().map(|one| one.person).collect();
    let places = usize::from(training.about.places);
    if let Some(seat) = seat(&signed_up, places, me) {
        return Ok(seat);
    }
    fits(tx, &training, home, me).await?;
    if training.about.leader == *me {
        return Err(Failed::Refused(TrainingRefused::Leads));
    }
    let here = here(tx, context, &training.school).await?;
    training.takes_names(here).map_err(Failed::Refused)?;
    let (training_id, person, home) = (id.clone(), me.clone(), home.clone());
    let booking = Booking { training: training_id, person, home, at, present: None };
    store::courses::book(tx, &training.school, &booking).await?;
    // Two who come at once are told apart by the version: the later one reads the list anew.
    store::courses::save_training(tx, &training).await?;
    context.audit(tx, &training.school, "training-booked", id.as_str(), "").await?;
    signed_up.push(me.clone());
    seat(&signed_up, places, me).ok_or(Failed::NotFound)
}

/// The instant of whoever signs up now: behind everybody on the list, who were told their seats already. A request that has
/// waited for another one began before it.
fn behind(bookings: &[Booking], now: Instant) -> Instant {
    let last = bookings.iter().map(|one| one.at).max();
    let next = last.and_then(|last| last.checked_add(SignedDuration::from_millis(1)).ok());
    next.map_or(now, |next| next.max(now))
}

/// Somebody is at the stage of the session in their school, and on the list of no other session at the same time, wherever
/// it is held.
async fn fits(
    tx: &mut Tx,
    training: &Training,
    home: &SchoolId,
    person: &PersonId,
) -> Result<(), Failed<TrainingRefused>> {
    let courses = store::courses::of_person(tx, home, person).await?;
    let stage = training.about.stage;
    if !courses.iter().any(|own| stage.is_at(&own.candidate.state)) {
        return Err(Failed::Refused(stage.not_at()));
    }
    let mut own = store::courses::bookings_of_person(tx, home, person).await?;
    own.retain(|one| one.present != Some(false));
    if own.is_empty() {
        return Ok(());
    }
    let mut others = store::courses::trainings(tx, home).await?;
    others.extend(store::courses::trainings_elsewhere(tx, home).await?);
    others.retain(|other| training.overlaps(other) && own.iter().any(|one| one.training == other.id));
    if others.is_empty() { Ok(()) } else { Err(Failed::Refused(TrainingRefused::SameTime)) }
}

/// The actor steps back; the first of those who wait moves up and gets a letter.
pub async fn step_back(context: &Context<'_>, id: &TrainingId) -> Result<(), Failed<TrainingRefused>> {
    store::change!(context.db, tx => step_back_in(&mut tx, context, id))
}

async fn step_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &TrainingId,
) -> Result<(), Failed<TrainingRefused>> {
    let (training, bookings) = load(tx, context, id).await?;
    goes(context, &training)?;
    let me = &context.actor.person;
    if !bookings.iter().any(|one| one.person == *me) {
        return Ok(());
    }
    let here = here(tx, context, &training.school).await?;
    training.takes_names(here).map_err(Failed::Refused)?;
    Ok(strike_off(tx, context, &training, &bookings, me).await?)
}

/// Takes somebody off the list, and tells whoever has their place now.
async fn strike_off(
    tx: &mut WriteTx,
    context: &Context<'_>,
    training: &Training,
    bookings: &[Booking],
    person: &PersonId,
) -> store::Result<()> {
    let (school, id) = (&training.school, &training.id);
    let places = usize::from(training.about.places);
    let before: Vec<PersonId> = bookings.iter().map(|one| one.person.clone()).collect();
    let after: Vec<PersonId> = before.iter().filter(|one| *one != person).cloned().collect();
    store::courses::unbook(tx, school, id, person).await?;
    store::courses::save_training(tx, training).await?;
    context.audit(tx, school, "training-unbooked", id.as_str(), "").await?;
    let moved_up = |one: &&PersonId| {
        matches!(seat(&before, places, one), Some(Seat::Waiting(_)))
            && seat(&after, places, one) == Some(Seat::Place)
    };
    for one in after.iter().filter(moved_up) {
        promise(context, tx, one, Letter::TrainingPlace, id.as_str()).await?;
    }
    Ok(())
}

/// Takes somebody who goes out of the course, or leaves the school, off the lists of sessions to come from a day on, those
/// of other schools among them.
pub(crate) async fn free(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    person: &PersonId,
    from: Day,
) -> store::Result<()> {
    let own = store::courses::bookings_of_person(tx, school, person).await?;
    if own.is_empty() {
        return Ok(());
    }
    let mut trainings = store::courses::trainings(tx, school).await?;
    trainings.extend(store::courses::trainings_elsewhere(tx, school).await?);
    trainings.retain(|one| one.about.day >= from && own.iter().any(|own| own.training == one.id));
    for training in trainings {
        if training.takes_names(here(tx, context, &training.school).await?).is_ok() {
            let bookings = store::courses::bookings(tx, &training.school, &training.id).await?;
            strike_off(tx, context, &training, &bookings, person).await?;
        }
    }
    Ok(())
}

/// The leader marks who came, or corrects it; whoever has all hours by that is admitted to the exam. Somebody at the
/// same stage in this school who came without signing up is put on the list by that; people of other schools sign up.
/// Nobody marks themselves: their own line stays as it is.
pub async fn mark(
    context: &Context<'_>,
    id: &TrainingId,
    present: &[PersonId],
) -> Result<(), Failed<TrainingRefused>> {
    store::change!(context.db, tx => mark_in(&mut tx, context, id, present))
}

async fn mark_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &TrainingId,
    present: &[PersonId],
) -> Result<(), Failed<TrainingRefused>> {
    let (training, bookings) = load(tx, context, id).await?;
    let about = &training.about;
    may(context.actor, &Action::LeadTraining { school: &training.school, leader: &about.leader })?;
    let me = &context.actor.person;
    let listed = |person: &PersonId| bookings.iter().any(|one| one.person == *person);
    let came: BTreeSet<&PersonId> = present.iter().filter(|one| !listed(one)).collect();
    let working = crate::people::working(tx, &training.school, about.day).await?;
    for person in &came {
        if !working.contains(*person) || *person == me || **person == about.leader {
            return Err(Failed::NotFound);
        }
        fits(tx, &training, &training.school, person).await?;
    }
    let homes = homes(&bookings);
    let here = here(tx, context, &training.school).await?;
    let held = training.mark(here, context.now).map_err(Failed::Refused)?;
    store::courses::save_training(tx, &held).await?;
    for person in came {
        let (person, home) = (person.clone(), held.school.clone());
        let booking = Booking { training: id.clone(), person, home, at: context.now, present: Some(true) };
        store::courses::book(tx, &held.school, &booking).await?;
        store::courses::mark(tx, &held.school, &booking).await?;
    }
    for booking in bookings.into_iter().filter(|one| one.person != *me) {
        let came = present.contains(&booking.person);
        let marked = Booking { present: Some(came), ..booking };
        store::courses::mark(tx, &held.school, &marked).await?;
    }
    context.audit(tx, &held.school, "training-marked", id.as_str(), "").await?;
    for person in present.iter().filter(|one| *one != me) {
        let home = homes.get(person).unwrap_or(&held.school);
        let courses = store::courses::of_person(tx, home, person).await?;
        if let Some(course) = courses.into_iter().find(Course::runs) {
            go_on(tx, context, course).await?;
        }
    }
    Ok(())
}

/// The schools of those on a list: what somebody has done counts there.
fn homes(bookings: &[Booking]) -> BTreeMap<PersonId, SchoolId> {
    bookings.iter().map(|one| (one.person.clone(), one.home.clone())).collect()
}
