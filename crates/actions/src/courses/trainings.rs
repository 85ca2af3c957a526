//! Sessions of training: announced by the coordinator, signed up for while there are places and waited for when there are
//! none; the leader marks who came, and hours count by themselves.

use super::{Member, go_on, here, names, school};
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::courses::{Announced, Booking, Course, Phase, Seat, State, Training, TrainingRefused, seat};
use domain::permissions::{Action, may};
use domain::{Day, PersonId, SchoolId, TrainingId};
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// Somebody on the list of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seated {
    /// Who, and whether they came.
    pub booking: Booking,
    /// Their name.
    pub name: String,
    /// A place, or the number in the waiting list.
    pub seat: Seat,
}

/// A session as the actor sees it.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the reader may do")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The session.
    pub training: Training,
    /// The leader's name.
    pub leader: String,
    /// How many have a place.
    pub taken: usize,
    /// How many wait.
    pub waiting: usize,
    /// The actor's own seat.
    pub own: Option<Seat>,
    /// Whether the actor was there, once that is marked.
    pub came: Option<bool>,
    /// The actor may sign up.
    pub may_sign_up: bool,
    /// The actor may step back.
    pub may_step_back: bool,
    /// The actor may mark who came.
    pub may_mark: bool,
    /// The actor may cancel it.
    pub may_cancel: bool,
    /// Who signed up, for the leader and the coordinator; nobody else reads it.
    pub list: Option<Vec<Seated>>,
}

/// What decides what the actor sees of sessions.
struct Viewer {
    at_training: bool,
    manages: bool,
    here: DateTime,
    names: BTreeMap<PersonId, String>,
}

impl Viewer {
    async fn load(
        tx: &mut Tx,
        context: &Context<'_>,
        school: &SchoolId,
        running: Option<&Course>,
    ) -> store::Result<Self> {
        Ok(Self {
            at_training: running.is_some_and(|own| own.candidate.state == State::Training),
            manages: may(context.actor, &Action::ManageCourses(school)).is_ok(),
            here: here(tx, context, school).await?,
            names: names(tx, school).await?,
        })
    }

    fn name(&self, person: &PersonId) -> String {
        self.names.get(person).cloned().unwrap_or_default()
    }

    fn session(&self, context: &Context<'_>, training: Training, bookings: &[Booking]) -> Session {
        let me = &context.actor.person;
        let of: Vec<&Booking> = bookings.iter().filter(|one| one.training == training.id).collect();
        let (signed_up, places) = (people(&of), usize::from(training.about.places));
        let own = seat(&signed_up, places, me);
        let open = training.takes_names(self.here).is_ok();
        let lead = Action::LeadTraining { school: &training.school, leader: &training.about.leader };
        let leads = may(context.actor, &lead).is_ok();
        let list = leads.then(|| of.iter().filter_map(|one| self.seated(one, &signed_up, places)).collect());
        Session {
            leader: self.name(&training.about.leader),
            taken: signed_up.len().min(places),
            waiting: signed_up.len().saturating_sub(places),
            came: of.iter().find(|one| one.person == *me).and_then(|one| one.present),
            may_sign_up: open && own.is_none() && self.at_training && training.about.leader != *me,
            may_step_back: open && own.is_some(),
            may_mark: leads && training.clone().mark(self.here, context.now).is_ok(),
            may_cancel: self.manages && training.clone().cancel(self.here, context.now).is_ok(),
            own,
            list,
            training,
        }
    }

    fn seated(&self, booking: &Booking, signed_up: &[PersonId], places: usize) -> Option<Seated> {
        let seat = seat(signed_up, places, &booking.person)?;
        Some(Seated { name: self.name(&booking.person), booking: booking.clone(), seat })
    }
}

fn people(bookings: &[&Booking]) -> Vec<PersonId> {
    bookings.iter().map(|one| one.person.clone()).collect()
}

/// The sessions that somebody sees, and what they are in the course.
struct Sight {
    school: SchoolId,
    member: Option<Member>,
    trainings: Vec<Training>,
}

impl Sight {
    /// Somebody who leads a session of the school sees that session, whether they are in the course or not.
    async fn load(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Self>> {
        let Some(school) = context.actor.school.clone() else { return Ok(None) };
        let member = Member::load(tx, context).await?;
        let mut trainings = store::courses::trainings(tx, &school).await?;
        if member.is_none() {
            trainings.retain(|one| {
                let lead = Action::LeadTraining { school: &school, leader: &one.about.leader };
                may(context.actor, &lead).is_ok()
            });
        }
        let opens = member.is_some() || !trainings.is_empty();
        Ok(opens.then_some(Self { school, member, trainings }))
    }

    /// The course that leads on.
    fn running(&self) -> Option<&Course> {
        self.member.as_ref().and_then(Member::running)
    }
}

/// The sessions of the school in the order of time; `None` for whoever has nothing to do with them.
pub async fn sessions(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Vec<Session>>> {
    let Some(sight) = Sight::load(tx, context).await? else { return Ok(None) };
    let viewer = Viewer::load(tx, context, &sight.school, sight.running()).await?;
    let bookings = store::courses::bookings_of_school(tx, &sight.school).await?;
    let session = |training| viewer.session(context, training, &bookings);
    Ok(Some(sight.trainings.into_iter().map(session).collect()))
}

/// One session.
pub async fn session(tx: &mut Tx, context: &Context<'_>, id: &TrainingId) -> store::Result<Option<Session>> {
    let all = sessions(tx, context).await?.unwrap_or_default();
    Ok(all.into_iter().find(|one| one.training.id == *id))
}

/// Who is at the training and not on the list of a session that the actor may mark, with their names: whoever came without
/// signing up is marked, too. Nobody for others.
pub async fn unlisted(
    tx: &mut Tx,
    context: &Context<'_>,
    session: &Session,
) -> store::Result<Vec<(PersonId, String)>> {
    let Some(list) = session.list.as_ref().filter(|_| session.may_mark) else { return Ok(Vec::new()) };
    let (school, leader) = (&session.training.school, &session.training.about.leader);
    let mut people = store::people::of_school(tx, school).await?;
    people.retain(|person| person.works_on(session.training.about.day));
    let courses = store::courses::candidates(tx, school).await?;
    let trains = |person: &PersonId| {
        courses
            .iter()
            .any(|course| course.candidate.person == *person && course.candidate.state == State::Training)
    };
    people.retain(|person| {
        let out = person.id == *leader || person.id == context.actor.person;
        !out && trains(&person.id) && list.iter().all(|one| one.booking.person != person.id)
    });
    Ok(people.into_iter().map(|person| (person.id, person.name.full())).collect())
}

/// Sessions that the actor leads and that wait for who came to be marked.
pub async fn leads(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Session>> {
    let mut all = sessions(tx, context).await?.unwrap_or_default();
    let me = &context.actor.person;
    all.retain(|one| {
        one.may_mark && one.training.phase == Phase::Announced && one.training.about.leader == *me
    });
    Ok(all)
}

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
    for course in store::courses::candidates(tx, school).await? {
        let person = &course.candidate.person;
        if course.candidate.state == State::Training && *person != training.about.leader {
            promise(context, tx, person, Letter::TrainingAnnounced, training.id.as_str()).await?;
        }
    }
    Ok(training.id)
}

/// A session of the actor's school that they may see, and who signed up for it.
async fn load<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &TrainingId,
) -> Result<(Training, Vec<Booking>), Failed<R>> {
    let sight = Sight::load(tx, context).await?.ok_or(Failed::NotFound)?;
    let bookings = store::courses::bookings(tx, &sight.school, id).await?;
    let training = sight.trainings.into_iter().find(|one| one.id == *id).ok_or(Failed::NotFound)?;
    Ok((training, bookings))
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
    let me = &context.actor.person;
    may(context.actor, &Action::JoinCourse { school: &training.school, person: me })?;
    let mut signed_up: Vec<PersonId> = bookings.into_iter().map(|one| one.person).collect();
    let places = usize::from(training.about.places);
    if let Some(seat) = seat(&signed_up, places, me) {
        return Ok(seat);
    }
    fits(tx, &training, me).await?;
    if training.about.leader == *me {
        return Err(Failed::Refused(TrainingRefused::Leads));
    }
    let here = here(tx, context, &training.school).await?;
    training.takes_names(here).map_err(Failed::Refused)?;
    let booking = Booking { training: id.clone(), person: me.clone(), at: context.now, present: None };
    store::courses::book(tx, &training.school, &booking).await?;
    // Two who come at once are told apart by the version: the later one reads the list anew.
    store::courses::save_training(tx, &training).await?;
    context.audit(tx, &training.school, "training-booked", id.as_str(), "").await?;
    signed_up.push(me.clone());
    seat(&signed_up, places, me).ok_or(Failed::NotFound)
}

/// Somebody is at the training, and on the list of no other session at the same time.
async fn fits(tx: &mut Tx, training: &Training, person: &PersonId) -> Result<(), Failed<TrainingRefused>> {
    let school = &training.school;
    let courses = store::courses::of_person(tx, school, person).await?;
    if !courses.iter().any(|own| own.candidate.state == State::Training) {
        return Err(Failed::Refused(TrainingRefused::NotAtTraining));
    }
    for other in store::courses::trainings(tx, school).await? {
        if !training.overlaps(&other) {
            continue;
        }
        let bookings = store::courses::bookings(tx, school, &other.id).await?;
        if bookings.iter().any(|one| one.person == *person && one.present != Some(false)) {
            return Err(Failed::Refused(TrainingRefused::SameTime));
        }
    }
    Ok(())
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
    let me = &context.actor.person;
    may(context.actor, &Action::JoinCourse { school: &training.school, person: me })?;
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

/// Takes somebody who goes out of the course, or leaves the school, off the lists of sessions to come from a day on.
pub(crate) async fn free(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    person: &PersonId,
    from: Day,
) -> store::Result<()> {
    let here = here(tx, context, school).await?;
    for training in store::courses::trainings(tx, school).await? {
        let bookings = store::courses::bookings(tx, school, &training.id).await?;
        let ahead = training.about.day >= from && training.takes_names(here).is_ok();
        if ahead && bookings.iter().any(|one| one.person == *person) {
            strike_off(tx, context, &training, &bookings, person).await?;
        }
    }
    Ok(())
}

/// The leader marks who came, or corrects it; whoever has all hours by that is admitted to the exam. Somebody at the
/// training who came without signing up is put on the list by that. Nobody marks themselves: their own line stays as it is.
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
        fits(tx, &training, person).await?;
    }
    let here = here(tx, context, &training.school).await?;
    let held = training.mark(here, context.now).map_err(Failed::Refused)?;
    store::courses::save_training(tx, &held).await?;
    for person in came {
        let person = person.clone();
        let booking = Booking { training: id.clone(), person, at: context.now, present: Some(true) };
        store::courses::book(tx, &held.school, &booking).await?;
    }
    for booking in bookings.into_iter().filter(|one| one.person != *me) {
        let came = present.contains(&booking.person);
        let marked = Booking { present: Some(came), ..booking };
        store::courses::mark(tx, &held.school, &marked).await?;
    }
    context.audit(tx, &held.school, "training-marked", id.as_str(), "").await?;
    for person in present.iter().filter(|one| *one != me) {
        let courses = store::courses::of_person(tx, &held.school, person).await?;
        if let Some(course) = courses.into_iter().find(Course::runs) {
            go_on(tx, context, course).await?;
        }
    }
    Ok(())
}
