//! Sessions of the course as somebody sees them: those of their school, and those that other schools of the district have
//! opened to it. Of another school's session they read what is announced and their own seat; who is on its list is for its
//! leader and that school's coordinator.

use super::{Member, here, names};
use crate::Context;
use domain::courses::{Booking, Course, Phase, Seat, State, Training, seat};
use domain::permissions::{Action, may};
use domain::schools::School;
use domain::{Day, PersonId, SchoolId, TrainingId};
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// Somebody on the list of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seated {
    /// Who, and whether they came.
    pub booking: Booking,
    /// Their name.
    pub name: String,
    /// Their school, where it is another one than that which holds the session.
    pub from: Option<School>,
    /// A place, or the number in the waiting list.
    pub seat: Seat,
}

/// A session as the actor sees it.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the reader may do")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The session.
    pub training: Training,
    /// The school that holds it, where it is another one than the actor's.
    pub host: Option<School>,
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
    /// The actor may write anew what to read before and to do after.
    pub may_amend: bool,
    /// The actor may cancel it.
    pub may_cancel: bool,
    /// Who signed up, for the leader and the coordinator; nobody else reads it.
    pub list: Option<Vec<Seated>>,
}

/// What decides what the actor sees of sessions.
struct Viewer {
    /// The stage of the own course that leads on.
    at: Option<State>,
    home: SchoolId,
    /// Day and time in each school that holds one of the sessions.
    here: BTreeMap<SchoolId, DateTime>,
    names: BTreeMap<PersonId, String>,
    /// The other schools among them, and those whose people are on a list of the actor's school.
    schools: BTreeMap<SchoolId, School>,
}

impl Viewer {
    async fn load(
        tx: &mut Tx,
        context: &Context<'_>,
        sight: &Sight,
        bookings: &[Booking],
    ) -> store::Result<Self> {
        let home = sight.home.clone();
        let mut viewer = Self {
            at: sight.running().map(|own| own.candidate.state.clone()),
            here: BTreeMap::new(),
            names: names(tx, &home).await?,
            schools: BTreeMap::new(),
            home,
        };
        for training in &sight.trainings {
            if !viewer.here.contains_key(&training.school) {
                let here = here(tx, context, &training.school).await?;
                viewer.here.insert(training.school.clone(), here);
            }
            viewer.meet(tx, &training.about.leader, &training.school).await?;
        }
        // Lists of other schools' sessions are not the actor's to read.
        let own = |booking: &&Booking| {
            let held = sight.trainings.iter().find(|one| one.id == booking.training);
            held.is_some_and(|one| one.school == sight.home)
        };
        for booking in bookings.iter().filter(own) {
            viewer.meet(tx, &booking.person, &booking.home).await?;
        }
        Ok(viewer)
    }

    /// Looks up who somebody of another school is, and which school that is.
    async fn meet(&mut self, tx: &mut Tx, person: &PersonId, school: &SchoolId) -> store::Result<()> {
        if !self.names.contains_key(person)
            && let Some(found) = store::people::get(tx, person).await?
        {
            self.names.insert(person.clone(), found.name.full());
        }
        if *school != self.home
            && !self.schools.contains_key(school)
            && let Some(found) = store::schools::get(tx, school).await?
        {
            self.schools.insert(school.clone(), found);
        }
        Ok(())
    }

    fn name(&self, person: &PersonId) -> String {
        self.names.get(person).cloned().unwrap_or_default()
    }

    fn session(&self, context: &Context<'_>, training: Training, bookings: &[Booking]) -> Option<Session> {
        let (me, here) = (&context.actor.person, *self.here.get(&training.school)?);
        let of: Vec<&Booking> = bookings.iter().filter(|one| one.training == training.id).collect();
        let (signed_up, places) = (people(&of), usize::from(training.about.places));
        let own = seat(&signed_up, places, me);
        let open = training.takes_names(here).is_ok();
        let at_stage = self.at.as_ref().is_some_and(|at| training.about.stage.is_at(at));
        let lead = Action::LeadTraining { school: &training.school, leader: &training.about.leader };
        let leads = may(context.actor, &lead).is_ok();
        let manages = may(context.actor, &Action::ManageCourses(&training.school)).is_ok();
        let list = leads.then(|| of.iter().filter_map(|one| self.seated(one, &signed_up, places)).collect());
        Some(Session {
            host: self.schools.get(&training.school).cloned(),
            leader: self.name(&training.about.leader),
            taken: signed_up.len().min(places),
            waiting: signed_up.len().saturating_sub(places),
            came: of.iter().find(|one| one.person == *me).and_then(|one| one.present),
            may_sign_up: open && own.is_none() && at_stage && training.about.leader != *me,
            may_step_back: open && own.is_some(),
            may_mark: leads && training.clone().mark(here, context.now).is_ok(),
            may_amend: leads && training.phase != Phase::Cancelled,
            may_cancel: manages && training.clone().cancel(here, context.now).is_ok(),
            own,
            list,
            training,
        })
    }

    fn seated(&self, booking: &Booking, signed_up: &[PersonId], places: usize) -> Option<Seated> {
        let seat = seat(signed_up, places, &booking.person)?;
        let from = self.schools.get(&booking.home).cloned();
        Some(Seated { name: self.name(&booking.person), from, booking: booking.clone(), seat })
    }
}

fn people(bookings: &[&Booking]) -> Vec<PersonId> {
    bookings.iter().map(|one| one.person.clone()).collect()
}

/// The sessions that somebody sees, and what they are in the course.
pub(super) struct Sight {
    /// The actor's own school.
    home: SchoolId,
    member: Option<Member>,
    /// In the order of time.
    pub(super) trainings: Vec<Training>,
}

impl Sight {
    /// Somebody who leads a session of the school sees that session, whether they are in the course or not. Whoever is in
    /// the course of the school, or leads it, sees what other schools of the district have opened, too.
    pub(super) async fn load(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Self>> {
        let Some(home) = context.actor.school.clone() else { return Ok(None) };
        let member = Member::load(tx, context).await?;
        let mut trainings = store::courses::trainings(tx, &home).await?;
        if member.is_none() {
            trainings.retain(|one| {
                let lead = Action::LeadTraining { school: &home, leader: &one.about.leader };
                may(context.actor, &lead).is_ok()
            });
        } else {
            trainings.extend(elsewhere(tx, context, &home).await?);
            trainings.sort_by_key(|one| (one.about.day, one.about.from));
        }
        let opens = member.is_some() || !trainings.is_empty();
        Ok(opens.then_some(Self { home, member, trainings }))
    }

    /// The course that leads on.
    fn running(&self) -> Option<&Course> {
        self.member.as_ref().and_then(Member::running)
    }

    /// Who signed up for these sessions, in the order in which they did for each.
    async fn bookings(&self, tx: &mut Tx, today: Day) -> store::Result<Vec<Booking>> {
        let mut bookings = store::courses::bookings_of_school(tx, &self.home).await?;
        let others: BTreeSet<&TrainingId> =
            self.trainings.iter().filter(|one| one.school != self.home).map(|one| &one.id).collect();
        if !others.is_empty() {
            let seen = store::courses::bookings_seen(tx, &self.home, today).await?;
            bookings.extend(seen.into_iter().filter(|one| others.contains(&one.training)));
        }
        Ok(bookings)
    }
}

/// Sessions of other schools on whose list the actor is, and those to come that are open to the actor's school.
async fn elsewhere(tx: &mut Tx, context: &Context<'_>, home: &SchoolId) -> store::Result<Vec<Training>> {
    let bookings = store::courses::bookings_elsewhere(tx, home).await?;
    let mine = |id: &TrainingId| {
        bookings.iter().any(|one| one.training == *id && one.person == context.actor.person)
    };
    let mut found = store::courses::trainings_elsewhere(tx, home).await?;
    found.retain(|one| mine(&one.id));
    let open = store::courses::opened_to(tx, home, context.today).await?;
    found.extend(open.into_iter().filter(|one| !mine(&one.id)));
    Ok(found)
}

/// A session of a school, or of another one that is open to it or for which somebody of it has signed up: what a letter to
/// one of its people may be about.
pub(crate) async fn known(
    tx: &mut Tx,
    home: &SchoolId,
    id: &TrainingId,
    today: Day,
) -> store::Result<Option<Training>> {
    if let Some(own) = store::courses::training(tx, home, id).await? {
        return Ok(Some(own));
    }
    let mut others = store::courses::trainings_elsewhere(tx, home).await?;
    others.extend(store::courses::opened_to(tx, home, today).await?);
    Ok(others.into_iter().find(|one| one.id == *id))
}

/// The sessions of the school, and those of other schools that are open to it, in the order of time; `None` for whoever has
/// nothing to do with them.
pub async fn sessions(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Vec<Session>>> {
    let Some(sight) = Sight::load(tx, context).await? else { return Ok(None) };
    let bookings = sight.bookings(tx, context.today).await?;
    let viewer = Viewer::load(tx, context, &sight, &bookings).await?;
    let session = |training| viewer.session(context, training, &bookings);
    Ok(Some(sight.trainings.into_iter().filter_map(session).collect()))
}

/// One session.
pub async fn session(tx: &mut Tx, context: &Context<'_>, id: &TrainingId) -> store::Result<Option<Session>> {
    let all = sessions(tx, context).await?.unwrap_or_default();
    Ok(all.into_iter().find(|one| one.training.id == *id))
}

/// Who is at the stage and not on the list of a session that the actor may mark, with their names: whoever came without
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
    let stage = session.training.about.stage;
    let is_there = |person: &PersonId| {
        let mut own = courses.iter().filter(|course| course.candidate.person == *person);
        own.any(|course| stage.is_at(&course.candidate.state))
    };
    people.retain(|person| {
        let out = person.id == *leader || person.id == context.actor.person;
        !out && is_there(&person.id) && list.iter().all(|one| one.booking.person != person.id)
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
